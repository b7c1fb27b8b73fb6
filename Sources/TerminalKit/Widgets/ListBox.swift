/// A list of lines of which one is current; Enter, Space or a click chooses it. Letters typed go to the line
/// they begin.
@MainActor
public final class ListBox: View {
    public struct Item: Hashable, Sendable {
        public var caption: Caption
        /// Stands at the right.
        public var detail: String
        public var isEnabled: Bool

        public init(_ caption: Caption, detail: String = "", isEnabled: Bool = true) {
            self.caption = caption
            self.detail = detail
            self.isEnabled = isEnabled
        }
    }

    /// Setting them makes the first line the current one.
    public var items: [Item] {
        didSet {
            scroll.update(count: items.count, visible: max(1, bounds.height))
            select(0)
        }
    }
    /// Whether it has the focus itself, or leaves the keys to the view it is in.
    public var takesFocus = true
    public var onChoose: (@MainActor (Int) -> Void)?
    /// Told of keys that mean nothing to a list; true says that it took one.
    public var onKey: (@MainActor (Key) -> Bool)?
    /// How many lines it would like to show at most.
    public var maxHeight = 12
    private var scroll = ListScroll()
    private let bar = ScrollBar()
    private var typed = TypeAhead()

    public init(_ items: [Item], current: Int = 0) {
        self.items = items
        super.init()
        add(bar)
        bar.onScroll = { [weak self] row in
            self?.scroll.scroll(to: row)
            self?.invalidate()
        }
        scroll.update(count: items.count, visible: maxHeight)
        scroll.select(current)
    }

    public var current: Int { scroll.current }

    public func select(_ row: Int) {
        scroll.select(row)
        invalidate()
    }

    public override var canFocus: Bool { takesFocus }

    public override var keyHints: [KeyHint] { [KeyHint(Key(.enter), "Choose")] + hints }

    public override func measure(width: Int) -> Size {
        let longest =
            items.map { $0.caption.columns + ($0.detail.isEmpty ? 0 : $0.detail.columns + 2) }.max() ?? 0
        let columns = longest + 2 + (items.count > maxHeight ? 1 : 0)
        return Size(width: min(width, columns), height: max(1, min(items.count, maxHeight)))
    }

    public override func layout() {
        scroll.update(count: items.count, visible: bounds.height)
        bar.isVisible = scroll.isScrollable
        bar.place(in: Rect(x: bounds.width - 1, y: 0, width: 1, height: bounds.height))
    }

    public override func draw(on canvas: Canvas) {
        bar.update(total: scroll.count, visible: scroll.visible, offset: scroll.offset)
        let (theme, glyphs) = (canvas.theme, canvas.glyphs)
        let width = bounds.width - (scroll.isScrollable ? 1 : 0)
        for (y, row) in scroll.window.enumerated() {
            let item = items[row]
            let isCurrent = row == current
            let style =
                isCurrent ? theme[.menuSelection] : theme[item.isEnabled && isActive ? .menu : .disabled]
            canvas.fill(Rect(x: 0, y: y, width: width, height: 1), style: style)
            canvas.write(item.caption, at: Point(x: 1, y: y), width: width - 2, style: style)
            if !item.detail.isEmpty {
                canvas.write(
                    item.detail, at: Point(x: width - 1 - item.detail.columns, y: y), style: style)
            }
            if isCurrent {
                canvas.put(glyphs.rowLeft, at: Point(x: 0, y: y), style: style)
                canvas.put(glyphs.rowRight, at: Point(x: width - 1, y: y), style: style)
            }
        }
    }

    public override var cursor: Point? { Point(x: 1, y: current - scroll.offset) }

    public override func key(_ key: Key) -> Bool {
        if scroll.move(by: key) {
            invalidate()
            return true
        }
        if onKey?(key) == true { return true }
        switch key.code {
        case .enter where key.modifiers.isEmpty: choose(current)
        case .character(" ") where key.modifiers.isEmpty && !typed.isActive(at: host?.now): choose(current)
        case .character(let letter) where key.modifiers.isEmpty: jump(to: letter)
        default: return false
        }
        return true
    }

    private func jump(to letter: Character) {
        let text = typed.add(letter, at: host?.now)
        let titles = items.map(\.caption.text)
        if let row = TypeAhead.find(text, in: titles, from: current) { select(row) }
    }

    private func choose(_ row: Int) {
        guard items.indices.contains(row), items[row].isEnabled else { return }
        onChoose?(row)
    }

    public override func mouse(_ event: MouseEvent) -> Bool {
        switch event.action {
        case .press(.left), .drag(.left):
            let row = scroll.offset + event.position.y
            if scroll.window.contains(row) { select(row) }
        case .release(.left):
            let row = scroll.offset + event.position.y
            if bounds.contains(event.position), scroll.window.contains(row) { choose(row) }
        case .wheelUp: wheel(-3)
        case .wheelDown: wheel(3)
        default: return false
        }
        return true
    }

    private func wheel(_ rows: Int) {
        scroll.scroll(to: scroll.offset + rows)
        invalidate()
    }
}
