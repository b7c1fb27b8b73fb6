internal import CarrierCore
internal import TerminalKit

/// How a key stands, in words for the forms; the colour says the same.
enum KeyWords {
    private static let day: Int64 = 86_400_000
    private static let hour: Int64 = 3_600_000

    /// `valid, 58 days left`, `expires in 3 days, sign in again`; empty without a key.
    static func sentence(_ grant: Grant?, settings: Settings, now: Int64) -> (
        text: String, role: TerminalKit.Role
    ) {
        guard let grant else { return ("", .window) }
        let left = grant.expiry.map { length($0 - now) }
        switch grant.state(at: now, alertDays: settings.alertDays) {
        case .none: return ("", .window)
        case .valid: return (left.map { "valid, \($0) left" } ?? "valid, renews itself", .success)
        case .expiresSoon: return ("expires in \(left ?? "a moment"), sign in again", .warning)
        case .expired:
            let date = grant.expiry.map { " on \(LocalDate.text($0, settings.dateForm))" } ?? ""
            return ("expired\(date), sign in again", .error)
        case .signInNeeded: return ("refused by UPS, sign in again", .error)
        case .uncertain: return ("the last refresh was interrupted, sign in again", .error)
        }
    }

    /// Whole days, below one whole hours, below that minutes.
    private static func length(_ milliseconds: Int64) -> String {
        func count(_ number: Int64, _ unit: String) -> String { "\(number) \(unit)\(number == 1 ? "" : "s")" }
        if milliseconds >= day { return count(milliseconds / day, "day") }
        if milliseconds >= hour { return count(milliseconds / hour, "hour") }
        return count(max(0, milliseconds / 60_000), "minute")
    }

    /// What is left of a key's life, for the bar's side.
    static func timeLeft(_ grant: Grant, now: Int64) -> String {
        if grant.condition == .refused { return "sign in again" }
        guard let expiry = grant.expiry else { return "renews itself" }
        return expiry > now ? "\(length(expiry - now)) left" : "expired"
    }
}
