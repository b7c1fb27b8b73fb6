import Synchronization

/// A clock that a test moves on.
public final class ManualClock: Sendable {
    private struct Sleeper {
        let id: Int
        let wakes: Duration
        let continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var now = Duration.zero
        var sleepers: [Sleeper] = []
        var nextID = 0
    }

    private let state = Mutex(State())

    public init() {}

    public var now: Duration { state.withLock(\.now) }

    /// How many tasks sleep: none while the program stands still.
    public var sleepers: Int { state.withLock(\.sleepers.count) }

    public var programClock: ProgramClock {
        ProgramClock(now: { self.now }, sleep: { try await self.sleep(for: $0) })
    }

    /// Moves time on and wakes those who have slept enough.
    public func advance(by duration: Duration) {
        let awake = state.withLock { state in
            state.now += duration
            let awake = state.sleepers.filter { $0.wakes <= state.now }
            state.sleepers.removeAll { $0.wakes <= state.now }
            return awake
        }
        for sleeper in awake { sleeper.continuation.resume() }
    }

    private func sleep(for duration: Duration) async throws {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let isCancelled = state.withLock { state in
                    if Task.isCancelled { return true }
                    state.sleepers.append(
                        Sleeper(id: id, wakes: state.now + duration, continuation: continuation))
                    return false
                }
                if isCancelled { continuation.resume(throwing: CancellationError()) }
            }
        } onCancel: {
            let cancelled = state.withLock { state in
                let cancelled = state.sleepers.filter { $0.id == id }
                state.sleepers.removeAll { $0.id == id }
                return cancelled
            }
            for sleeper in cancelled { sleeper.continuation.resume(throwing: CancellationError()) }
        }
    }
}
