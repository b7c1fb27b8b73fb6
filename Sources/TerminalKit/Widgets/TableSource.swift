/// Where a table gets its rows from; it asks only for those in sight.
@MainActor
public protocol TableSource<Element>: AnyObject {
    associatedtype Element: Identifiable
    /// How many rows pass the filter.
    var count: Int { get }
    /// Rows in the order of the sort; the range lies within `count`.
    func rows(in range: Range<Int>) -> [Element]
    /// Where a row is now; nil when it is gone or filtered away.
    func position(of id: Element.ID) -> Int?
    /// From now on only rows that the words of the filter fit (all, for an empty one), in this order.
    func arrange(filter: String, sort: TableSort?)
}

/// Rows that are all in memory.
@MainActor
public final class ArrayTableSource<Element: Identifiable>: TableSource {
    /// All rows; setting them keeps filter and sort.
    public var all: [Element] {
        didSet {
            haystack = nil
            order = nil
            lastFilter = ""
            arrange(filter: filter, sort: sort)
        }
    }
    private let columns: [TableColumn<Element>]
    /// The rows that pass, in order; nil for all as they came.
    private var order: [Int]?
    private var filter = ""
    private var sort: TableSort?
    /// What `order` was made for, so that a longer filter looks only at what the shorter one left.
    private var lastFilter = ""
    private var lastSort: TableSort?
    private var haystack: SearchText?

    public init(_ rows: [Element], columns: [TableColumn<Element>]) {
        all = rows
        self.columns = columns
    }

    public var count: Int { order?.count ?? all.count }

    public func rows(in range: Range<Int>) -> [Element] {
        guard let order else { return Array(all[range]) }
        return order[range].map { all[$0] }
    }

    public func position(of id: Element.ID) -> Int? {
        guard let order else { return all.firstIndex { $0.id == id } }
        return order.firstIndex { all[$0].id == id }
    }

    public func arrange(filter: String, sort: TableSort?) {
        self.filter = filter
        self.sort = sort
        let isNarrower = !lastFilter.isEmpty && filter.hasPrefix(lastFilter) && sort == lastSort
        if filter.isEmpty, sort == nil {
            order = nil
        } else {
            let candidates = isNarrower ? order : nil
            var passed = candidates ?? Array(all.indices)
            if !filter.isEmpty {
                let text = haystack ?? SearchText(all.map { row in columns.map { $0.text(row) } })
                haystack = text
                passed = text.matches(of: filter, among: passed)
            }
            order = candidates == nil ? sorted(passed, by: sort) : passed
        }
        lastFilter = filter
        lastSort = sort
    }

    private func sorted(_ rows: [Int], by sort: TableSort?) -> [Int] {
        guard let sort, columns.indices.contains(sort.column) else { return rows }
        let column = columns[sort.column]
        if let precedes = column.precedes {
            return rows.sorted { a, b in
                let (first, second) = sort.isAscending ? (all[a], all[b]) : (all[b], all[a])
                return precedes(first, second) || !precedes(second, first) && a < b
            }
        }
        let text = column.text
        let keys = rows.map { (row: $0, key: text(all[$0]).lowercased()) }
        let ordered = keys.sorted { a, b in
            if a.key == b.key { return a.row < b.row }
            return sort.isAscending ? a.key < b.key : a.key > b.key
        }
        return ordered.map(\.row)
    }
}
