/// A table in lines: its rows as sentences, one of them the current one.
@MainActor
public struct LineTable {
    /// The head of the first column, which says what its lines are.
    let name: String
    let count: @MainActor () -> Int
    let rows: @MainActor (Range<Int>) -> [String]
    let select: @MainActor (Int) -> Void
    /// The current row; nil without one.
    let current: @MainActor () -> String?
    /// Nil where the table cannot be filtered.
    let filter: (@MainActor (String) -> Void)?
    let isFiltered: Bool
    let emptyText: String
    let help: String?

    /// The first rows, and how many more there are.
    func overview(_ most: Int) -> [String] {
        let count = count()
        guard count > 0 else { return emptyText.isEmpty ? [] : [emptyText] }
        let first = rows(0..<min(most, count))
        return first + (count > most ? ["And \(count - most) more."] : [])
    }
}

extension Table: ToldInLines {
    public var lineParts: [LinePart] {
        layout()
        var filter: (@MainActor (String) -> Void)?
        if isFilterable { filter = { [weak self] text in self?.setFilter(text) } }
        let table = LineTable(
            name: columns.first?.title ?? "",
            count: { [weak self] in self?.source.count ?? 0 },
            rows: { [weak self] range in self?.sentences(range) ?? [] },
            select: { [weak self] row in self?.moveSelection(to: row) },
            current: { [weak self] in self?.currentSentence },
            filter: filter, isFiltered: isFiltering,
            emptyText: isFiltering ? "Nothing fits the filter." : emptyText, help: help)
        return [.table(table)]
    }

    private func sentences(_ range: Range<Int>) -> [String] { source.rows(in: range).map(sentence) }

    private var currentSentence: String? { selected.map(sentence) }

    /// `UPS; Type UPS; Test key expires 3 d`: the first cell, then each with its head.
    private func sentence(_ row: Element) -> String {
        let cells = columns.map { ($0.title, $0.text(row)) }.filter { !$0.1.isEmpty }
        return cells.enumerated().map { index, cell in
            // A mark alone says yes.
            index == 0 ? cell.1 : "\(cell.0) \(cell.1 == "✔" ? "yes" : cell.1)"
        }.joined(separator: "; ")
    }
}
