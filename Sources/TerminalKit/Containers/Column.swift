/// Views one below the other, each as wide as the column or as it would like to be.
@MainActor
public final class Column: View {
    public var spacing: Int

    public init(spacing: Int = 0, @ViewBuilder _ views: () -> [View]) {
        self.spacing = spacing
        super.init()
        replaceSubviews(with: views())
    }

    public override func measure(width: Int) -> Size {
        let sizes = visibleSubviews.map { $0.measure(width: width) }
        return Size(
            width: sizes.map(\.width).max() ?? 0,
            height: sizes.reduce(0) { $0 + $1.height } + spacing * max(0, sizes.count - 1))
    }

    public override func layout() {
        let views = visibleSubviews
        let sizes = views.map { $0.measure(width: bounds.width) }
        let heights = Distribution.share(
            bounds.height, lengths: sizes.map(\.height), weights: views.map(\.weight), spacing: spacing)
        var y = 0
        for (index, view) in views.enumerated() {
            let width = view.keepsWidth ? sizes[index].width : bounds.width
            view.place(in: Rect(x: 0, y: y, width: width, height: heights[index]))
            y += heights[index] + spacing
        }
    }
}
