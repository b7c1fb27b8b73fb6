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
    /// The cells of each row. Rows that two surfaces share, because neither has written on them, compare at
    /// once.
    public private(set) var rows: [[Cell]]
    /// Where the terminal's cursor stands; nil hides it.
    public var cursor: Point?

    public init(size: Size) {
        self.size = size
        rows = Array(repeating: Array(repeating: .blank, count: size.width), count: size.height)
    }

    /// All cells, row after row.
    public var cells: [Cell] { rows.flatMap(\.self) }

    /// The cell at a point; a write outside the surface is ignored, a read outside gives a blank.
    public subscript(point: Point) -> Cell {
        get { contains(point) ? rows[point.y][point.x] : .blank }
        set { if contains(point) { rows[point.y][point.x] = newValue } }
    }

    private func contains(_ point: Point) -> Bool {
        point.x >= 0 && point.y >= 0 && point.x < size.width && point.y < size.height
    }
}
