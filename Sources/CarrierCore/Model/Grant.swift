/// What UPS granted to one owner at one endpoint: a key, without its secrets, which stay sealed in the store.
///
/// All instants are milliseconds since 1970, all lifetimes seconds, as UPS states them.
public struct Grant: Hashable, Sendable, Identifiable {
    /// What is known of the key besides its dates.
    public enum Condition: String, Hashable, Sendable {
        case good
        case refused
        case uncertain
    }

    public let id: Int64
    public let owner: KeyOwner
    public let endpoint: EndpointType
    /// The base address of the server it came from: another one knows nothing of it. Nil where that was not kept.
    public let server: String?
    public let method: AuthorizationMethod
    /// The client the key was issued to; it stays with it whatever is set later.
    public let clientID: String
    /// Grows by one with every new pair of tokens.
    public let generation: Int64
    public let condition: Condition
    public let conditionAt: Int64?
    /// What UPS or the line said then: UPS's code, or libcurl's words.
    public let conditionReason: String?

    public let tokenType: String?
    public let tokenStatus: String?
    public let scope: String?
    public let refreshTokenStatus: String?
    public let refreshCount: String?
    public let issuedAt: Int64
    public let expiresIn: Int64
    public let refreshIssuedAt: Int64?
    public let refreshExpiresIn: Int64?

    /// When the answer arrived here, by the local clock.
    public let receivedAt: Int64
    /// False when the server's `Date` showed the local clock to be wrong as the answer arrived.
    public let clocksAgree: Bool
    /// Who was signed in to this program, and when.
    public let authorizedBy: String
    public let authorizedAt: Int64

    /// As UPS states it, for people.
    public var accessTokenExpires: Int64 { issuedAt + expiresIn * 1000 }

    /// As UPS states it; nil without a refresh token.
    public var refreshTokenExpires: Int64? {
        guard let refreshIssuedAt, let refreshExpiresIn else { return nil }
        return refreshIssuedAt + refreshExpiresIn * 1000
    }

    /// When this program takes the access token for expired: the earlier of what UPS states and the receipt plus the
    /// lifetime; the receipt alone where the clocks disagree.
    public var accessTokenEnds: Int64 { ends(accessTokenExpires, life: expiresIn) }

    /// The same of the refresh token; nil without one, or where UPS has not told its life.
    public var refreshTokenEnds: Int64? {
        guard let refreshTokenExpires, let refreshExpiresIn else { return nil }
        return ends(refreshTokenExpires, life: refreshExpiresIn)
    }

    private func ends(_ stated: Int64, life: Int64) -> Int64 {
        let byReceipt = receivedAt + life * 1000
        return clocksAgree ? min(stated, byReceipt) : byReceipt
    }

    /// Whether a new access token can be had without a person: by the refresh token, or by the client's own credentials.
    public var isRenewable: Bool { method == .customerClientCredentials || refreshIssuedAt != nil }

    /// Seconds before its end at which an access token is renewed: 60 or 5 % of its life, the larger, but never more
    /// than half of it.
    public var refreshMargin: Int64 {
        min(max(60, expiresIn / 20), expiresIn / 2)
    }

    /// Whether the access token can be handed out at `now` and lives for at least `seconds` more.
    public func accessTokenLasts(_ seconds: Int64, at now: Int64) -> Bool {
        accessTokenEnds - now >= seconds * 1000 && accessTokenEnds > now
    }
}
