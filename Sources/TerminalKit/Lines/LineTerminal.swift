/// A terminal as lines alone: something is said, something is asked, a line comes back. Nothing is drawn.
///
/// What a screen reader, a braille line or a dumb terminal can follow. Whoever implements it makes what is said
/// safe for its terminal.
@MainActor
public protocol LineTerminal: AnyObject {
    /// What the person enters, in order; ends when the input has ended or the program is asked to end.
    var entries: AsyncStream<LineEntry> { get }
    func say(_ line: String)
    /// Begins a line that the answer completes; an empty prompt takes an answer without asking for one.
    func ask(_ prompt: String, _ manner: AnswerManner)
    /// The question is not waited for any longer: ends its line.
    func breakOff()
}

/// What a person has entered.
public enum LineEntry: Sendable, Hashable {
    case line(String)
    /// Ctrl+D.
    case back
}

/// How an answer is taken.
public enum AnswerManner: Sendable, Hashable {
    case seen
    /// Without echo: a password or secret.
    case hidden
    /// Without the limit that a terminal's own line has (4,096 bytes), so without its echo.
    case long
}
