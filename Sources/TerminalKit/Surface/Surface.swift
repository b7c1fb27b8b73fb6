/// One cell of the screen. A character two columns wide fills its cell and leaves the next one
/// `.continuation`.
public struct Cell: Hashable, Sendable {
    public var character: Character
    public var style: Style
    /// The right half of the wide character before it; `character` is then a space and not drawn.
    public var isContinuation: Bool

    public init(_ character: Character, style: Style = .plain, isContinuation: Bool = false) {
        self.character = character
        self.style = style
        self.isContinuation = isContinuation
    }

    public static let blank = Cell(" ")
}

/// A grid of cells that views draw on: the terminal driver shows one, a test reads one as text.
public struct Surface: Sendable {
    public let size: Size
    public private(set) var cells: [Cell]
    /// Where the terminal's cursor stands; nil hides it.
    public var cursor: Point?

    public init(size: Size) {
        self.size = size
        cells = Array(repeating: .blank, count: size.width * size.height)
    }

    /// The cell at a point; a write outside the surface is ignored, a read outside gives a blank.
    public subscript(point: Point) -> Cell {
        get {
            Rect(origin: .zero, size: size).contains(point) ? cells[point.y * size.width + point.x] : .blank
        }
        set {
            guard Rect(origin: .zero, size: size).contains(point) else { return }
            cells[point.y * size.width + point.x] = newValue
        }
    }
}
