/// A control with its label on the left and, when its value is wrong, the problem beside or below it.
@MainActor
public final class Field: View {
    public let label: Label
    public let content: View
    /// The column in which the control begins, counted from the left of the label; a ``Form`` lines them up.
    var labelColumns: Int

    /// A required field carries a star.
    public init(_ caption: Caption, _ content: View, isRequired: Bool = false) {
        let control = content.descendants.lazy.compactMap { $0 as? Control }.first
        let isStarred = isRequired || control?.isRequired == true
        label = Label(isStarred ? caption.starred : caption, for: content, alignment: .trailing)
        self.content = content
        labelColumns = label.caption.columns
        super.init()
        add(label)
        add(content)
        control?.isRequired = isStarred
        if control?.name.isEmpty == true { control?.name = caption.text }
    }

    private var problem: String? { Self.problem(in: content) }

    private static func problem(in view: View) -> String? {
        if let problem = (view as? Control)?.problem { return problem }
        return view.subviews.lazy.compactMap { problem(in: $0) }.first
    }

    /// Where the control begins.
    private var indent: Int { labelColumns + (labelColumns > 0 ? 1 : 0) }

    /// The problem's lines with the mark before the first, and where they stand.
    private func problemLines(width: Int, controlWidth: Int, mark: Character) -> (
        lines: [String], isBeside: Bool
    ) {
        guard let problem else { return ([], false) }
        let text = "\(mark) \(problem)"
        if indent + controlWidth + 1 + text.columns <= width { return ([text], true) }
        let lines = problem.wrapped(toColumns: max(8, width - indent) - 2)
        return (lines.enumerated().map { ($0 == 0 ? "\(mark) " : "  ") + $1 }, false)
    }

    public override func measure(width: Int) -> Size {
        let size = content.measure(width: width - indent)
        let (lines, isBeside) = problemLines(width: width, controlWidth: size.width, mark: "!")
        let columns = lines.map(\.columns).max() ?? 0
        return Size(
            width: min(width, indent + (isBeside ? size.width + 1 + columns : max(size.width, columns))),
            height: size.height + (isBeside ? 0 : lines.count))
    }

    public override func layout() {
        let size = content.measure(width: bounds.width - indent)
        let (lines, isBeside) = problemLines(width: bounds.width, controlWidth: size.width, mark: "!")
        label.place(in: Rect(x: 0, y: 0, width: labelColumns, height: 1))
        let width = content.weight > 0 ? bounds.width - indent : size.width
        let height = content.weight > 0 ? bounds.height - (isBeside ? 0 : lines.count) : size.height
        content.place(in: Rect(x: indent, y: 0, width: width, height: height))
    }

    public override func draw(on canvas: Canvas) {
        let (lines, isBeside) = problemLines(
            width: bounds.width, controlWidth: content.frame.width, mark: canvas.glyphs.problem)
        let origin =
            isBeside ? Point(x: content.frame.maxX + 1, y: 0) : Point(x: indent, y: content.frame.maxY)
        for (row, line) in lines.enumerated() {
            canvas.write(line, at: Point(x: origin.x, y: origin.y + row), style: canvas.theme[.error])
        }
    }

    /// A problem below a control comes into sight with it.
    public override func reveal(_ rect: Rect) {
        super.reveal(problem == nil ? rect : bounds)
    }
}

extension Caption {
    /// With the star of a required field.
    var starred: Caption {
        Caption(text: text + "*", mnemonicIndex: mnemonicIndex)
    }
}
