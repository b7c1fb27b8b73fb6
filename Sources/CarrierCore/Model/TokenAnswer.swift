/// What `/token` and `/refresh` answer, read leniently: UPS sends every value as a string, a number is taken as well,
/// and unknown fields are passed over.
public struct TokenAnswer: Sendable {
    public let accessToken: Secret
    /// Absent from client credentials.
    public let refreshToken: Secret?
    /// Whether UPS gave a refresh token that no header could carry: the one it was given for may be spent.
    public let isRefreshTokenUnreadable: Bool
    public let tokenType: String?
    public let tokenStatus: String?
    public let scope: String?
    public let refreshTokenStatus: String?
    public let refreshCount: String?
    /// Milliseconds since 1970; where UPS leaves it out, the moment of receipt.
    public let issuedAt: Int64
    /// Seconds; `untoldLife` where UPS leaves it out.
    public let expiresIn: Int64
    public let refreshIssuedAt: Int64?
    public let refreshExpiresIn: Int64?
    /// The local clock as the answer arrived, in milliseconds since 1970.
    public let receivedAt: Int64
    /// Whether the server's `Date` and the local clock were within a minute of each other, or it sent none.
    public let clocksAgree: Bool

    /// Seconds that an access token is used for whose life UPS has not told (RFC 6749 §5.1 only recommends `expires_in`):
    /// it is handed out, and calls that follow closely do not renew it again.
    static let untoldLife: Int64 = 60
    /// Beyond this the local clock counts as wrong, in milliseconds.
    static let clockTolerance: Int64 = 60_000
}
