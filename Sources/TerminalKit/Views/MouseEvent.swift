/// What the mouse did, as a view sees it.
public struct MouseEvent: Hashable, Sendable {
    public var action: Mouse.Action
    /// In the view's own coordinates; outside its bounds while a button is held and dragged away.
    public var position: Point
    public var modifiers: Modifiers
    /// How many presses came quickly at this place: 2 for a double click.
    public var clicks: Int

    public init(_ action: Mouse.Action, at position: Point, modifiers: Modifiers = [], clicks: Int = 1) {
        self.action = action
        self.position = position
        self.modifiers = modifiers
        self.clicks = clicks
    }

    var isWheel: Bool { [.wheelUp, .wheelDown, .wheelLeft, .wheelRight].contains(action) }

    func moved(to position: Point) -> MouseEvent {
        var moved = self
        moved.position = position
        return moved
    }
}
