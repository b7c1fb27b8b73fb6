/// A line of a menu.
@MainActor
public struct MenuItem {
    public var caption: Caption
    /// The key that does the same, shown at the right.
    public var key: Key?
    public var isEnabled: @MainActor () -> Bool
    public var action: @MainActor () async -> Void

    public init(
        _ caption: Caption, key: Key? = nil, isEnabled: @escaping @MainActor () -> Bool = { true },
        action: @escaping @MainActor () async -> Void
    ) {
        self.caption = caption
        self.key = key
        self.isEnabled = isEnabled
        self.action = action
    }
}
