/// How much of something has passed or is left, as a bar with words beside it.
@MainActor
public final class ProgressBar: View {
    /// From 0 to 1.
    public var fraction: Double { didSet { if fraction != oldValue { invalidate() } } }
    /// Stands beside the bar: `43 d left`.
    public var text: String { didSet { if text != oldValue { invalidate() } } }
    /// How many columns the bar would like to have.
    public var columns: Int

    public init(_ fraction: Double = 0, text: String = "", columns: Int = 20) {
        self.fraction = fraction
        self.text = text
        self.columns = columns
    }

    public override func measure(width: Int) -> Size {
        Size(width: min(width, columns + (text.isEmpty ? 0 : text.columns + 1)), height: 1)
    }

    public override func draw(on canvas: Canvas) {
        let width = bounds.width - (text.isEmpty ? 0 : text.columns + 1)
        let done = Int((Double(width) * max(0, min(1, fraction))).rounded())
        let style = style(.progress, in: canvas.theme)
        for x in 0..<max(0, width) {
            canvas.put(
                x < done ? canvas.glyphs.progressDone : canvas.glyphs.progressLeft, at: Point(x: x, y: 0),
                style: style)
        }
        canvas.write(
            text, at: Point(x: max(0, width) + (width > 0 ? 1 : 0), y: 0),
            style: self.style(.window, in: canvas.theme))
    }
}
