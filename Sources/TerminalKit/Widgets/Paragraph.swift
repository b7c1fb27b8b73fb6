/// Text of any length, broken between words.
@MainActor
public final class Paragraph: View {
    public var text: String {
        didSet {
            guard text != oldValue else { return }
            revision += 1
            invalidate()
        }
    }
    /// How often the text has changed.
    private(set) var revision = 0
    public var role: Role { didSet { if role != oldValue { invalidate() } } }
    public var alignment: Alignment
    /// What it says in lines, where its text is a sign.
    public var words: String?
    /// The widest it would like to be, in columns.
    public var maxWidth: Int

    public init(_ text: String, role: Role = .window, alignment: Alignment = .leading, maxWidth: Int = 72) {
        self.text = text
        self.role = role
        self.alignment = alignment
        self.maxWidth = maxWidth
    }

    public override func measure(width: Int) -> Size {
        let lines = lines(width: min(width, maxWidth))
        return Size(width: lines.map(\.columns).max() ?? 0, height: lines.count)
    }

    private func lines(width: Int) -> [String] {
        let pictures = controlPictures
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .flatMap { visible($0, as: pictures).wrapped(toColumns: width) }
    }

    public override func draw(on canvas: Canvas) {
        let style = style(role, in: canvas.theme)
        for (y, line) in lines(width: bounds.width).enumerated() {
            canvas.write(
                line, at: Point(x: alignment.before(bounds.width - line.columns), y: y), style: style)
        }
    }
}
