import Locking

/// Events on their way from the terminal's stream, which hands them over on any thread, to the program's
/// loop.
///
/// All that has come by the time the loop looks is one batch.
final class Inbox: Sendable {
    private struct State {
        var events: [Event] = []
        /// Something happened since the loop last looked.
        var isAwake = false
        var isClosed = false
        var sleeper: CheckedContinuation<Void, Never>?
    }

    private let state = Guarded(State())

    func put(_ event: Event) {
        wake { $0.events.append(event) }
    }

    /// Lets the loop go round once more.
    func wake() {
        wake { _ in }
    }

    /// No more will come.
    func close() {
        wake { $0.isClosed = true }
    }

    var isClosed: Bool { state.withLock(\.isClosed) }

    private func wake(_ change: (inout State) -> Void) {
        let sleeper = state.withLock { state in
            change(&state)
            state.isAwake = true
            defer { state.sleeper = nil }
            return state.sleeper
        }
        sleeper?.resume()
    }

    /// Takes the events that are there; none, when there are none.
    func take() -> [Event] {
        state.withLock { state in
            defer { state.events = [] }
            return state.events
        }
    }

    /// Waits until something happens. Only the loop does so.
    @MainActor
    func wait() async {
        await withCheckedContinuation { continuation in
            let isAwake = state.withLock { state in
                if state.isAwake || state.isClosed { return true }
                state.sleeper = continuation
                return false
            }
            if isAwake { continuation.resume() }
        }
        state.withLock { $0.isAwake = false }
    }
}
