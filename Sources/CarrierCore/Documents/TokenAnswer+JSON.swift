extension TokenAnswer {
    /// Ten years: a longer life in an answer is a mistake, and would overflow sums.
    private static let longestLife: Int64 = 315_360_000

    /// Nil where it is no token answer.
    init?(_ json: JSON, receivedAt: Int64, clocksAgree: Bool) {
        guard let token = json["access_token"]?.looseText, Self.isToken(token) else { return nil }
        accessToken = Secret(token)
        // A token that ended before it began has ended: it is not one whose life UPS does not tell.
        expiresIn = Self.life(json["expires_in"]?.looseInteger.map { max(0, $0) }) ?? Self.untoldLife
        issuedAt = Self.instant(json["issued_at"]) ?? receivedAt
        tokenType = json["token_type"]?.looseText
        tokenStatus = json["status"]?.looseText
        scope = json["scope"]?.looseText
        refreshCount = json["refresh_count"]?.looseText
        self.receivedAt = receivedAt
        let refresh = json["refresh_token"] ?? .null
        if let refresh = refresh.looseText, Self.isToken(refresh) {
            refreshToken = Secret(refresh)
            isRefreshTokenUnreadable = false
            refreshTokenStatus = json["refresh_token_status"]?.looseText
            refreshIssuedAt = Self.instant(json["refresh_token_issued_at"]) ?? issuedAt
            refreshExpiresIn = Self.life(json["refresh_token_expires_in"]?.looseInteger)
        } else {
            refreshToken = nil
            isRefreshTokenUnreadable = refresh != .null
            refreshTokenStatus = nil
            refreshIssuedAt = nil
            refreshExpiresIn = nil
        }
        self.clocksAgree = clocksAgree
    }

    /// RFC 6750 §2.1 allows these characters in a bearer token; anything else could break out of a header.
    private static func isToken(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x21...0x7e).contains($0) }
    }

    private static func life(_ seconds: Int64?) -> Int64? {
        seconds.flatMap { (0...longestLife).contains($0) ? $0 : nil }
    }

    /// An instant of this era: from 2000 to 2200.
    private static func instant(_ value: JSON?) -> Int64? {
        value?.looseInteger.flatMap { (946_684_800_000...7_258_118_400_000).contains($0) ? $0 : nil }
    }
}

/// A form to keep an answer in, UPS's own with what was known besides.
extension TokenAnswer {
    init?(stored json: JSON) {
        guard let receivedAt = json["received_at"]?.looseInteger,
            case .bool(let agree)? = json["clocks_agree"]
        else { return nil }
        self.init(json, receivedAt: receivedAt, clocksAgree: agree)
    }

    var json: JSON {
        // Nothing is as unreadable as what could not be read.
        let refresh = refreshToken?.reveal() ?? (isRefreshTokenUnreadable ? "" : nil)
        func text(_ name: String, _ value: String?) -> JSON.Member? { value.map { .init(name, .string($0)) } }
        func number(_ name: String, _ value: Int64?) -> JSON.Member? {
            value.map { .init(name, .integer($0)) }
        }
        return .object(
            [
                text("access_token", accessToken.reveal()), text("refresh_token", refresh),
                text("token_type", tokenType), text("status", tokenStatus), text("scope", scope),
                text("refresh_token_status", refreshTokenStatus), text("refresh_count", refreshCount),
                number("issued_at", issuedAt), number("expires_in", expiresIn),
                number("refresh_token_issued_at", refreshIssuedAt),
                number("refresh_token_expires_in", refreshExpiresIn), number("received_at", receivedAt),
                .init("clocks_agree", .bool(clocksAgree)),
            ].compactMap { $0 })
    }
}
