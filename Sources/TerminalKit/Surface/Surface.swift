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

    /// Fills a rectangle with one character that is a column wide.
    mutating func fill(_ rect: Rect, with character: Character, style: Style) {
        let area = rect.intersection(Rect(origin: .zero, size: size))
        guard !area.isEmpty else { return }
        let cell = Cell(character, style: style)
        for y in area.minY..<area.maxY {
            // Only over its ends can a wide character reach.
            splitWide(at: Point(x: area.minX, y: y))
            splitWide(at: Point(x: area.maxX - 1, y: y))
            rows[y].withUnsafeMutableBufferPointer { $0[area.minX..<area.maxX].update(repeating: cell) }
        }
    }

    /// Blanks the halves of a wide character that covers a point of the surface.
    mutating func splitWide(at point: Point) {
        let left = Point(x: point.x - 1, y: point.y)
        let right = Point(x: point.x + 1, y: point.y)
        if rows[point.y][point.x].isContinuation {
            self[left] = Cell(" ", style: self[left].style)
            self[point] = Cell(" ", style: self[point].style)
        } else if right.x < size.width, rows[right.y][right.x].isContinuation {
            self[right] = Cell(" ", style: self[right].style)
        }
    }

    private func contains(_ point: Point) -> Bool {
        point.x >= 0 && point.y >= 0 && point.x < size.width && point.y < size.height
    }
}
