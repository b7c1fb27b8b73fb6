/// Several of many values; Space switches the current one.
@MainActor
public final class CheckList<Value: Hashable>: Control {
    public let choices: [Choice<Value>]
    public var selection: Set<Value> {
        didSet {
            guard selection != oldValue else { return }
            valueChanged()
            onChange?(selection)
        }
    }
    /// Called after each change, by whomever.
    public var onChange: (@MainActor (Set<Value>) -> Void)?
    /// How many lines it would like to show at most.
    public var maxHeight: Int
    private let longest: Int
    private var scroll = ListScroll()
    private let bar = ScrollBar()
    private var typed = TypeAhead()

    public init(
        _ choices: [Choice<Value>], selection: Set<Value> = [], maxHeight: Int = 5,
        onChange: (@MainActor (Set<Value>) -> Void)? = nil
    ) {
        self.choices = choices
        longest = choices.longest()
        self.selection = selection
        self.maxHeight = maxHeight
        self.onChange = onChange
        super.init()
        add(bar)
        bar.onScroll = { [weak self] row in
            self?.scroll.scroll(to: row)
            self?.invalidate()
        }
    }

    public override var isEmpty: Bool { selection.isEmpty }
    public override var keyHints: [KeyHint] { [KeyHint(Key(" "), "On or off")] + hints }

    public override var keepsWidth: Bool { true }

    public override func measure(width: Int) -> Size {
        let columns = longest + 6 + (choices.count > maxHeight ? 2 : 0)
        return Size(width: min(width, columns), height: max(1, min(choices.count, maxHeight)))
    }

    public override func layout() {
        scroll.update(count: choices.count, visible: bounds.height)
        bar.isVisible = scroll.isScrollable
        bar.place(in: Rect(x: bounds.width - 1, y: 0, width: 1, height: bounds.height))
    }

    public override func draw(on canvas: Canvas) {
        bar.update(total: scroll.count, visible: scroll.visible, offset: scroll.offset)
        let (theme, glyphs) = (canvas.theme, canvas.glyphs)
        let width = bounds.width - (scroll.isScrollable ? 2 : 0)
        for (y, row) in scroll.window.enumerated() {
            let isCurrent = isFocused && row == scroll.current
            let style = style(isCurrent ? .selection : .window, in: theme)
            let mark = selection.contains(choices[row].value) ? "x" : " "
            canvas.write(
                " [\(mark)] \(choices[row].title)", at: Point(x: 0, y: y), width: width, style: style)
            guard isCurrent else { continue }
            canvas.put(glyphs.rowLeft, at: Point(x: 0, y: y), style: style)
            canvas.put(glyphs.rowRight, at: Point(x: width - 1, y: y), style: style)
        }
    }

    public override var cursor: Point? { Point(x: 2, y: scroll.current - scroll.offset) }

    public override func key(_ key: Key) -> Bool {
        if scroll.move(by: key) {
            reveal(Rect(x: 0, y: scroll.current - scroll.offset, width: bounds.width, height: 1))
            invalidate()
            return true
        }
        switch (key.code, key.modifiers) {
        case (.character(" "), []): toggle(scroll.current)
        case (.character(let letter), []):
            let text = typed.add(letter, at: host?.now)
            if let row = TypeAhead.find(text, in: choices.map(\.title), from: scroll.current) {
                scroll.select(row)
            }
            invalidate()
        default: return false
        }
        return true
    }

    private func toggle(_ row: Int) {
        guard choices.indices.contains(row), !isReadOnly else { return }
        selection.formSymmetricDifference([choices[row].value])
    }

    public override func mouse(_ event: MouseEvent) -> Bool {
        switch event.action {
        case .press(.left):
            let row = scroll.offset + event.position.y
            guard scroll.window.contains(row) else { return true }
            scroll.select(row)
            toggle(row)
        case .wheelUp where scroll.isScrollable: scroll.scroll(to: scroll.offset - 3)
        case .wheelDown where scroll.isScrollable: scroll.scroll(to: scroll.offset + 3)
        default: return false
        }
        invalidate()
        return true
    }
}
