/// How a table looks.
extension Table {
    func drawHead(on canvas: Canvas, _ ranges: [Range<Int>], height: Int) {
        let style = style(.tableHead, in: canvas.theme)
        canvas.fill(Rect(x: 0, y: 0, width: bounds.width, height: height), style: style)
        for (index, range) in ranges.enumerated() {
            var lines = height > 1 ? columns[index].headLines(in: range.count) : [columns[index].title]
            if let sort, sort.column == index, let last = lines.popLast() {
                let mark = sort.isAscending ? canvas.glyphs.moreAbove : canvas.glyphs.moreBelow
                lines.append(last.clipped(toColumns: range.count - 1) + String(mark))
            }
            // The last line of every head stands on the rows.
            for (y, line) in zip(height - lines.count..<height, lines) {
                canvas.write(
                    line, at: Point(x: range.lowerBound, y: y), width: range.count,
                    alignment: columns[index].alignment, style: style)
            }
        }
        if let move = borderMove {
            let x = ranges[move.column].upperBound
            canvas.put(canvas.glyphs.vertical, at: Point(x: x, y: 0), style: canvas.theme[.selection])
        }
    }

    /// In place of the first row, with its marks: the focus is seen there, too.
    func drawEmpty(_ text: String, on canvas: Canvas, y: Int) {
        let style = isFocused ? canvas.theme[.selection] : style(.faint, in: canvas.theme)
        if isFocused {
            canvas.fill(Rect(x: 0, y: y, width: rowWidth, height: 1), style: style)
            canvas.put(canvas.glyphs.rowLeft, at: Point(x: 0, y: y), style: style)
            canvas.put(canvas.glyphs.rowRight, at: Point(x: rowWidth - 1, y: y), style: style)
        }
        canvas.write(text, at: Point(x: 1, y: y), width: max(0, rowWidth - 2), style: style)
    }

    func draw(_ row: Element, isCurrent: Bool, on canvas: Canvas, y: Int, _ ranges: [Range<Int>]) {
        let (theme, glyphs) = (canvas.theme, canvas.glyphs)
        let role: Role = !isCurrent ? .window : isFocused ? .selection : .idleSelection
        let base = style(role, in: theme)
        canvas.fill(Rect(x: 0, y: y, width: rowWidth, height: 1), style: base)
        for (column, range) in zip(columns, ranges) {
            var style = base
            if let role = column.role?(row), isActive {
                style = Style(
                    foreground: isCurrent ? base.foreground : theme[role].foreground,
                    background: base.background,
                    attributes: base.attributes.union(theme[role].attributes))
            }
            var x = range.lowerBound
            if let mark = column.mark {
                if let kind = mark(row) { canvas.put(kind.mark(glyphs), at: Point(x: x, y: y), style: style) }
                x += 2
            }
            canvas.write(
                column.text(row), at: Point(x: x, y: y), width: range.upperBound - x,
                alignment: column.alignment, style: style)
        }
        if menu != nil { canvas.put(glyphs.dropDown, at: Point(x: rowWidth - 2, y: y), style: base) }
        guard isCurrent, isFocused else { return }
        canvas.put(glyphs.rowLeft, at: Point(x: 0, y: y), style: base)
        canvas.put(glyphs.rowRight, at: Point(x: rowWidth - 1, y: y), style: base)
    }
}
