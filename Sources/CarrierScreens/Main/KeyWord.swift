internal import CarrierCore
internal import TerminalKit

/// How a key stands, in the one or two words of the table, with the colour that says the same.
nonisolated struct KeyWord: Hashable {
    let text: String
    let role: TerminalKit.Role
    /// The most urgent first: a broken key, then by its end, then keys that renew themselves, then none.
    let urgency: Int64

    init(_ key: Grant?, now: Int64, alertDays: Int) {
        guard let key else { (text, role, urgency) = ("none", .faint, .max); return }
        let end = key.expiry
        switch key.state(at: now, alertDays: alertDays) {
        case .none: (text, role) = ("none", .faint)
        case .valid: (text, role) = (end.map { "valid \(Self.left($0 - now))" } ?? "valid", .success)
        case .expiresSoon: (text, role) = ("expires \(Self.left((end ?? now) - now))", .warning)
        case .expired: (text, role) = ("expired", .error)
        case .signInNeeded: (text, role) = ("sign in", .error)
        case .uncertain: (text, role) = ("uncertain", .error)
        }
        urgency = key.condition == .good ? end ?? .max - 1 : 0
    }

    /// Whole days, or hours and minutes in the last one; `milliseconds` from now.
    private static func left(_ milliseconds: Int64) -> String {
        switch milliseconds {
        case 86_400_000...: "\(milliseconds / 86_400_000) d"
        case 3_600_000...: "\(milliseconds / 3_600_000) h"
        default: "\(milliseconds / 60_000) min"
        }
    }
}
