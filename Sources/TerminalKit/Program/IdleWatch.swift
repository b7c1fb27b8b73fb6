/// Notices when nobody has done anything for a while: one sleeping task, not one per event.
///
/// Made by ``Program/whenIdle(for:_:)`` and ended by ``Program/stop(_:)``.
@MainActor
public final class IdleWatch {
    private let pause: Duration
    private let clock: ProgramClock
    private let onIdle: @MainActor () -> Void
    private var lastTouch: Duration
    private var task: Task<Void, Never>?

    init(pause: Duration, clock: ProgramClock, onIdle: @escaping @MainActor () -> Void) {
        self.pause = pause
        self.clock = clock
        self.onIdle = onIdle
        lastTouch = clock.now()
        watch()
    }

    func touch(at now: Duration) {
        lastTouch = now
        if task == nil { watch() }
    }

    func cancel() {
        task?.cancel()
        task = nil
    }

    private func watch() {
        task = Task { [weak self, clock] in
            while let left = self?.timeLeft, left > .zero {
                do { try await clock.sleep(left) } catch { return }
            }
            self?.pauseIsOver()
        }
    }

    private var timeLeft: Duration { lastTouch + pause - clock.now() }

    private func pauseIsOver() {
        task = nil
        onIdle()
    }
}
