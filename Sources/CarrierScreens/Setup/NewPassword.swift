internal import CarrierCore
internal import TerminalKit

/// Two fields for a new password, which must be alike.
final class NewPassword {
    let fields: [View]
    private let first = TextField(maxLength: 1024, columns: 30)
    private let second = TextField(maxLength: 1024, columns: 30)

    init(isRequired: Bool) {
        let (first, second) = (first, second)
        for field in [first, second] {
            field.isMasked = true
            field.help = FieldHelp.password
        }
        second.check = { first.text == second.text ? nil : "The two passwords differ." }
        fields = [
            Field("&Password", first, isRequired: isRequired),
            Field("&Repeat Password", second, isRequired: isRequired),
        ]
    }

    /// Nil when none was typed.
    var secret: Secret? { first.text.isEmpty ? nil : Secret(first.text) }
}
