/// Where a conversation is: a window or a group in it, with what is said, asked and offered there now.
@MainActor
struct Place {
    enum Entry {
        case fields
        case group(String)
        case table(LineTable)
        case action(String, Button)
        case item(String, MenuItem)

        @MainActor var title: String {
            switch self {
            case .fields: "Enter the fields"
            case .group(let title): title
            case .table(let table): "Choose a line (\(table.name))"
            case .action(let title, _), .item(let title, _): title
            }
        }

        /// Why it cannot be chosen now; nil when it can.
        @MainActor var obstacle: String? {
            switch self {
            case .fields, .group, .table: nil
            case .action(_, let button): button.isActive ? nil : button.obstacle ?? "not now"
            case .item(_, let item): item.obstacle()
            }
        }

        @MainActor var isDefault: Bool {
            if case .action(_, let button) = self { button.isDefaultButton && button.isActive } else { false }
        }

        @MainActor var help: String? {
            switch self {
            case .table(let table): table.help
            case .action(_, let button): button.help
            case .fields, .group, .item: nil
            }
        }
    }

    /// What is said, and how often it has changed: the same words may be said anew.
    struct Text: Hashable {
        let words: String
        var revision = 0
    }

    private(set) var title: String
    /// What is said, in order, the tables' first rows with it.
    private(set) var texts: [Text] = []
    private(set) var questions: [Question] = []
    private(set) var entries: [Entry] = []
    /// What is waited for.
    private(set) var waiting: String?
    private var progress: [Text] = []
    /// The groups that lead here from the window.
    let path: [String]

    private static let overview = 10

    /// Nil where there is no such group any more.
    init?(_ window: Window, _ path: [String]) {
        self.path = path
        title = path.last ?? window.title
        guard let parts = Self.parts(window.allLineParts, at: path[...]) else { return nil }
        var asked: [Entry] = []
        for part in parts { take(part, into: &asked) }
        // Its every step would be a line.
        if waiting == nil { texts += progress }
        entries = (questions.isEmpty ? [] : [.fields]) + asked
    }

    mutating func add(_ more: [Entry], saying lines: [String]) {
        entries += more
        texts += lines.map { Text(words: $0) }
    }

    private static func parts(_ parts: [LinePart], at path: ArraySlice<String>) -> [LinePart]? {
        guard let first = path.first else { return flattened(parts) }
        for case .group(let title, let inner) in flattened(parts) where title == first {
            return Self.parts(inner, at: path.dropFirst())
        }
        return nil
    }

    /// A group alone needs no choosing.
    private static func flattened(_ parts: [LinePart]) -> [LinePart] {
        var groups = 0
        for part in parts {
            if case .group = part { groups += 1 }
            if case .question = part { return parts }
        }
        guard groups == 1 else { return parts }
        return parts.flatMap { part in if case .group(_, let inner) = part { inner } else { [part] } }
    }

    private mutating func take(_ part: LinePart, into asked: inout [Entry]) {
        switch part {
        case .text(let text, let revision):
            if text != title { texts.append(Text(words: text, revision: revision)) }
        case .question(let question):
            if question.isOpen {
                questions.append(question)
            } else if question.control.isReadOnly {
                texts.append(Text(words: "\(question.name): \(question.shown)"))
            }
        case .action(let title, let button): asked.append(.action(title, button))
        case .group(let title, _): asked.append(.group(title))
        case .table(let table):
            texts += table.overview(Self.overview).map { Text(words: $0) }
            if table.count() > 0 || table.isFiltered { asked.append(.table(table)) }
        case .waiting(let purpose): waiting = purpose
        case .progress(let text): progress.append(Text(words: text))
        }
    }

    /// A small form is gone through as soon as it opens.
    var asksAtOnce: Bool {
        guard !questions.isEmpty else { return false }
        return !path.isEmpty || !entries.contains { if case .group = $0 { true } else { false } }
    }
}
