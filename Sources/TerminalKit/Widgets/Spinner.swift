/// Shows that something is being waited for, what, and for how many seconds.
@MainActor
public final class Spinner: View {
    public var purpose: String { didSet { if purpose != oldValue { invalidate() } } }
    private var start: Duration?

    public init(_ purpose: String) {
        self.purpose = purpose
    }

    /// Counts the seconds from now on.
    public func restart() {
        start = nil
        invalidate()
    }

    public override var animationInterval: Duration? { .milliseconds(200) }

    private var text: String {
        guard let now = host?.now else { return purpose }
        let start = start ?? now
        self.start = start
        return "\(purpose)… \((now - start).components.seconds) s"
    }

    public override func measure(width: Int) -> Size {
        Size(width: min(width, max(purpose.columns + 10, 40)), height: 1)
    }

    public override func draw(on canvas: Canvas) {
        let text = text
        let elapsed = (host?.now ?? .zero) - (start ?? .zero)
        let step = Int(elapsed / Duration.milliseconds(200))
        let frames = canvas.glyphs.spinner
        canvas.put(frames[step % frames.count], at: .zero, style: canvas.theme[.emphasis])
        canvas.write(text, at: Point(x: 2, y: 0), width: bounds.width - 2, style: canvas.theme[.window])
    }
}
