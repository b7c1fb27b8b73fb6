/// The 200 of `/token` and `/refresh`. Every value is a JSON string, numbers too; client credentials have no
/// refresh fields.
struct TokenAnswer: Encodable, Sendable {
    var tokenType = "Bearer"
    var issuedAt: String
    var clientID: String
    var accessToken: String
    var scope: String
    var expiresIn: String
    var refreshCount: String
    var status = "approved"
    var refreshToken: String?
    var refreshTokenStatus: String?
    var refreshTokenIssuedAt: String?
    var refreshTokenExpiresIn: String?

    private enum CodingKeys: String, CodingKey {
        case tokenType = "token_type"
        case issuedAt = "issued_at"
        case clientID = "client_id"
        case accessToken = "access_token"
        case scope
        case expiresIn = "expires_in"
        case refreshCount = "refresh_count"
        case status
        case refreshToken = "refresh_token"
        case refreshTokenStatus = "refresh_token_status"
        case refreshTokenIssuedAt = "refresh_token_issued_at"
        case refreshTokenExpiresIn = "refresh_token_expires_in"
    }
}
