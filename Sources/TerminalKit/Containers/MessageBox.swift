/// What a message is: its mark and its colour.
public enum MessageKind: Hashable, Sendable {
    case information, success, question, warning, error

    var role: Role {
        switch self {
        case .information, .question: .title
        case .success: .success
        case .warning: .warning
        case .error: .error
        }
    }

    func mark(_ glyphs: Glyphs) -> Character {
        switch self {
        case .information: "i"
        case .success: glyphs.check
        case .question: "?"
        case .warning: "!"
        case .error: glyphs.problem
        }
    }
}

/// The mark of a message: `[!]`.
@MainActor
final class MessageMark: View {
    let kind: MessageKind

    init(_ kind: MessageKind) {
        self.kind = kind
    }

    override func measure(width: Int) -> Size { Size(width: 3, height: 1) }

    override func draw(on canvas: Canvas) {
        canvas.write("[\(kind.mark(canvas.glyphs))]", at: .zero, style: canvas.theme[kind.role])
    }
}

extension Window {
    /// A message with buttons, the first of which is chosen by Enter.
    public static func message(
        _ kind: MessageKind, title: String, text: String, buttons: [Button] = [.ok()]
    ) -> Window {
        let window = Window(title, buttons: buttons) {
            Row(spacing: 1) {
                MessageMark(kind)
                Paragraph(text, maxWidth: 60)
            }
        }
        return window
    }
}
