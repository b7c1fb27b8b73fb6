/// How a key stands at a moment, in words: the one vocabulary of the screens and the commands.
public struct KeyStanding: Hashable, Sendable {
    public let state: KeyState
    /// When the key itself ends; nil where it renews itself, or there is none.
    private let end: Int64?
    private let now: Int64

    /// - Parameters:
    ///   - key: nil where there is none.
    ///   - now: in milliseconds since 1970.
    ///   - alertDays: 1 to 60.
    public init(_ key: Grant?, at now: Int64, alertDays: Int) {
        state = key?.state(at: now, alertDays: alertDays) ?? .none
        end = key?.expiry
        self.now = now
    }

    /// For a table: `none`, `valid 58 d`, `expires 3 d`, `sign in`; at most 12 characters.
    public var word: String {
        switch state {
        case .none, .expired, .uncertain: state.words
        case .valid: end.map { "valid \(Self.short($0 - now))" } ?? "valid"
        case .expiresSoon: "expires \(Self.short((end ?? now) - now))"
        case .signInNeeded: "sign in"
        }
    }

    /// For a form: `valid, 58 days left`, `expires in 3 days, sign in again`; empty without a key.
    public func sentence(_ dateForm: DateForm) -> String {
        switch state {
        case .none: ""
        case .valid: end.map { "valid, \(Self.long($0 - now)) left" } ?? "valid, renews itself"
        case .expiresSoon: "expires in \(Self.long((end ?? now) - now)), sign in again"
        case .expired:
            "expired\(end.map { " on \(LocalDate.text($0, dateForm))" } ?? ""), sign in again"
        case .signInNeeded: "refused by UPS, sign in again"
        case .uncertain: "the last refresh was interrupted, sign in again"
        }
    }

    /// For the side of a bar: what is left of the key's life.
    public var timeLeft: String {
        if state == .signInNeeded { return "sign in again" }
        guard let end else { return "renews itself" }
        return end > now ? "\(Self.long(end - now)) left" : "expired"
    }

    /// Smallest for the most urgent: a broken key, then by its end, then keys that renew themselves, then none.
    public var urgency: Int64 {
        switch state {
        case .none: .max
        case .signInNeeded, .uncertain: 0
        case .valid, .expiresSoon, .expired: end ?? .max - 1
        }
    }

    private static let day: Int64 = 86_400_000
    private static let hour: Int64 = 3_600_000

    /// Whole days, below one whole hours.
    private static func short(_ milliseconds: Int64) -> String {
        if milliseconds >= day { return "\(milliseconds / day) d" }
        return milliseconds >= hour ? "\(milliseconds / hour) h" : "<1 h"
    }

    /// Whole days, below one whole hours, below that minutes.
    private static func long(_ milliseconds: Int64) -> String {
        func count(_ number: Int64, _ unit: String) -> String { "\(number) \(unit)\(number == 1 ? "" : "s")" }
        if milliseconds >= day { return count(milliseconds / day, "day") }
        if milliseconds >= hour { return count(milliseconds / hour, "hour") }
        return count(max(0, milliseconds / 60_000), "minute")
    }
}

extension KeyState {
    /// Its name.
    public var words: String {
        switch self {
        case .none: "none"
        case .valid: "valid"
        case .expiresSoon: "expires soon"
        case .expired: "expired"
        case .signInNeeded: "sign-in needed"
        case .uncertain: "uncertain"
        }
    }
}
