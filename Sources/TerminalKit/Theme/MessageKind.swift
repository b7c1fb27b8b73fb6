/// What a message is: its mark and its colour.
public enum MessageKind: Hashable, Sendable {
    case information, success, question, warning, error

    /// The colour that says the same as the words.
    public var role: Role {
        switch self {
        case .information, .question: .title
        case .success: .success
        case .warning: .warning
        case .error: .error
        }
    }

    func mark(_ glyphs: Glyphs) -> Character {
        switch self {
        case .information: "i"
        case .success: glyphs.check
        case .question: "?"
        case .warning: "!"
        case .error: glyphs.problem
        }
    }
}
