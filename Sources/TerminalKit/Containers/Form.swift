/// Fields below each other with their labels aligned right in one column.
///
/// A ``FieldRow`` puts several fields on one line; any other view begins where the controls begin.
@MainActor
public final class Form: View {
    /// The width of the label column; 0 takes the widest label's.
    public var labelColumns: Int

    public init(labelColumns: Int = 0, @ViewBuilder _ rows: () -> [View]) {
        self.labelColumns = labelColumns
        super.init()
        replaceSubviews(with: rows())
    }

    private func alignLabels() -> Int {
        let rows = visibleSubviews
        let leading = rows.compactMap { row in
            row as? Field ?? (row as? FieldRow)?.visibleSubviews.first as? Field
        }
        let columns = max(labelColumns, leading.map(\.label.caption.columns).max() ?? 0)
        for field in leading { field.labelColumns = columns }
        for case let row as FieldRow in rows { row.labelColumns = columns }
        return columns
    }

    private func indent(of row: View, columns: Int) -> Int {
        row is Field || row is FieldRow || columns == 0 ? 0 : columns + 1
    }

    public override func measure(width: Int) -> Size {
        let columns = alignLabels()
        let sizes = visibleSubviews.map { row in
            let indent = indent(of: row, columns: columns)
            let size = row.measure(width: width - indent)
            return Size(width: size.width + indent, height: size.height)
        }
        return Size(width: sizes.map(\.width).max() ?? 0, height: sizes.reduce(0) { $0 + $1.height })
    }

    public override func layout() {
        let columns = alignLabels()
        let rows = visibleSubviews
        let indents = rows.map { indent(of: $0, columns: columns) }
        let sizes = zip(rows, indents).map { $0.measure(width: bounds.width - $1) }
        let heights = Distribution.share(
            bounds.height, lengths: sizes.map(\.height), weights: rows.map(\.weight))
        var y = 0
        for (index, row) in rows.enumerated() {
            let width = row.keepsWidth ? sizes[index].width : bounds.width - indents[index]
            row.place(in: Rect(x: indents[index], y: y, width: width, height: heights[index]))
            y += heights[index]
        }
    }
}

/// Fields on one line of a ``Form``; what does not fit goes to the next line, below the first field.
@MainActor
public final class FieldRow: View {
    public var spacing: Int
    var labelColumns = 0

    public init(spacing: Int = 2, @ViewBuilder _ fields: () -> [View]) {
        self.spacing = spacing
        super.init()
        replaceSubviews(with: fields())
    }

    /// Puts the views on lines; returns their places.
    private func places(width: Int) -> [Rect] {
        var places: [Rect] = []
        var (x, y, height) = (0, 0, 0)
        for (index, view) in visibleSubviews.enumerated() {
            let field = view as? Field
            let indent = field == nil && labelColumns > 0 ? labelColumns + 1 : 0
            field?.labelColumns = index == 0 ? labelColumns : field?.label.caption.columns ?? 0
            var size = view.measure(width: width)
            if index > 0, x + spacing + size.width <= width {
                x += spacing
            } else {
                (x, y) = (index > 0 || field != nil ? 0 : indent, y + height)
                height = 0
                if index > 0, let field {
                    field.labelColumns = labelColumns
                } else if index > 0 {
                    x = indent
                }
                size = view.measure(width: width - x)
            }
            places.append(Rect(origin: Point(x: x, y: y), size: size))
            x += size.width
            height = max(height, size.height)
        }
        return places
    }

    public override func measure(width: Int) -> Size {
        let places = places(width: width)
        return Size(width: places.map(\.maxX).max() ?? 0, height: places.map(\.maxY).max() ?? 0)
    }

    public override func layout() {
        for (view, place) in zip(visibleSubviews, places(width: bounds.width)) { view.place(in: place) }
    }
}
