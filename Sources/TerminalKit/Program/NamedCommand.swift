/// A command that a person can give other keys.
public struct NamedCommand: Hashable, Sendable {
    public let command: Command
    /// What it does, for lists of keys.
    public let purpose: String
    /// When its keys are looked at.
    public let phase: KeyMap.Phase

    public init(_ command: Command, _ purpose: String, in phase: KeyMap.Phase = .before) {
        self.command = command
        self.purpose = purpose
        self.phase = phase
    }

    /// The program's own.
    public static let standard = [
        NamedCommand(.help, "Help for the field that has the focus"),
        NamedCommand(.menu, "The menu"),
        NamedCommand(.palette, "All commands, to find one by typing"),
        NamedCommand(.ok, "OK"),
        NamedCommand(.cancel, "Cancel or close", in: .after),
        NamedCommand(.nextField, "The next field", in: .after),
        NamedCommand(.previousField, "The field before", in: .after),
        NamedCommand(.defaultButton, "Presses the default button", in: .after),
        NamedCommand(.redraw, "Draws the screen anew"),
        NamedCommand(.suspend, "Back to the shell for a while; fg returns"),
        NamedCommand(.quit, "Quit"),
    ]
}
