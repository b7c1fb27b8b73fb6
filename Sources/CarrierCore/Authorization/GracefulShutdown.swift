internal import Glibc
internal import Locking
internal import Synchronization

/// The end of the process, held back while UPS owes an answer that comes only once: a refresh token and an authorization
/// code work a single time, so what has been sent is answered and stored before a signal may end the process.
public enum GracefulShutdown {
    /// What everything here is decided by, in one number, so that a signal's handler and a call that begins never miss
    /// each other: the calls under way, above them the signal that has asked for the end, and a bit for an end that the
    /// program has come to by itself. Atomic, for a handler may wait for no lock.
    private static let state = Atomic(0)
    private static let calls = 1 << 32 - 1
    private static let signalShift = 32
    private static let ownEnd = 1 << 40

    private static let draining = Guarded<[CheckedContinuation<Void, Never>]>([])

    /// Whether UPS still owes an answer.
    public static var isHeldBack: Bool { state.load(ordering: .acquiring) & calls != 0 }

    /// Whether the process is to end, and nothing more may begin.
    static var isRequested: Bool { state.load(ordering: .acquiring) & ~calls != 0 }

    /// Returns once the end has been asked for, at most a twentieth of a second later, or when its task is cancelled.
    static func whenRequested() async {
        // Looked at again and again, for a signal's handler can wake nobody.
        while !isRequested, !Task.isCancelled { try? await Task.sleep(for: .milliseconds(50)) }
    }

    /// Asks for the end by a signal. True where the process may end at once: nothing is under way, or a signal has asked
    /// before. Otherwise the signal is sent again once all is stored.
    ///
    /// Async-signal-safe.
    public static func request(_ signal: Int32) -> Bool {
        let (before, _) = state.bitwiseOr(Int(signal) << signalShift, ordering: .acquiringAndReleasing)
        return before & calls == 0 || self.signal(in: before) != 0
    }

    /// Lets nothing more begin, and waits until all that is under way has been stored.
    public static func drain() async {
        state.bitwiseOr(ownEnd, ordering: .acquiringAndReleasing)
        await withCheckedContinuation { (drained: CheckedContinuation<Void, Never>) in
            draining.withLock { $0.append(drained) }
            if !isHeldBack { resumeDraining() }
        }
    }

    /// Runs a call to UPS and what stores its answer; no signal ends the process meanwhile.
    ///
    /// Throws `.unavailable` without running it where the end has been asked for already.
    static func heldBack<Value>(
        by body: () async throws(CarrierError) -> Value
    ) async throws(CarrierError) -> Value {
        guard begin() else {
            throw CarrierError(
                .unavailable, "The program is ending and asks UPS for nothing more.",
                advice: "Run it again when it suits.")
        }
        defer { end() }
        return try await body()
    }

    private static func begin() -> Bool {
        var seen = state.load(ordering: .acquiring)
        while seen & ~calls == 0 {
            let (isDone, now) = state.compareExchange(
                expected: seen, desired: seen + 1, ordering: .acquiringAndReleasing)
            if isDone { return true }
            seen = now
        }
        return false
    }

    private static func end() {
        let (_, now) = state.subtract(1, ordering: .acquiringAndReleasing)
        guard now & calls == 0 else { return }
        resumeDraining()
        let signal = signal(in: now)
        if signal != 0 { send(signal) }
    }

    /// To this very thread, on which Dispatch has blocked it: whatever comes after the call, an exit by its outcome too,
    /// would otherwise go on beside the signal's handler.
    private static func send(_ signal: Int32) {
        var ending = sigset_t()
        sigemptyset(&ending)
        sigaddset(&ending, signal)
        pthread_sigmask(SIG_UNBLOCK, &ending, nil)
        raise(signal)
    }

    private static func signal(in state: Int) -> Int32 { Int32(state >> signalShift & 0xFF) }

    private static func resumeDraining() {
        let drained = draining.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
        for continuation in drained { continuation.resume() }
    }
}
