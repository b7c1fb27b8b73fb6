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
        Window(title, buttons: buttons) {
            Row(spacing: 1) {
                MessageMark(kind)
                ScrollView(Paragraph(text, maxWidth: 60))
            }
        }
    }
}
