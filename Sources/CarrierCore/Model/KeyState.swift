/// How a key stands, in the same words on every screen, in every command and in JSON.
public enum KeyState: String, Hashable, Sendable, CaseIterable {
    case none
    case valid
    case expiresSoon
    case expired
    /// UPS refused the key; only a new sign-in helps.
    case signInNeeded
    /// The answer to a refresh was lost, so the key may have been spent.
    case uncertain
}

extension Grant {
    /// How the key stands at `now` (milliseconds since 1970).
    ///
    /// What matters is the refresh token's end, exact to the millisecond: at `alertDays` × 24 h before it the key
    /// `expiresSoon`, at its end it is `expired`. A client-credentials key renews itself and does neither.
    public func state(at now: Int64, alertDays: Int) -> KeyState {
        switch condition {
        case .refused: return .signInNeeded
        case .uncertain: return .uncertain
        case .good: break
        }
        guard let end = expiry else { return .valid }
        if now >= end { return .expired }
        return isDue(within: alertDays, at: now) ? .expiresSoon : .valid
    }

    /// Whether the key itself ends within so many days of 24 h, or has ended; never for client credentials.
    public func isDue(within days: Int, at now: Int64) -> Bool {
        expiry.map { $0 - now <= Int64(days) * 86_400_000 } ?? false
    }

    /// When this program takes the key itself for ended, in milliseconds since 1970: with its refresh token, or with
    /// its access token where UPS gave no refresh token. Nil for client credentials, which ask again with the secret,
    /// and for a refresh token whose end UPS has not told.
    public var expiry: Int64? {
        if method == .customerClientCredentials { return nil }
        return refreshIssuedAt == nil ? accessTokenEnds : refreshTokenEnds
    }
}
