/// Events that the program has not handled yet, and whether something has happened at all.
@MainActor
final class Inbox {
    /// Called each time something happens.
    var onWake: (() -> Void)?
    private(set) var isClosed = false
    private var events: [Event] = []
    /// Something happened since ``wait()`` last returned.
    private var isAwake = false
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

    func wake() {
        isAwake = true
        onWake?()
        sleeper?.resume()
        sleeper = nil
    }

    /// The next event; nil while there is none.
    func next() -> Event? {
        events.isEmpty ? nil : events.removeFirst()
    }

    /// Waits until something happens. One alone may wait.
    func wait() async {
        if !isAwake, !isClosed { await withCheckedContinuation { sleeper = $0 } }
        isAwake = false
    }
}
