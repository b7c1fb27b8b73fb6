/// What waits for the program's loop: events, and that something on the screen has changed.
///
/// All that has come by the time the loop looks is one batch.
@MainActor
final class Inbox {
    private var events: [Event] = []
    /// Something happened since the loop last looked.
    private var isAwake = false
    private(set) var isClosed = false
    private var sleeper: CheckedContinuation<Void, Never>?

    func put(_ event: Event) {
        events.append(event)
        wake()
    }

    /// No more will come.
    func close() {
        isClosed = true
        wake()
    }

    /// Lets the loop go round once more.
    func wake() {
        isAwake = true
        sleeper?.resume()
        sleeper = nil
    }

    /// Takes the events that are there; none, when there are none.
    func take() -> [Event] {
        defer { events = [] }
        return events
    }

    /// Waits until something happens. Only the loop does so.
    func wait() async {
        if !isAwake, !isClosed { await withCheckedContinuation { sleeper = $0 } }
        isAwake = false
    }
}
