/// A box that is on or off; Space toggles it.
@MainActor
public final class CheckBox: Control {
    public var caption: Caption { didSet { if caption != oldValue { invalidate() } } }
    public var isOn: Bool {
        didSet {
            guard isOn != oldValue else { return }
            valueChanged()
            onChange?(isOn)
        }
    }
    /// Called after each change, by whomever.
    public var onChange: (@MainActor (Bool) -> Void)?

    public init(_ caption: Caption, isOn: Bool = false, onChange: (@MainActor (Bool) -> Void)? = nil) {
        self.caption = caption
        self.isOn = isOn
        self.onChange = onChange
    }

    public override var mnemonic: Character? { caption.mnemonic }
    public override var keyHints: [KeyHint] { [KeyHint(Key(" "), isOn ? "Off" : "On")] + hints }

    public override var keepsWidth: Bool { true }

    public override func measure(width: Int) -> Size {
        Size(width: min(width, caption.columns + 6), height: 1)
    }

    public override func draw(on canvas: Canvas) {
        let (theme, glyphs) = (canvas.theme, canvas.glyphs)
        let style = style(.window, in: theme)
        canvas.write("[\(isOn ? "x" : " ")]", at: Point(x: 1, y: 0), style: style)
        let end = canvas.write(caption, at: Point(x: 5, y: 0), width: bounds.width - 6, style: style)
        guard isFocused else { return }
        canvas.put(glyphs.focusLeft, at: .zero, style: theme[.focusedField])
        canvas.put(glyphs.focusRight, at: Point(x: end, y: 0), style: theme[.focusedField])
    }

    public override var cursor: Point? { Point(x: 2, y: 0) }

    public override func key(_ key: Key) -> Bool {
        guard key == Key(" "), !isReadOnly else { return false }
        isOn.toggle()
        return true
    }

    public override func mouse(_ event: MouseEvent) -> Bool {
        guard event.action == .press(.left), !isReadOnly else { return false }
        isOn.toggle()
        return true
    }

    public override func activate(_ modifiers: Modifiers) {
        guard !isReadOnly else { return }
        isOn.toggle()
    }
}
