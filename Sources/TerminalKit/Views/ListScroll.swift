/// The current row of a list and the part of it that is in sight.
public struct ListScroll: Hashable, Sendable {
    public private(set) var count = 0
    /// How many rows are in sight at once.
    public private(set) var visible = 1
    /// The current row; 0 in an empty list.
    public private(set) var current = 0
    /// The first row in sight.
    public private(set) var offset = 0

    public init() {}

    /// The rows in sight.
    public var window: Range<Int> { offset..<min(count, offset + visible) }
    public var isScrollable: Bool { count > visible }

    public mutating func update(count: Int, visible: Int) {
        let isNew = self.count != count || self.visible != visible
        self.count = max(0, count)
        self.visible = max(1, visible)
        guard isNew else { return }
        select(current)
    }

    /// Makes a row the current one, clamped to the list, and brings it into sight.
    public mutating func select(_ row: Int) {
        current = max(0, min(count - 1, row))
        offset = max(current - visible + 1, min(offset, current))
        scroll(to: offset)
    }

    /// Scrolls without changing the current row.
    public mutating func scroll(to offset: Int) {
        self.offset = max(0, min(offset, count - visible))
    }

    /// Moves by the key's meaning in a list; false when it has none.
    public mutating func move(by key: Key) -> Bool {
        switch (key.code, key.modifiers) {
        case (.up, []): select(current - 1)
        case (.down, []): select(current + 1)
        case (.pageUp, []): select(current - visible)
        case (.pageDown, []): select(current + visible)
        case (.home, []), (.home, .control): select(0)
        case (.end, []), (.end, .control): select(count - 1)
        default: return false
        }
        return true
    }
}
