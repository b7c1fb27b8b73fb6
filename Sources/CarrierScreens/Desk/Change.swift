internal import TerminalKit

/// A field with its value before and now, as the person reads it.
struct Change: Hashable {
    var label: String
    var old: String
    var new: String

    private static func shown(_ value: String) -> String { value.isEmpty ? "(empty)" : value }

    var sentence: String { "\(label): \(Self.shown(old)) → \(Self.shown(new))" }
}

extension Desk {
    /// Shows a list of changes with a question or a heading over it, and waits for the answer.
    func show(_ changes: [Change], title: String, heading: String, buttons: [Button]) async -> Command {
        let window = Window(title, buttons: buttons) {
            Paragraph(heading)
            Paragraph("")
            ScrollView { changes.map { Paragraph($0.sentence) } }
        }
        // Enter does what is safe.
        window.moveFocus(to: buttons.last)
        return await program.present(window)
    }

    /// Asks whether what was typed may go, showing what that is; true when it may.
    func mayDiscard(_ changes: [Change]) async -> Bool {
        let changes = changes.filter { $0.old != $0.new }
        guard !changes.isEmpty, asksBeforeDiscarding else { return true }
        let answer = await show(
            changes, title: "Discard changes?", heading: "These changes have not been saved:",
            buttons: [
                Button("&Discard", closes: .yes), Button("&Keep Editing", closes: .cancel, isDefault: true),
            ])
        return answer == .yes
    }
}
