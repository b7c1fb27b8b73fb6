/// Shift, Control and Alt as held during a key press or a mouse event.
public struct Modifiers: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    public static let shift = Modifiers(rawValue: 1)
    public static let control = Modifiers(rawValue: 2)
    public static let alt = Modifiers(rawValue: 4)
}

/// One press of a key, with the modifiers that a terminal can tell.
///
/// A letter with Control is its lower-case character with `.control` (`Ctrl+S` is `s` and `.control`);
/// Shift is not set on characters, for the character already tells it.
public struct Key: Hashable, Sendable {
    public enum Code: Hashable, Sendable {
        case character(Character)
        case enter, tab, backspace, escape
        case insert, delete, home, end, pageUp, pageDown
        case up, down, left, right
        /// F1 to F24.
        case function(Int)
    }

    public var code: Code
    public var modifiers: Modifiers

    public init(_ code: Code, _ modifiers: Modifiers = []) {
        self.code = code
        self.modifiers = modifiers
    }

    public init(_ character: Character, _ modifiers: Modifiers = []) {
        self.init(.character(character), modifiers)
    }
}
