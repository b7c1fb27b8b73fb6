/// Views beside each other; those with weight share the room that is left. What does not fit goes to the next
/// line.
@MainActor
public final class Row: View {
    public var spacing: Int
    public var alignment: Alignment

    public init(spacing: Int = 2, alignment: Alignment = .leading, @ViewBuilder _ views: () -> [View]) {
        self.spacing = spacing
        self.alignment = alignment
        super.init()
        replaceSubviews(with: views())
    }

    /// A label of the whole row leads to the first view in it that can be used.
    public override var mnemonicTarget: View? { visibleSubviews.lazy.compactMap(\.mnemonicTarget).first }

    /// The views of each line with the widths they need; a view with weight needs at least its own.
    private func lines(width: Int) -> [[(view: View, size: Size)]] {
        var lines: [[(view: View, size: Size)]] = []
        var used = 0
        for view in visibleSubviews {
            let size = view.measure(width: width)
            if let last = lines.indices.last, used + spacing + size.width <= width {
                lines[last].append((view, size))
                used += spacing + size.width
            } else {
                lines.append([(view, size)])
                used = size.width
            }
        }
        return lines
    }

    public override func measure(width: Int) -> Size {
        let lines = lines(width: width)
        let widths = lines.map { line in line.reduce(-spacing) { $0 + spacing + $1.size.width } }
        let heights = lines.map { line in line.map(\.size.height).max() ?? 0 }
        return Size(width: widths.max() ?? 0, height: heights.reduce(0, +))
    }

    public override func layout() {
        var y = 0
        for line in lines(width: bounds.width) {
            let weights = line.map(\.view.weight)
            var widths = line.map(\.size.width)
            let extra = bounds.width - widths.reduce(0, +) - spacing * (line.count - 1)
            var x = 0
            if weights.contains(where: { $0 > 0 }) {
                let shares = Distribution.share(
                    max(0, extra), lengths: widths.map { _ in 0 }, weights: weights)
                widths = zip(widths, shares).map(+)
            } else {
                x = alignment.before(extra)
            }
            let height = min(line.map(\.size.height).max() ?? 0, max(0, bounds.height - y))
            for (item, width) in zip(line, widths) {
                item.view.place(in: Rect(x: x, y: y, width: width, height: height))
                x += width + spacing
            }
            y += height
        }
    }
}

/// Empty room: takes what is left in a row or column.
@MainActor
public final class Spacer: View {
    public init(weight: Int = 1) {
        super.init()
        self.weight = weight
    }
}
