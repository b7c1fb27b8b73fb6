/// A line of text that names another view; its mnemonic and a click lead there.
@MainActor
public final class Label: View {
    public var caption: Caption { didSet { if caption != oldValue { invalidate() } } }
    public var role: Role { didSet { if role != oldValue { invalidate() } } }
    public var alignment: Alignment
    public weak var target: View?

    public init(
        _ caption: Caption, for target: View? = nil, role: Role = .label, alignment: Alignment = .leading
    ) {
        self.caption = caption
        self.target = target
        self.role = role
        self.alignment = alignment
    }

    /// Text from elsewhere, without markup.
    public convenience init(verbatim text: String, role: Role = .label, alignment: Alignment = .leading) {
        self.init(Caption(verbatim: text), role: role, alignment: alignment)
    }

    /// The text shown; setting it takes it as it stands.
    public var text: String {
        get { caption.text }
        set { caption = Caption(verbatim: newValue) }
    }

    public override var mnemonic: Character? { caption.mnemonic }

    public override var mnemonicTarget: View? { target?.mnemonicTarget }

    public override func activate(_ modifiers: Modifiers) {
        target?.activate(modifiers)
    }

    public override func measure(width: Int) -> Size {
        Size(width: min(width, caption.columns), height: 1)
    }

    public override func draw(on canvas: Canvas) {
        let isDimmed = target?.isActive == false
        let style = isDimmed ? canvas.theme[.disabled] : style(role, in: canvas.theme)
        let start = alignment.before(bounds.width - caption.columns)
        canvas.write(caption, at: Point(x: start, y: 0), width: bounds.width - start, style: style)
    }

    public override func mouse(_ event: MouseEvent) -> Bool {
        guard event.action == .press(.left), let target = mnemonicTarget else { return false }
        target.focus()
        return true
    }
}
