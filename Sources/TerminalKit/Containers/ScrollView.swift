/// Shows a part of something taller than its place; the focus stays in sight, ▲ and ▼ tell that there is
/// more.
@MainActor
public final class ScrollView: View {
    private let content: View
    private let bar = ScrollBar()
    private var offset = 0
    private var contentHeight = 0

    public init(_ content: View) {
        self.content = content
        super.init()
        weight = 1
        add(content)
        add(bar)
        bar.onScroll = { [weak self] in self?.scroll(to: $0) }
    }

    public convenience init(@ViewBuilder _ views: () -> [View]) {
        self.init(Column(views))
    }

    public override func measure(width: Int) -> Size {
        let size = content.measure(width: width)
        return Size(width: size.width, height: size.height)
    }

    public override func layout() {
        let whole = content.measure(width: bounds.width).height
        let isScrolling = whole > bounds.height
        let width = bounds.width - (isScrolling ? 2 : 0)
        contentHeight = isScrolling ? content.measure(width: width).height : bounds.height
        offset = max(0, min(offset, contentHeight - bounds.height))
        content.place(in: Rect(x: 0, y: -offset, width: width, height: contentHeight))
        bar.isVisible = isScrolling
        bar.update(total: contentHeight, visible: bounds.height, offset: offset)
        bar.place(in: Rect(x: bounds.width - 1, y: 0, width: 1, height: bounds.height))
    }

    private func scroll(to row: Int) {
        offset = row
        invalidate()
    }

    public override func reveal(_ rect: Rect) {
        // Coordinates are this view's own: the content is already moved up by the offset.
        let old = offset
        if rect.minY < 0 || rect.height > bounds.height {
            offset += rect.minY
        } else if rect.maxY > bounds.height {
            offset += rect.maxY - bounds.height
        }
        offset = max(0, min(offset, contentHeight - bounds.height))
        if offset != old {
            layout()
            invalidate()
        }
        super.reveal(rect.intersection(bounds))
    }

    public override func key(_ key: Key) -> Bool {
        switch key.code {
        case .pageUp: page(-1)
        case .pageDown: page(1)
        default: return false
        }
        return true
    }

    /// Scrolls by a page and takes the focus along.
    private func page(_ step: Int) {
        let target = max(0, min(contentHeight - bounds.height, offset + step * max(1, bounds.height - 1)))
        let goal = step > 0 && target == offset ? contentHeight : target
        offset = target
        layout()
        guard let window else { return }
        let order = window.focusOrder.filter { $0.isInside(content) }
        let rows = order.map { ($0, $0.screenOrigin.y - content.screenOrigin.y) }
        let seen = rows.filter { goal..<goal + bounds.height ~= $0.1 }
        let next = step > 0 && target == contentHeight - bounds.height ? rows.last : seen.first ?? rows.first
        if let next { window.moveFocus(to: step < 0 && target == 0 ? rows.first?.0 : next.0) }
    }

    public override func mouse(_ event: MouseEvent) -> Bool {
        guard contentHeight > bounds.height else { return false }
        switch event.action {
        case .wheelUp: scroll(to: offset - 3)
        case .wheelDown: scroll(to: offset + 3)
        default: return false
        }
        return true
    }
}
