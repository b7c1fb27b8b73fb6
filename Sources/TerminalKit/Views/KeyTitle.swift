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

extension Key {
    private static let names: [String: Code] = [
        "space": .character(" "), "enter": .enter, "tab": .tab, "backspace": .backspace,
        "esc": .escape, "escape": .escape, "ins": .insert, "insert": .insert, "del": .delete,
        "delete": .delete,
        "home": .home, "end": .end, "pgup": .pageUp, "pageup": .pageUp, "pgdn": .pageDown,
        "pagedown": .pageDown,
        "up": .up, "down": .down, "left": .left, "right": .right,
    ]

    /// From its ``title``, in upper or lower case, the modifiers in any order; nil for what is no key.
    public init?(title: some StringProtocol) {
        var rest = title.lowercased()[...]
        var modifiers: Modifiers = []
        let names: [(String, Modifiers)] = [("ctrl+", .control), ("alt+", .alt), ("shift+", .shift)]
        while let (prefix, modifier) = names.first(where: {
            rest.hasPrefix($0.0) && !modifiers.contains($0.1)
        }) {
            rest = rest.dropFirst(prefix.count)
            modifiers.insert(modifier)
        }
        if let code = Self.names[String(rest)] {
            self.init(code, modifiers)
        } else if let character = rest.first, rest.count == 1 {
            self.init(.character(character), modifiers)
        } else if let number = (1...24).first(where: { rest == "f\($0)" }) {
            self.init(.function(number), modifiers)
        } else {
            return nil
        }
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
