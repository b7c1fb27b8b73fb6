/// What reaches the program from its terminal.
public enum Event: Hashable, Sendable {
    case key(Key)
    /// Text pasted in one piece (bracketed paste), as the terminal sent it.
    case paste(String)
    case mouse(Mouse)
    /// The terminal window gained or lost the keyboard.
    case focus(Bool)
    case resize(Size)
}
