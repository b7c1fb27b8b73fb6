/// A column of a table.
@MainActor
public struct TableColumn<Element> {
    public var title: String
    /// In cells; with a weight, at least so many.
    public var width: Int
    /// Its share of the room that is left over; 0 keeps its width.
    public var weight: Int
    public var alignment: Alignment
    public var isSortable: Bool
    /// The role the cell is drawn in; nil for the row's own. The text says the same in words.
    public var role: (@MainActor (Element) -> Role?)?
    public var text: @MainActor (Element) -> String
    /// The mark before the text, in a column of its own; nil leaves the mark's room empty.
    public var mark: (@MainActor (Element) -> MessageKind?)?

    public init(
        _ title: String, width: Int, weight: Int = 0, alignment: Alignment = .leading,
        isSortable: Bool = true,
        role: (@MainActor (Element) -> Role?)? = nil, text: @escaping @MainActor (Element) -> String
    ) {
        self.title = title
        self.width = width
        self.weight = weight
        self.alignment = alignment
        self.isSortable = isSortable
        self.role = role
        self.text = text
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
