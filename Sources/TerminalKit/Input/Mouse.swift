/// One report of the mouse, at a cell of the screen.
public struct Mouse: Hashable, Sendable {
    public enum Button: Hashable, Sendable { case left, middle, right }

    public enum Action: Hashable, Sendable {
        case press(Button)
        case release(Button)
        /// Moved with the button held.
        case drag(Button)
        case wheelUp, wheelDown, wheelLeft, wheelRight
    }

    public var action: Action
    public var position: Point
    public var modifiers: Modifiers

    public init(_ action: Action, at position: Point, _ modifiers: Modifiers = []) {
        self.action = action
        self.position = position
        self.modifiers = modifiers
    }
}
