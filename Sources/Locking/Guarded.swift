internal import Glibc

/// A value that one thread at a time may touch: the house's one lock.
///
/// Over a POSIX mutex, which the thread sanitizer follows; `Synchronization.Mutex` waits in the kernel by itself on
/// Linux, unseen by the sanitizer, which then reports races where there are none.
public final class Guarded<Value: Sendable>: @unchecked Sendable {
    // Proof for @unchecked: `value` is touched between lock and unlock only, and `mutex` never changes.
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private var value: Value

    public init(_ value: Value) {
        self.value = value
        mutex = .allocate(capacity: 1)
        let failure = pthread_mutex_init(mutex, nil)
        precondition(failure == 0, "pthread_mutex_init: \(failure)")
    }

    deinit {
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }

    /// Runs `body` while no other thread is inside; it must not ask for the same lock again.
    public func withLock<Result, Failure: Error>(
        _ body: (inout Value) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return try body(&value)
    }
}
