/// A column of a table.
@MainActor
public struct TableColumn<Element> {
    /// Its head.
    public var title: String
    /// In cells, at least so many; its head gets what it needs where there is room.
    public var width: Int
    /// Its share of the room that is left over then; 0 takes none.
    public var weight: Int
    /// So many cells are of use to it.
    public var limit: Int
    /// Where the text stands in the cell.
    public var alignment: Alignment
    /// Whether rows can be sorted by it.
    public var isSortable: Bool
    /// Whether the first row comes before the second when sorted by it; nil compares the texts.
    public var precedes: (@MainActor (Element, Element) -> Bool)?
    /// The role the cell is drawn in; nil for the row's own. The text says the same in words.
    public var role: (@MainActor (Element) -> Role?)?
    /// What stands in the cell of a row.
    public var text: @MainActor (Element) -> String
    /// The mark before the text, in a column of its own; nil leaves the mark's room empty.
    public var mark: (@MainActor (Element) -> MessageKind?)?

    public init(
        _ title: String, width: Int, weight: Int = 0, limit: Int = .max, alignment: Alignment = .leading,
        isSortable: Bool = true,
        role: (@MainActor (Element) -> Role?)? = nil, text: @escaping @MainActor (Element) -> String
    ) {
        self.title = title
        self.width = width
        self.weight = weight
        self.limit = limit
        self.alignment = alignment
        self.isSortable = isSortable
        self.role = role
        self.text = text
    }

    /// The same column, sorted by what its text stands for: `sorted { $0.pieces }` puts 9 before 10.
    public func sorted(by key: @escaping @MainActor (Element) -> some Comparable) -> Self {
        var column = self
        column.precedes = { key($0) < key($1) }
        return column
    }
}

/// By which column a table is sorted.
public struct TableSort: Hashable, Sendable {
    /// Counted from 0.
    public var column: Int
    public var isAscending: Bool

    public init(column: Int, isAscending: Bool = true) {
        self.column = column
        self.isAscending = isAscending
    }
}
