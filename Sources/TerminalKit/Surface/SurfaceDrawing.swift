extension Surface {
    /// Puts one character of `columns` 1 or 2 at a point; never half of a wide one.
    ///
    /// A wide character that would lose a half, here or by being written over, leaves a space.
    public mutating func put(_ character: Character, columns: Int, style: Style, at point: Point) {
        guard Rect(origin: .zero, size: size).contains(point) else { return }
        let right = Point(x: point.x + 1, y: point.y)
        splitWide(at: point)
        if columns == 2 {
            guard right.x < size.width else {
                self[point] = Cell(" ", style: style)
                return
            }
            splitWide(at: right)
            self[point] = Cell(character, style: style)
            self[right] = Cell(" ", style: style, isContinuation: true)
        } else {
            self[point] = Cell(character, style: style)
        }
    }

    /// The rows as text, spaces at their ends dropped: what a test compares.
    public var lines: [String] {
        (0..<size.height).map { y in
            var line = ""
            for x in 0..<size.width where !self[Point(x: x, y: y)].isContinuation {
                line.append(self[Point(x: x, y: y)].character)
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }

    /// The rows joined with line breaks.
    public var text: String { lines.joined(separator: "\n") }
}
