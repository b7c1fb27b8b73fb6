internal import CarrierCore
internal import TerminalKit

/// Two fields for a new password, which must be alike.
final class NewPassword {
    let fields: [View]
    private let first = TextField(maxLength: Secret.longest, columns: 30)
    private let second = TextField(maxLength: Secret.longest, columns: 30)

    init(isRequired: Bool) {
        let (first, second) = (first, second)
        for field in [first, second] {
            field.isMasked = true
            field.help = FieldHelp.password
        }
        second.check = {
            if first.text == second.text { return nil }
            return second.isEmpty ? "Type the password once more." : "The two passwords differ."
        }
        // Enter ends the form once there is something to compare.
        first.on(.defaultButton) {
            if !first.isEmpty, second.isEmpty { return second.focus() }
            _ = second.window?.perform(.defaultButton)
        }
        fields = [
            Field("&Password", first, isRequired: isRequired),
            Field("&Repeat Password", second, isRequired: isRequired),
        ]
    }

    /// Nil when none was typed.
    var secret: Secret? { first.text.isEmpty ? nil : Secret(first.text) }

    /// In words that show nothing of it.
    var asChange: Change {
        Change(label: "Password", old: "", new: first.isEmpty && second.isEmpty ? "" : "a new one, not shown")
    }
}
