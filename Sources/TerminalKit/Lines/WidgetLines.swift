// What is no control, in lines.

extension Paragraph: ToldInLines {
    public var lineParts: [LinePart] {
        (words ?? text).split(whereSeparator: \.isNewline).map { .text(String($0), revision: revision) }
    }
}

extension Label: ToldInLines {
    /// A label of something is told with it.
    public var lineParts: [LinePart] { target == nil && !text.isEmpty ? [.text(text)] : [] }
}

extension MessageMark: ToldInLines {
    var lineParts: [LinePart] { kind.word.map { [.text("\($0):")] } ?? [] }
}

extension MessageKind {
    /// What the mark says.
    fileprivate var word: String? {
        switch self {
        case .information, .question: nil
        case .success: "Success"
        case .warning: "Warning"
        case .error: "Error"
        }
    }
}

extension Row: ToldInLines {
    /// Texts beside each other are one line.
    public var lineParts: [LinePart] {
        subviews.flatMap(\.allLineParts).reduce(into: []) { parts, part in
            if case .text(let text, let new) = part, case .text(let before, let old)? = parts.last {
                parts[parts.count - 1] = .text("\(before) \(text)", revision: old + new)
            } else {
                parts.append(part)
            }
        }
    }
}

extension Field: ToldInLines {
    /// A control asks by its name; anything else is told with it.
    public var lineParts: [LinePart] {
        let parts = content.allLineParts
        let asks = parts.contains { if case .question = $0 { true } else { false } }
        return asks || label.text.isEmpty ? parts : parts.map { $0.prefixed(label.text) }
    }
}

extension GroupBox: ToldInLines {
    public var lineParts: [LinePart] { [.group(caption.text, subviews.flatMap(\.allLineParts))] }
}

extension Pages: ToldInLines {
    public var lineParts: [LinePart] {
        pages.map { .group($0.caption.text, $0.content.allLineParts) }
    }
}

extension Button: ToldInLines {
    public var lineParts: [LinePart] { [.action(name ?? caption.text, self)] }
}

extension Spinner: ToldInLines {
    public var lineParts: [LinePart] { [.waiting(purpose)] }
}

extension ProgressBar: ToldInLines {
    public var lineParts: [LinePart] { text.isEmpty ? [] : [.progress(text)] }
}

extension ListBox: ToldInLines {
    /// Lists in windows of their own are chosen from in lines as well.
    public var lineParts: [LinePart] {
        items.indices.filter { items[$0].isEnabled }.map { row in
            .action(
                items[row].caption.text, Button(items[row].caption) { [weak self] _ in self?.onChoose?(row) })
        }
    }
}
