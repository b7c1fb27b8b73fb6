/// Columns beside each other where there is width enough, and one below the other where there is not.
///
/// Beside each other, their weights share the width, and one with a weight is as tall as the room.
@MainActor
public final class SideBySide: View {
    /// From so many columns on they stand beside each other.
    public let minimumWidth: Int
    public var spacing: Int

    public init(from minimumWidth: Int, spacing: Int = 1, @ViewBuilder _ columns: () -> [View]) {
        self.minimumWidth = minimumWidth
        self.spacing = spacing
        super.init()
        replaceSubviews(with: columns())
    }

    private func widths(in width: Int) -> [Int] {
        let views = visibleSubviews
        return Distribution.share(
            width, lengths: views.map { _ in 0 }, weights: views.map { max(1, $0.weight) }, spacing: spacing)
    }

    public override func measure(width: Int) -> Size {
        let views = visibleSubviews
        if width < minimumWidth {
            let sizes = views.map { $0.measure(width: width) }
            return Size(width: sizes.map(\.width).max() ?? 0, height: sizes.reduce(0) { $0 + $1.height })
        }
        let sizes = zip(views, widths(in: width)).map { $0.measure(width: $1) }
        return Size(width: width, height: sizes.map(\.height).max() ?? 0)
    }

    public override func layout() {
        let views = visibleSubviews
        if bounds.width < minimumWidth {
            var y = 0
            for view in views {
                let height = view.measure(width: bounds.width).height
                view.place(in: Rect(x: 0, y: y, width: bounds.width, height: height))
                y += height
            }
            return
        }
        var x = 0
        for (view, width) in zip(views, widths(in: bounds.width)) {
            let height = view.weight > 0 ? bounds.height : view.measure(width: width).height
            view.place(in: Rect(x: x, y: 0, width: width, height: height))
            x += width + spacing
        }
    }
}
