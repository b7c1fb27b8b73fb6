/// A clock that a test moves on.
@MainActor
public final class ManualClock {
    private struct Sleeper {
        let id: Int
        let wakes: Duration
        let continuation: CheckedContinuation<Void, any Error>
    }

    public private(set) var now = Duration.zero
    private var asleep: [Sleeper] = []
    private var lastID = 0

    public init() {}

    /// How many tasks sleep: none while the program stands still.
    public var sleepers: Int { asleep.count }

    public var programClock: ProgramClock {
        ProgramClock(now: { self.now }, sleep: { try await self.sleep(for: $0) })
    }

    /// Moves time on and wakes those who have slept enough.
    public func advance(by duration: Duration) {
        now += duration
        let awake = asleep.filter { $0.wakes <= now }
        asleep.removeAll { $0.wakes <= now }
        for sleeper in awake { sleeper.continuation.resume() }
    }

    private func sleep(for duration: Duration) async throws {
        lastID += 1
        let id = lastID
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation {
                (continuation: CheckedContinuation<Void, any Error>) in
                if Task.isCancelled { return continuation.resume(throwing: CancellationError()) }
                asleep.append(Sleeper(id: id, wakes: now + duration, continuation: continuation))
            }
        } onCancel: {
            Task { @MainActor in self.cancel(id) }
        }
    }

    private func cancel(_ id: Int) {
        guard let index = asleep.firstIndex(where: { $0.id == id }) else { return }
        asleep.remove(at: index).continuation.resume(throwing: CancellationError())
    }
}
