/// How the person moves the borders between the columns of a table.
extension Table {
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
