/// A tab of the ribbon, with the menu below it.
@MainActor
public struct RibbonTab {
    public var caption: Caption
    public var items: [MenuItem]

    public init(_ caption: Caption, _ items: [MenuItem]) {
        self.caption = caption
        self.items = items
    }
}

/// The menu on the first line of the screen: F10 or Alt and a letter opens a tab, arrows go on to the next.
@MainActor
public final class Ribbon: View {
    public var tabs: [RibbonTab] { didSet { invalidate() } }
    /// Stands at the right, as far as there is room: who is signed in.
    public var status = "" { didSet { if status != oldValue { invalidate() } } }
    /// Stands before it, and is never left out: what nobody may mistake.
    public var notice = "" { didSet { if notice != oldValue { invalidate() } } }
    private var opened: (tab: Int, menu: PopUpMenu)?

    public init(_ tabs: [RibbonTab]) {
        self.tabs = tabs
    }

    private func columns(of index: Int) -> Range<Int> {
        let start = tabs[..<index].reduce(0) { $0 + $1.caption.columns + 2 } + index
        return start..<start + tabs[index].caption.columns + 2
    }

    public override func draw(on canvas: Canvas) {
        let theme = canvas.theme
        canvas.fill(style: theme[.menu])
        for (index, tab) in tabs.enumerated() {
            let range = columns(of: index)
            let style = theme[opened?.tab == index ? .menuSelection : .menu]
            canvas.fill(Rect(x: range.lowerBound, y: 0, width: range.count, height: 1), style: style)
            canvas.write(tab.caption, at: Point(x: range.lowerBound + 1, y: 0), style: style)
        }
        drawNotices(on: canvas, from: (tabs.indices.last.map { columns(of: $0).upperBound } ?? 0) + 1)
    }

    private func drawNotices(on canvas: Canvas, from start: Int) {
        var x = start
        if !notice.isEmpty {
            x = canvas.write(" ! \(notice) ", at: Point(x: x, y: 0), style: canvas.theme[.warning]) + 1
        }
        let room = canvas.size.width - 1 - x
        guard room > 0 else { return }
        canvas.write(
            status, at: Point(x: x, y: 0), width: room, alignment: .trailing, style: canvas.theme[.menu])
    }

    public override func mouse(_ event: MouseEvent) -> Bool {
        guard event.action == .press(.left) else { return false }
        let index = tabs.indices.first { columns(of: $0).contains(event.position.x) }
        if let index, index != opened?.tab { open(index) } else { menu?.dismiss(.cancel) }
        return index != nil
    }

    /// The menu that is open.
    var menu: Window? { opened?.menu.window }

    func tab(mnemonic: Character) -> Int? {
        tabs.firstIndex { $0.caption.mnemonic == mnemonic }
    }

    /// Opens the menu of a tab, in place of another that is open.
    public func open(_ index: Int) {
        guard tabs.indices.contains(index) else { return }
        menu?.dismiss(.cancel)
        let range = columns(of: index)
        let menu = PopUpMenu(
            tabs[index].items,
            below: Rect(x: frame.minX + range.lowerBound, y: frame.minY, width: 0, height: 1),
            host: host, onKey: { [weak self] in self?.stepTab($0) ?? false },
            onClose: { [weak self] in self?.opened = nil })
        opened = menu.map { (index, $0) }
    }

    private func stepTab(_ key: Key) -> Bool {
        guard let opened else { return false }
        switch key.code {
        case .left: open((opened.tab + tabs.count - 1) % tabs.count)
        case .right: open((opened.tab + 1) % tabs.count)
        default: return false
        }
        return true
    }
}
