/// One of several values; closed it shows the chosen one, Space or Down opens the list.
@MainActor
public final class DropDown<Value: Hashable>: Control {
    public var choices: [Choice<Value>] {
        didSet {
            longest = choices.longest()
            invalidate()
        }
    }
    private var longest: Int
    public var selection: Value {
        didSet {
            guard selection != oldValue else { return }
            valueChanged()
            onChange?(selection)
        }
    }
    /// Called after each change, by whomever.
    public var onChange: (@MainActor (Value) -> Void)?
    private var typed = TypeAhead()

    public init(
        _ choices: [Choice<Value>], selection: Value, onChange: (@MainActor (Value) -> Void)? = nil
    ) {
        self.choices = choices
        longest = choices.longest()
        self.selection = selection
        self.onChange = onChange
    }

    private var index: Int? { choices.firstIndex { $0.value == selection } }
    /// The words for the chosen value; empty when it is none of the choices.
    public var title: String { index.map { choices[$0].title } ?? "" }
    public override var isEmpty: Bool { title.isEmpty }
    public override var keyHints: [KeyHint] { [KeyHint(Key(" "), "Choose")] + hints }

    public override var keepsWidth: Bool { true }

    public override func measure(width: Int) -> Size {
        Size(width: min(width, longest + 4), height: 1)
    }

    public override func draw(on canvas: Canvas) {
        let glyphs = canvas.glyphs
        let style = style(.field, in: canvas.theme)
        let endStyle = isFocused ? canvas.theme[.focusedField] : style
        canvas.fill(style: style)
        let last = bounds.width - 1
        canvas.put(isFocused ? glyphs.focusLeft : "[", at: .zero, style: endStyle)
        canvas.write(title, at: Point(x: 1, y: 0), width: last - 2, style: style)
        canvas.put(glyphs.dropDown, at: Point(x: last - 1, y: 0), style: style)
        canvas.put(isFocused ? glyphs.focusRight : "]", at: Point(x: last, y: 0), style: endStyle)
    }

    public override var cursor: Point? { Point(x: 1, y: 0) }

    public override func key(_ key: Key) -> Bool {
        guard !isReadOnly else { return false }
        switch (key.code, key.modifiers) {
        case (.character(" "), []), (.down, []), (.down, .alt), (.function(4), []): open()
        case (.character(let letter), []):
            let text = typed.add(letter, at: host?.now)
            if let row = TypeAhead.find(text, in: choices.map(\.title), from: index ?? 0) {
                selection = choices[row].value
            }
        default: return false
        }
        return true
    }

    public override func mouse(_ event: MouseEvent) -> Bool {
        guard event.action == .press(.left), !isReadOnly else { return false }
        open()
        return true
    }

    /// Opens the list.
    public func open() {
        let choices = choices
        openList(choices.map { ListBox.Item(Caption(verbatim: $0.title)) }, current: index ?? 0) {
            [weak self] row in
            self?.selection = choices[row].value
        }
    }
}
