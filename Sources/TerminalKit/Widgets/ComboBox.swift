/// A text field with a list of proposals (Down or ▾) and ✕ to clear it.
@MainActor
public final class ComboBox: View {
    public let field: TextField
    /// What the list offers.
    public var proposals: [String] { didSet { if proposals != oldValue { invalidate() } } }
    private let openMark: Mark
    private let clearMark: Mark

    public init(_ text: String = "", proposals: [String], maxLength: Int? = nil, columns: Int? = nil) {
        field = TextField(text, maxLength: maxLength, columns: columns)
        self.proposals = proposals
        openMark = Mark { $0.dropDown }
        clearMark = Mark { $0.clear }
        super.init()
        for view in [field, openMark, clearMark] { add(view) }
        openMark.onPress = { [weak self] in self?.open() }
        clearMark.onPress = { [weak self] in self?.change(to: "") }
    }

    public var text: String {
        get { field.text }
        set { field.text = newValue }
    }

    public override var mnemonicTarget: View? { field }
    public override var keyHints: [KeyHint] {
        [KeyHint(Key(.down), "Choose")] + hints
    }

    public override func measure(width: Int) -> Size {
        Size(width: min(width, field.columns + 6), height: 1)
    }

    public override func layout() {
        field.place(in: Rect(x: 0, y: 0, width: bounds.width - 4, height: 1))
        openMark.place(in: Rect(x: bounds.width - 4, y: 0, width: 2, height: 1))
        clearMark.place(in: Rect(x: bounds.width - 2, y: 0, width: 2, height: 1))
    }

    public override func key(_ key: Key) -> Bool {
        guard key.code == .down, !field.isReadOnly else { return false }
        open()
        return true
    }

    private func open() {
        let proposals = proposals
        field.focus()
        guard !proposals.isEmpty, !field.isReadOnly else { return }
        field.openList(
            proposals.map { ListBox.Item(Caption(verbatim: $0)) },
            current: proposals.firstIndex(of: text) ?? 0
        ) { [weak self] row in self?.change(to: proposals[row]) }
    }

    private func change(to text: String) {
        field.focus()
        guard !field.isReadOnly else { return }
        field.replace(with: text)
    }
}

/// A glyph that can be clicked.
@MainActor
final class Mark: View {
    var onPress: (@MainActor () -> Void)?
    private let glyph: @MainActor (Glyphs) -> Character

    init(_ glyph: @escaping @MainActor (Glyphs) -> Character) {
        self.glyph = glyph
    }

    override func draw(on canvas: Canvas) {
        canvas.put(
            glyph(canvas.glyphs), at: Point(x: bounds.width - 1, y: 0), style: style(.label, in: canvas.theme)
        )
    }

    override func mouse(_ event: MouseEvent) -> Bool {
        guard event.action == .press(.left) else { return false }
        onPress?()
        return true
    }
}
