/// What the mouse did before: who holds it while a button is down, and how quickly it clicked.
@MainActor
struct MouseTracking {
    /// The view that took the press, and gets drags and the release wherever they happen.
    weak var holder: View?
    private var lastPress: (position: Point, time: Duration, count: Int)?

    /// Presses on one cell within this time count as a double click.
    private static let doubleClick = Duration.milliseconds(400)

    mutating func countClicks(_ report: Mouse, now: Duration) -> Int {
        guard case .press = report.action else { return lastPress?.count ?? 1 }
        var count = 1
        if let last = lastPress, last.position == report.position, now - last.time <= Self.doubleClick {
            count = last.count + 1
        }
        lastPress = (report.position, now, count)
        return count
    }

    mutating func release() {
        holder = nil
    }
}
