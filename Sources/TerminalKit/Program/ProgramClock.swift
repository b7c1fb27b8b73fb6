/// Time as the program takes it, handed in so that tests have their own.
public struct ProgramClock: Sendable {
    /// Time since some moment; it only grows.
    public var now: @MainActor () -> Duration
    /// Waits; throws `CancellationError` when the task is cancelled.
    public var sleep: @MainActor (Duration) async throws -> Void

    public init(
        now: @escaping @MainActor () -> Duration, sleep: @escaping @MainActor (Duration) async throws -> Void
    ) {
        self.now = now
        self.sleep = sleep
    }

    /// The machine's own clock.
    public static let continuous: ProgramClock = {
        let start = ContinuousClock.now
        return ProgramClock(
            now: { ContinuousClock.now - start },
            sleep: { try await Task.sleep(for: $0, tolerance: .zero) })
    }()
}
