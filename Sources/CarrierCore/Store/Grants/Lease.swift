import GRDB

/// Whose turn it is to renew a key, and until when.
///
/// The end is kept by two clocks: among processes of one boot the uptime decides, which nobody can set; for all others
/// there is the time of day alone.
struct Lease {
    /// Milliseconds: it outlives a token call (75 s), and is renewed every 10 s while it is worked under.
    static let life: Int64 = 90_000

    /// The assignments that take a lease or prolong it, with their values.
    static let assignments = "leaseHolder = ?, leaseUntil = ?, leaseUptime = ?"

    static func values(_ holder: LeaseHolder, at now: Int64) -> StatementArguments {
        [holder.text, now + life, Uptime.now() + life]
    }

    /// The assignments that end a lease.
    static let ended = "leaseHolder = NULL, leaseUntil = NULL, leaseUptime = NULL"

    static let columns = "leaseHolder, leaseUntil, leaseUptime"

    let holder: LeaseHolder
    /// By the time of day, in milliseconds since 1970.
    let until: Int64
    /// By the uptime of the holder's boot, in milliseconds; nil where an older version took the lease.
    let uptime: Int64?

    /// Nil where nobody holds the key.
    init?(row: Row) {
        guard let holder = (row["leaseHolder"] as String?).flatMap(LeaseHolder.init(text:)),
            let until = row["leaseUntil"] as Int64?
        else { return nil }
        self.holder = holder
        self.until = until
        uptime = row["leaseUptime"]
    }

    /// Whether the holder may still be at work, as `observer` can tell at `now`.
    func isHeld(seenFrom observer: LeaseHolder, at now: Int64) -> Bool {
        if holder.hasDied(seenFrom: observer) { return false }
        if let uptime, holder.isOfSameBoot(as: observer) { return uptime > Uptime.now() }
        return until > now
    }

    /// Whether it claims a later end than any lease taken by now can have: the clock that it goes by was set back since,
    /// or is wrong.
    func isTooLong(at now: Int64) -> Bool { until > now + Self.life }
}
