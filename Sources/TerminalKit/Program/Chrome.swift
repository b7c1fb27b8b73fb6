/// What stands around the windows: the ribbon on the first line and the key bar on the last.
@MainActor
final class Chrome: Window {
    let keyBar = KeyBar()
    private var ribbon: Ribbon?

    init() {
        super.init("", placement: .fill, content: keyBar)
        hasFrame = false
    }

    func set(ribbon: Ribbon?) {
        if let old = self.ribbon { remove(old) }
        self.ribbon = ribbon
        if let ribbon { add(ribbon) }
        invalidate()
    }

    override func layout() {
        keyBar.place(in: Rect(x: 0, y: bounds.maxY - 1, width: bounds.width, height: 1))
        ribbon?.place(in: Rect(x: 0, y: 0, width: bounds.width, height: 1))
    }

    override func draw(on canvas: Canvas) {}

    /// The bar at a place of the screen.
    func bar(at point: Point) -> View? {
        subviews.first { $0.frame.contains(point) }
    }
}
