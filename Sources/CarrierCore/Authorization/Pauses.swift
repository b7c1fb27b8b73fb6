/// How the broker waits: for another process, and between tries.
public struct Pauses: Sendable {
    /// How often a store that does not take a new key is tried.
    static let commits = 5

    /// Sleeps for so many milliseconds, or throws when its task is cancelled.
    public var sleep: @Sendable (Int64) async throws -> Void
    /// Milliseconds from some moment on, whatever is done to the system's clock.
    public var uptime: @Sendable () -> Int64
    /// From 0 to 1, so that many who wait do not come back at once.
    public var jitter: @Sendable () -> Double

    public init(
        sleep: @escaping @Sendable (Int64) async throws -> Void, uptime: @escaping @Sendable () -> Int64,
        jitter: @escaping @Sendable () -> Double
    ) {
        self.sleep = sleep
        self.uptime = uptime
        self.jitter = jitter
    }

    public static let real = {
        let start = ContinuousClock.now
        return Pauses(
            sleep: { try await Task.sleep(for: .milliseconds($0)) },
            uptime: { Int64((ContinuousClock.now - start) / .milliseconds(1)) },
            jitter: { Double.random(in: 0...1) })
    }()

    func wait(_ milliseconds: Int64) async throws(CarrierError) {
        do {
            try await sleep(milliseconds)
        } catch {
            throw CarrierError(
                .unavailable, "The wait was cancelled.", advice: "Try again when it suits.", underlying: error
            )
        }
    }

    /// Half a second, doubled with each try, or as long as UPS asked for if that is longer, and up to half of it more;
    /// milliseconds.
    func backoff(attempt: Int, retryAfter: Int?) -> Int64 {
        let base = max(500 << Int64(attempt - 1), Int64(retryAfter ?? 0) * 1000)
        return base + Int64(Double(min(base, 4000)) * jitter() / 2)
    }
}
