import FoundationEssentials

/// What a person allowed an application, from the sign-in until it is voided.
struct Grant: Sendable {
    let clientID: String
    /// Who signed in; nil for client credentials.
    let user: String?
    let scope: String
    var refreshCount = 0
    /// The one refresh token that is not retired; nil for client credentials.
    var refreshToken: String?
}

/// Waits to be exchanged for tokens, once.
struct AuthorizationCode: Sendable {
    let request: AuthorizationRequest
    let user: String
    let expires: Date
}

struct AccessToken: Sendable {
    let grant: Int
    let expires: Date
}

struct RefreshToken: Sendable {
    let grant: Int
    let expires: Date
    /// When a refresh retired it.
    var retired: Date?
}
