/// Where the columns of a table stand, and how the person moves the borders between them.
extension Table {
    /// The room of a row: without the scroll bar.
    var rowWidth: Int { bounds.width - (scroll.isScrollable ? 1 : 0) }

    /// Where the columns stand: a mark's column at both ends, ``spacing`` between.
    func columnRanges() -> [Range<Int>] {
        let room = rowWidth - 2 - (menu == nil ? 0 : 2)
        let shares = Distribution.share(
            room - columns.filter { $0.weight > 0 }.reduce(0) { $0 + $1.width },
            lengths: columns.map(\.width),
            weights: columns.map(\.weight), spacing: spacing)
        var x = 1
        return columns.indices.map { index in
            let own = shares[index] + (columns[index].weight > 0 ? columns[index].width : 0)
            let width = widening[index] == 0 ? own : max(1, own + widening[index])
            defer { x += width + spacing }
            return x..<x + max(0, min(width, room + 1 - x))
        }
    }

    // MARK: Borders

    /// A border between two columns while it is being moved.
    struct BorderMove {
        /// The column on its left.
        var column: Int
        /// Where on the border the mouse holds it; nil while keys move it.
        var grip: Int?
        /// What Esc brings back.
        let before: [Int]
    }

    private static var leastWidth: Int { 3 }

    /// The column whose right border lies at a place of the head.
    func border(at x: Int) -> Int? {
        let ranges = columnRanges()
        return zip(ranges, ranges.dropFirst()).enumerated()
            .first { $1.0.upperBound..<$1.1.lowerBound ~= x }?.offset
    }

    func beginMove(ofBorder column: Int, grip: Int? = nil) {
        borderMove = BorderMove(column: column, grip: grip, before: widening)
        invalidate()
    }

    func endMove() {
        borderMove = nil
        invalidate()
    }

    /// Moves the border to the right of a column: it becomes wider by as much as its neighbour narrower.
    private func moveBorder(of column: Int, by distance: Int) {
        let widths = columnRanges().map(\.count)
        let (left, right) = (widths[column], widths[column + 1])
        let least = min(Self.leastWidth, left) - left
        let most = right - min(Self.leastWidth, right)
        let step = max(least, min(distance, most))
        widening[column] += step
        widening[column + 1] -= step
        invalidate()
    }

    /// The mouse is at a place of the head with a border held.
    func dragBorder(to x: Int) {
        guard let move = borderMove, let grip = move.grip else { return }
        moveBorder(of: move.column, by: x - grip - columnRanges()[move.column].upperBound)
    }

    /// What a key does while a border is being moved; false for one that ends it and means something else.
    func borderKey(_ key: Key) -> Bool {
        guard let move = borderMove else { return false }
        let borders = columns.count - 1
        switch (key.code, key.modifiers) {
        case (.left, []): moveBorder(of: move.column, by: -1)
        case (.right, []): moveBorder(of: move.column, by: 1)
        case (.tab, []), (.character("w"), .control): borderMove?.column = (move.column + 1) % borders
        case (.tab, .shift): borderMove?.column = (move.column + borders - 1) % borders
        case (.enter, []): borderMove = nil
        case (.escape, []):
            widening = move.before
            borderMove = nil
        default:
            endMove()
            return false
        }
        invalidate()
        return true
    }

    var borderHints: [KeyHint] {
        [
            KeyHint(Key(.left), "Narrower"), KeyHint(Key(.right), "Wider"), KeyHint(Key(.tab), "Next"),
            KeyHint(Key(.enter), "Done"), KeyHint(Key(.escape), "Cancel"),
        ]
    }
}
