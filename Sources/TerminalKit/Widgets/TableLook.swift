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
        return zip(columns, shares).map { column, share in
            let width = share + (column.weight > 0 ? column.width : 0)
            defer { x += width + spacing }
            return x..<x + max(0, min(width, room + 1 - x))
        }
    }

    func drawHead(on canvas: Canvas, _ ranges: [Range<Int>]) {
        let style = style(.tableHead, in: canvas.theme)
        canvas.fill(Rect(x: 0, y: 0, width: bounds.width, height: 1), style: style)
        for (index, range) in ranges.enumerated() {
            var title = columns[index].title
            if let sort, sort.column == index {
                let mark = sort.isAscending ? canvas.glyphs.moreAbove : canvas.glyphs.moreBelow
                title = title.clipped(toColumns: range.count - 1) + String(mark)
            }
            canvas.write(
                title, at: Point(x: range.lowerBound, y: 0), width: range.count,
                alignment: columns[index].alignment,
                style: style)
        }
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
