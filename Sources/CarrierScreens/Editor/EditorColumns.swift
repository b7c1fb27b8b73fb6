internal import TerminalKit

/// The groups of the editor: one below the other in reading order, or from a width on in two columns.
final class EditorColumns: View {
    enum Side { case left, right }

    private let minimumWidth: Int
    private let sides: [Side]

    init(from minimumWidth: Int, _ groups: [(side: Side, view: View)]) {
        self.minimumWidth = minimumWidth
        sides = groups.map(\.side)
        super.init()
        replaceSubviews(with: groups.map(\.view))
    }

    /// The right column is a little wider: the accounts and the buttons of a key need it.
    private func places(width: Int) -> [(view: View, place: Rect)] {
        let isSplit = width >= minimumWidth
        let left = isSplit ? (width - 1) * 6 / 13 : width
        var (leftY, rightY) = (0, 0)
        return zip(subviews, sides).filter(\.0.isVisible).map { view, side in
            guard isSplit, side == .right else {
                let height = view.measure(width: left).height
                defer { leftY += height }
                return (view, Rect(x: 0, y: leftY, width: left, height: height))
            }
            let right = width - left - 1
            let height = view.measure(width: right).height
            defer { rightY += height }
            return (view, Rect(x: left + 1, y: rightY, width: right, height: height))
        }
    }

    override func measure(width: Int) -> Size {
        Size(width: width, height: places(width: width).map(\.place.maxY).max() ?? 0)
    }

    override func layout() {
        for (view, place) in places(width: bounds.width) { view.place(in: place) }
    }
}
