internal import TerminalKit

/// That there is an access token, which is never shown, or that there is none.
final class TokenMark: View {
    var isThere = false { didSet { if isThere != oldValue { invalidate() } } }
    private static let columns = 8

    override func measure(width: Int) -> Size { Size(width: min(width, Self.columns), height: 1) }

    override func draw(on canvas: Canvas) {
        let mark = String(repeating: canvas.glyphs.bullet, count: Self.columns)
        canvas.write(isThere ? mark : "(none)", at: .zero, style: style(.window, in: canvas.theme))
    }
}

extension TokenMark: ToldInLines {
    var lineParts: [LinePart] { [.text(isThere ? "set," : "none")] }
}
