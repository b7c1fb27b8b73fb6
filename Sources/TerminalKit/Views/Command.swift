/// Something the person can ask for, apart from the key or button that asks. Programs add their own.
public struct Command: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    public init(stringLiteral value: String) {
        rawValue = value
    }

    public static let ok: Command = "ok"
    public static let cancel: Command = "cancel"
    public static let yes: Command = "yes"
    public static let no: Command = "no"
    public static let close: Command = "close"
    public static let quit: Command = "quit"
    public static let nextField: Command = "nextField"
    public static let previousField: Command = "previousField"
    /// Presses the default button.
    public static let defaultButton: Command = "defaultButton"
    public static let help: Command = "help"
    public static let menu: Command = "menu"
    /// Shows everything that can be done now, with its keys.
    public static let palette: Command = "palette"
    public static let redraw: Command = "redraw"
    public static let suspend: Command = "suspend"

    /// Closing with one of these keeps nothing of a form, so its fields may be wrong.
    public var discardsFields: Bool { [.cancel, .close, .no, .quit].contains(self) }
}
