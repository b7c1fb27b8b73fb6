/// What a view is in lines: what it says, asks and offers.
@MainActor
public enum LinePart {
    /// `revision` grows with each change.
    case text(String, revision: Int = 0)
    case question(Question)
    /// A button, by the name it goes by.
    case action(String, Button)
    case group(String, [LinePart])
    case table(LineTable)
    /// How far something is.
    case progress(String)
    /// Something is under way.
    case waiting(String)

    /// With the name of what it belongs to.
    func prefixed(_ name: String) -> LinePart {
        switch self {
        case .text(let text, let revision): .text("\(name): \(text)", revision: revision)
        case .action(let title, let button): .action("\(name): \(title)", button)
        case .progress(let text): .progress("\(name): \(text)")
        case .question, .group, .table, .waiting: self
        }
    }
}

/// A view that is more in lines than what is in it.
@MainActor
public protocol ToldInLines: View {
    var lineParts: [LinePart] { get }
}

extension View {
    /// What it and all in it are in lines, in reading order; nothing while it is not visible.
    public final var allLineParts: [LinePart] {
        guard isVisible else { return [] }
        return (self as? any ToldInLines)?.lineParts ?? subviews.flatMap(\.allLineParts)
    }
}
