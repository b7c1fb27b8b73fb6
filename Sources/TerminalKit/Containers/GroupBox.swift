/// A frame with a title around views that belong together; its mnemonic goes to the first of them.
@MainActor
public final class GroupBox: View {
    public var caption: Caption { didSet { if caption != oldValue { invalidate() } } }
    private let content: View

    /// The views stand one below the other.
    public init(_ caption: Caption, @ViewBuilder _ views: () -> [View]) {
        self.caption = caption
        let views = views()
        content = if views.count == 1, let view = views.first { view } else { Column { views } }
        super.init()
        add(content)
    }

    public override var mnemonic: Character? { caption.mnemonic }

    public override var mnemonicTarget: View? {
        descendants.first { $0.canFocus && $0.isShown && $0.isActive }
    }

    public override func measure(width: Int) -> Size {
        let size = content.measure(width: width - 4)
        return Size(width: max(size.width, min(caption.columns, width - 4)) + 4, height: size.height + 2)
    }

    public override func layout() {
        content.place(in: bounds.inset(dx: 2, dy: 1))
    }

    public override func draw(on canvas: Canvas) {
        canvas.box(bounds, style: style(.frame, in: canvas.theme))
        let style = style(.label, in: canvas.theme)
        let end = canvas.write(caption, at: Point(x: 2, y: 0), width: bounds.width - 4, style: style)
        for x in [1, end] { canvas.put(" ", at: Point(x: x, y: 0), style: style) }
    }

    public override func mouse(_ event: MouseEvent) -> Bool {
        guard event.action == .press(.left), event.position.y == 0, let mnemonicTarget else { return false }
        mnemonicTarget.focus()
        return true
    }
}
