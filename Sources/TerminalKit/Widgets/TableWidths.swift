/// Where the columns of a table stand.
extension Table {
    /// The room of a row: without the scroll bar.
    var rowWidth: Int { bounds.width - (scroll.isScrollable ? 1 : 0) }

    /// Where the columns stand: a mark's column at both ends, ``spacing`` between.
    func columnRanges() -> [Range<Int>] {
        let room = rowWidth - 2 - (menu == nil ? 0 : 2)
        var x = 1
        return zip(widths(in: room), widening).map { own, widening in
            let width = widening == 0 ? own : max(1, own + widening)
            defer { x += width + spacing }
            return x..<x + max(0, min(width, room + 1 - x))
        }
    }

    /// Its own width for each; of what is left over first what the heads need, with the mark of the sort, on one line
    /// or else on two; then by weight as much as is of use.
    private func widths(in room: Int) -> [Int] {
        var widths = columns.map(\.width)
        var spare: Int { max(0, room - widths.reduce(0, +) - spacing * (columns.count - 1)) }
        func give(upTo most: [Int], _ weights: [Int]) {
            let needs = zip(most, widths).map { max(0, $0 - $1) }
            widths = zip(widths, Distribution.fill(spare, needs: needs, weights: weights)).map(+)
        }
        func heads(_ need: (TableColumn<Element>) -> Int) -> [Int] {
            columns.enumerated().map { need($1) + (sort?.column == $0 ? 1 : 0) }
        }
        let (whole, equally) = (heads(\.title.columns), columns.map { _ in 1 })
        let lacking = zip(whole, widths).reduce(0) { $0 + max(0, $1.0 - $1.1) }
        give(upTo: lacking <= spare ? whole : heads(\.longestWord), equally)
        give(upTo: columns.map(\.limit), columns.map(\.weight))
        return widths
    }

    var headHeight: Int { headHeight(columnRanges()) }

    /// The lines of the heads: two where a head of several words would be cut on one.
    func headHeight(_ ranges: [Range<Int>]) -> Int {
        guard bounds.height > 3 else { return 1 }
        return zip(columns, ranges).map { $0.headLines(in: $1.count).count }.max() ?? 1
    }
}

extension TableColumn {
    fileprivate var longestWord: Int { title.split(separator: " ").map(\.columns).max() ?? 0 }

    /// The head whole on one line or on two, or one that will be cut.
    func headLines(in width: Int) -> [String] {
        guard title.columns > width, longestWord <= width else { return [title] }
        let lines = title.wrapped(toColumns: width)
        return lines.count == 2 ? lines : [title]
    }
}
