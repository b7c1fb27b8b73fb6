/// A few text fields below each other that belong together, such as the lines of an address.
///
/// A text of several lines pasted into one of them fills the following ones too.
@MainActor
public final class LinesField: View {
    public let fields: [TextField]
    /// Called after each change by the person.
    public var onChange: (@MainActor ([String]) -> Void)?

    /// `maxLength` counts the characters of one line.
    public init(_ lines: [String] = [], count: Int = 3, maxLength: Int? = nil, columns: Int? = nil) {
        fields = (0..<count).map { index in
            TextField(index < lines.count ? lines[index] : "", maxLength: maxLength, columns: columns)
        }
        super.init()
        for (index, field) in fields.enumerated() {
            add(field)
            field.onPaste = { [weak self] in self?.paste($0, from: index) ?? false }
            field.onChange = { [weak self] _ in
                guard let self else { return }
                onChange?(self.lines)
            }
        }
    }

    /// One text for each line.
    public var lines: [String] {
        get { fields.map(\.text) }
        set {
            for (index, field) in fields.enumerated() {
                field.text = index < newValue.count ? newValue[index] : ""
            }
        }
    }

    public override var mnemonicTarget: View? { fields.first }

    private func paste(_ text: String, from index: Int) -> Bool {
        let pasted = text.split(whereSeparator: \.isNewline)
        guard pasted.count > 1 else { return false }
        for (field, line) in zip(fields[index...], pasted) {
            field.replace(
                with: PastedText.clean(String(line), lineBreaks: .space, keepsControlCharacters: false))
        }
        return true
    }

    public override func measure(width: Int) -> Size {
        Size(width: fields.map { $0.measure(width: width).width }.max() ?? 0, height: fields.count)
    }

    public override func layout() {
        for (y, field) in fields.enumerated() {
            field.place(in: Rect(x: 0, y: y, width: bounds.width, height: 1))
        }
    }
}
