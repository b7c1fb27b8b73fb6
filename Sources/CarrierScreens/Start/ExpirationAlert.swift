internal import CarrierCore
internal import TerminalKit

/// The Access Token Expiration Alert: two sentences per key, the most urgent first.
///
/// Returns whose key an administrator wants to see to; nil for OK.
func showExpirationAlert(_ desk: Desk, _ alerts: [ExpiryAlert]) async -> KeyOwner? {
    let lines = alerts.map(AlertLine.init)
    var chosen = alerts.first?.owner
    let open = Button("Open &Carrier", closes: "openCarrier")
    let ok = Button.ok()
    let window = Window(
        "Access Token Expiration Alert", buttons: desk.session.isAdministrator ? [ok, open] : [ok]
    ) {
        ScrollView(Column(spacing: 1) { lines })
    }
    window.help = StartHelp.alert
    for line in lines {
        line.onFocusChange = { hasFocus in
            guard hasFocus else { return }
            chosen = line.alert.owner
            open.isEnabled = line.alert.owner.kind == .carrier
        }
        guard desk.session.isAdministrator, line.alert.owner.kind == .carrier else { continue }
        line.onOpen = {
            chosen = line.alert.owner
            window.close("openCarrier")
        }
    }
    return await desk.program.present(window) == "openCarrier" ? chosen : nil
}

/// One alert: its mark and word, and its two sentences. It takes the focus, so that many can be scrolled and one chosen.
final class AlertLine: View {
    let alert: ExpiryAlert
    /// Opens its carrier; nil where there is none, or for an operator.
    var onOpen: (() -> Void)?
    private let text: Paragraph
    private static let indent = 14

    init(_ alert: ExpiryAlert) {
        self.alert = alert
        text = Paragraph("\(alert.message)\n\(alert.advice)", maxWidth: 62)
        super.init()
        add(text)
    }

    override var canFocus: Bool { true }

    override func measure(width: Int) -> Size {
        let size = text.measure(width: width - Self.indent)
        return Size(width: size.width + Self.indent, height: size.height)
    }

    override func layout() {
        text.place(in: Rect(x: Self.indent, y: 0, width: bounds.width - Self.indent, height: bounds.height))
    }

    override func draw(on canvas: Canvas) {
        let isError = alert.severity == .error
        let (mark, word) = isError ? (canvas.glyphs.problem, "Error") : ("!", "Warning")
        if isFocused { canvas.put(canvas.glyphs.focusLeft, at: .zero, style: canvas.theme[.emphasis]) }
        canvas.write(
            "[\(mark)] \(word)", at: Point(x: 2, y: 0), style: canvas.theme[isError ? .error : .warning])
    }

    override func mouse(_ event: MouseEvent) -> Bool {
        guard event.action == .press(.left) else { return false }
        if event.clicks == 2 { onOpen?() }
        return true
    }
}

extension AlertLine: ToldInLines {
    var lineParts: [LinePart] {
        let word = alert.severity == .error ? "Error" : "Warning"
        let text = LinePart.text("\(word): \(alert.message) \(alert.advice)")
        guard let onOpen else { return [text] }
        let title = "Open \(alert.ownerName), \(alert.endpoint.title)"
        return [text, .action(title, Button(Caption(verbatim: title)) { _ in onOpen() })]
    }
}
