/// Shows a part of something taller than its place; the focus stays in sight, ▲ and ▼ tell that there is
/// more.
///
/// Where nothing in it takes the focus, as in a text, it takes it itself while there is more than fits: the arrows, PgUp,
/// PgDn, Home and End scroll it.
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

    private var isScrolling: Bool { contentHeight > bounds.height }

    public override var canFocus: Bool {
        isScrolling && !content.descendants.contains { $0.canFocus && $0.isShown && $0.isActive }
    }

    public override var keyHints: [KeyHint] {
        (isFocused ? [KeyHint(Key(.pageDown), "Scroll")] : []) + hints
    }

    public override func measure(width: Int) -> Size { content.measure(width: width) }

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

    /// The mark of the focus points at where one is.
    public override func draw(on canvas: Canvas) {
        guard isFocused else { return }
        canvas.put(
            canvas.glyphs.focusLeft, at: Point(x: bounds.width - 2, y: bar.thumbStart),
            style: canvas.theme[.focusedField])
    }

    public override var cursor: Point? { Point(x: bounds.width - 2, y: bar.thumbStart) }

    private func scroll(to row: Int) {
        offset = max(0, min(row, contentHeight - bounds.height))
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
        guard key.modifiers.isEmpty else { return false }
        let old = offset
        switch key.code {
        case .pageUp: page(-1)
        case .pageDown: page(1)
        case .home where isFocused: scroll(to: 0)
        case .end where isFocused: scroll(to: contentHeight)
        // At its end a text lets the arrow go on, to the next field.
        case .up where isFocused:
            scroll(to: offset - 1)
            return offset != old
        case .down where isFocused:
            scroll(to: offset + 1)
            return offset != old
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
        invalidate()
        guard let window else { return }
        let order = window.focusOrder.filter { $0.isInside(content) }
        let rows = order.map { ($0, $0.screenOrigin.y - content.screenOrigin.y) }
        let seen = rows.filter { goal..<goal + bounds.height ~= $0.1 }
        let next = step > 0 && target == contentHeight - bounds.height ? rows.last : seen.first ?? rows.first
        if let next { window.moveFocus(to: step < 0 && target == 0 ? rows.first?.0 : next.0) }
    }

    public override func mouse(_ event: MouseEvent) -> Bool {
        guard isScrolling else { return false }
        switch event.action {
        case .wheelUp: scroll(to: offset - 3)
        case .wheelDown: scroll(to: offset + 3)
        default: return false
        }
        return true
    }
}

extension Window {
    /// Turns the pages of what scrolls in the window, for keys that nothing else wanted.
    func turnPage(_ key: Key) {
        guard [.pageUp, .pageDown].contains(key.code) else { return }
        _ = descendants.lazy.compactMap { $0 as? ScrollView }.first(where: \.isShown)?.key(key)
    }
}
