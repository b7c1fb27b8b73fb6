import Locking

/// Events that a test has fed and the program has not asked for yet.
final class EventFeed: Sendable {
    private struct State {
        var events: [Event] = []
        var isOver = false
        var asker: CheckedContinuation<Event?, Never>?
    }

    private let state = Guarded(State())

    /// Whether all events were handed over and dealt with by whoever reads them, who has asked for another.
    var isDrained: Bool {
        state.withLock { $0.isOver || ($0.events.isEmpty && $0.asker != nil) }
    }

    func put(_ event: Event) {
        let asker = state.withLock { state in
            if state.asker == nil { state.events.append(event) }
            defer { state.asker = nil }
            return state.asker
        }
        asker?.resume(returning: event)
    }

    func close() {
        let asker = state.withLock { state in
            state.isOver = true
            defer { state.asker = nil }
            return state.asker
        }
        asker?.resume(returning: nil)
    }

    /// The next event, as soon as there is one; nil after the last.
    func next() async -> Event? {
        await withCheckedContinuation { continuation in
            let (event, isWaiting): (Event?, Bool) = state.withLock { state in
                if !state.events.isEmpty { return (state.events.removeFirst(), false) }
                if state.isOver { return (nil, false) }
                state.asker = continuation
                return (nil, true)
            }
            if !isWaiting { continuation.resume(returning: event) }
        }
    }
}
