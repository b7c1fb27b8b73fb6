extension Key {
    /// The key as a person calls it: `F1`, `Ctrl+S`, `Alt+Enter`.
    public var title: String {
        var title = ""
        if modifiers.contains(.control) { title += "Ctrl+" }
        if modifiers.contains(.alt) { title += "Alt+" }
        if modifiers.contains(.shift) { title += "Shift+" }
        switch code {
        case .character(" "): title += "Space"
        case .character(let character):
            title += modifiers.isEmpty ? String(character) : character.uppercased()
        case .enter: title += "Enter"
        case .tab: title += "Tab"
        case .backspace: title += "Backspace"
        case .escape: title += "Esc"
        case .insert: title += "Ins"
        case .delete: title += "Del"
        case .home: title += "Home"
        case .end: title += "End"
        case .pageUp: title += "PgUp"
        case .pageDown: title += "PgDn"
        case .up: title += "Up"
        case .down: title += "Down"
        case .left: title += "Left"
        case .right: title += "Right"
        case .function(let number): title += "F\(number)"
        }
        return title
    }
}

/// A key that works now and what it does, for the key bar.
public struct KeyHint: Hashable, Sendable {
    public var key: Key
    public var title: String

    public init(_ key: Key, _ title: String) {
        self.key = key
        self.title = title
    }
}
