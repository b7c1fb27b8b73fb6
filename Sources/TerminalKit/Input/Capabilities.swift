/// What a terminal can show, for choosing how a program looks on it.
public struct Capabilities: Sendable, Hashable {
    /// How many colours there are to use.
    public enum Colors: Int, Sendable, Comparable {
        case none
        case eight = 8
        case sixteen = 16
        case palette = 256

        public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    public var colors: Colors
    /// Characters beyond ASCII reach the screen.
    public var isUTF8: Bool

    /// By default all that programs here make use of.
    public init(colors: Colors = .palette, isUTF8: Bool = true) {
        self.colors = colors
        self.isUTF8 = isUTF8
    }
}
