/// A line of a menu.
@MainActor
public struct MenuItem {
    public var caption: Caption
    /// Its name for keys, the first of which stands at the right; nil where no key can be bound to it.
    public var command: Command?
    /// Whether the windows over the desktop are closed first, each of which is asked: for what changes the ground they
    /// stand on.
    public var leavesWindows: Bool
    /// Why it cannot be chosen now, in a few words; nil when it can.
    public var obstacle: @MainActor () -> String?
    public var action: @MainActor () async -> Void

    public init(
        _ caption: Caption, command: Command? = nil, leavesWindows: Bool = false,
        obstacle: @escaping @MainActor () -> String? = { nil }, action: @escaping @MainActor () async -> Void
    ) {
        self.caption = caption
        self.command = command
        self.leavesWindows = leavesWindows
        self.obstacle = obstacle
        self.action = action
    }
}
