/// A page of ``Pages``.
@MainActor
public struct Page {
    public var caption: Caption
    public var content: View

    public init(_ caption: Caption, @ViewBuilder _ views: () -> [View]) {
        self.caption = caption
        content = Column(views)
    }
}

/// Pages behind a line of tabs: arrows on the tabs, Alt and a letter, Ctrl+PgUp and Ctrl+PgDn, or a click
/// turn them.
@MainActor
public final class Pages: View {
    /// The page in front, counted from 0.
    public private(set) var current = 0
    /// Called when another page has come to the front.
    public var onTurn: (@MainActor (Int) -> Void)?
    private let tabs: [Tab]
    private let contents: [View]
    let pages: [Page]

    public init(_ pages: [Page]) {
        self.pages = pages
        tabs = pages.map { Tab($0.caption) }
        contents = pages.map(\.content)
        super.init()
        weight = 1
        for tab in tabs { add(tab) }
        for content in contents { add(content) }
        for (index, tab) in tabs.enumerated() {
            tab.onPress = { [weak self] in self?.turn(to: index) }
            tab.onStep = { [weak self] in self?.step($0) }
        }
        tabs.first?.isCurrent = true
    }

    /// Brings a page to the front, and the focus to its tab when it was on another page.
    public func turn(to index: Int) {
        guard contents.indices.contains(index) else { return }
        let hadFocus = window?.focused?.isInside(self) ?? false
        current = index
        for (position, tab) in tabs.enumerated() { tab.isCurrent = position == index }
        if hadFocus { tabs[index].focus() }
        invalidate()
        onTurn?(index)
    }

    private func step(_ step: Int) {
        turn(to: (current + step + tabs.count) % tabs.count)
    }

    public override func isShowing(_ subview: View) -> Bool {
        subview is Tab || subview === contents[current]
    }

    public override func turn(to subview: View) {
        if let index = contents.firstIndex(where: { $0 === subview }), index != current { turn(to: index) }
        super.turn(to: subview)
    }

    public override var keyHints: [KeyHint] { [KeyHint(Key(.pageDown, .control), "Next page")] + hints }

    public override func measure(width: Int) -> Size {
        let sizes = contents.map { $0.measure(width: width) }
        let head = tabs.reduce(0) { $0 + $1.measure(width: width).width }
        return Size(
            width: max(head, sizes.map(\.width).max() ?? 0), height: (sizes.map(\.height).max() ?? 0) + 2)
    }

    public override func layout() {
        var x = 0
        for tab in tabs {
            let width = tab.measure(width: bounds.width).width
            tab.place(in: Rect(x: x, y: 0, width: width, height: 1))
            x += width
        }
        for (index, content) in contents.enumerated() {
            let room = Rect(x: 0, y: 2, width: bounds.width, height: bounds.height - 2)
            content.place(in: index == current ? room : .zero)
        }
    }

    public override func draw(on canvas: Canvas) {
        let line = Rect(x: 0, y: 1, width: bounds.width, height: 1)
        canvas.fill(line, with: canvas.glyphs.horizontal, style: canvas.theme[.frame])
    }

    public override func key(_ key: Key) -> Bool {
        switch (key.code, key.modifiers) {
        case (.pageDown, .control): step(1)
        case (.pageUp, .control): step(-1)
        default: return false
        }
        return true
    }
}

/// The tab of a page; only the one in front can have the focus.
@MainActor
final class Tab: View {
    var isCurrent = false
    var onPress: (@MainActor () -> Void)?
    var onStep: (@MainActor (Int) -> Void)?
    private let caption: Caption

    init(_ caption: Caption) {
        self.caption = caption
    }

    override var canFocus: Bool { isCurrent }
    override var mnemonic: Character? { caption.mnemonic }
    override var mnemonicTarget: View? { self }

    override func measure(width: Int) -> Size {
        Size(width: caption.columns + 4, height: 1)
    }

    override func draw(on canvas: Canvas) {
        let (theme, glyphs) = (canvas.theme, canvas.glyphs)
        let style = style(isFocused ? .focusedButton : isCurrent ? .title : .label, in: theme)
        canvas.write(caption, at: Point(x: 2, y: 0), style: style)
        guard isCurrent else { return }
        canvas.put(isFocused ? glyphs.focusLeft : "[", at: Point(x: 1, y: 0), style: style)
        canvas.put(isFocused ? glyphs.focusRight : "]", at: Point(x: bounds.width - 2, y: 0), style: style)
    }

    override func key(_ key: Key) -> Bool {
        switch (key.code, key.modifiers) {
        case (.left, []): onStep?(-1)
        case (.right, []): onStep?(1)
        default: return false
        }
        return true
    }

    override func mouse(_ event: MouseEvent) -> Bool {
        guard event.action == .press(.left) else { return false }
        activate([])
        return true
    }

    override func activate(_ modifiers: Modifiers) {
        onPress?()
        focus()
    }
}
