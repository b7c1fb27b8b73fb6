import FoundationEssentials

/// The state of the OAuth side: codes, grants and tokens. A value, so that each request is one step.
struct AuthorizationServer: Sendable {
    var configuration: SandboxConfiguration
    var codes: [String: AuthorizationCode] = [:]
    private var grants: [Int: Grant] = [:]
    private var accessTokens: [String: AccessToken] = [:]
    private var refreshTokens: [String: RefreshToken] = [:]
    private var grantsMade = 0

    init(_ configuration: SandboxConfiguration) {
        self.configuration = configuration
    }

    /// After a successful sign-in.
    mutating func issueCode(for request: AuthorizationRequest, user: String, at now: Date) -> String {
        let code = RandomText.make(length: 40)
        codes[code] = AuthorizationCode(
            request: request, user: user, expires: now + Double(configuration.codeLifetime))
        return code
    }

    /// The first tokens of a grant, with a refresh token if a person stands behind it.
    mutating func issueTokens(for grant: Grant, at now: Date) -> TokenAnswer {
        grantsMade += 1
        grants[grantsMade] = grant
        let expires = grant.user.map { _ in now + Double(configuration.refreshTokenLifetime) }
        return issueTokens(grantsMade, grant, refreshExpires: expires, at: now)
    }

    /// The application that a Bearer token speaks for.
    /// - Throws: 250002 if the token is missing, unknown, expired or of a voided grant.
    func application(
        ofBearer request: Request, at now: Date
    ) throws(Refusal) -> SandboxConfiguration.Application {
        let header = request.headers["authorization"]?.split(separator: " ") ?? []
        guard header.count == 2, header[0].lowercased() == "bearer",
            let token = accessTokens[String(header[1])], now < token.expires,
            let grant = grants[token.grant],
            let application = configuration.applications.first(where: { $0.clientID == grant.clientID })
        else { throw .invalidToken }
        return application
    }

    /// A new pair for a refresh token, which retires.
    /// - Throws: a 400 if the token is unknown, another client's, expired, retired or of a voided grant; a
    ///   401 if the application has a secret and the client did not show it, however the grant was made:
    ///   OAuthAuthCode.yaml gives this call HTTP Basic with no exception for PKCE.
    mutating func refresh(
        _ token: String, client: ClientAuthentication, at now: Date
    ) throws(Refusal) -> TokenAnswer {
        guard let held = refreshTokens[token], var grant = grants[held.grant],
            grant.clientID == client.application.clientID
        else { throw .invalid("The refresh token is not valid") }
        guard client.provedSecret || client.application.clientSecret == nil else {
            throw .unknownClient("The client did not authenticate")
        }
        guard now < held.expires else { throw .invalid("The refresh token has expired") }
        if let retired = held.retired {
            try forgiveReuse(of: held.grant, retired: retired, at: now)
        }
        if let current = grant.refreshToken {
            refreshTokens[current]?.retired = now
        }
        grant.refreshCount += 1
        let expires =
            configuration.refreshRenewsLifetime
            ? now + Double(configuration.refreshTokenLifetime) : held.expires
        return issueTokens(held.grant, grant, refreshExpires: expires, at: now)
    }

    /// A changed password ends every grant and code of the person at once.
    mutating func revokeGrants(ofUser user: String) {
        grants = grants.filter { $0.value.user != user }
        codes = codes.filter { $0.value.user != user }
    }

    private mutating func forgiveReuse(of grant: Int, retired: Date, at now: Date) throws(Refusal) {
        switch configuration.rotation {
        case .lenient(let grace) where now < retired + Double(grace):
            return
        case .lenient, .singleUse:
            throw .invalid("The refresh token has been used before")
        case .strict:
            grants[grant] = nil
            throw .invalid("The refresh token has been used before; the grant is void")
        }
    }

    private mutating func issueTokens(
        _ id: Int, _ grant: Grant, refreshExpires: Date?, at now: Date
    ) -> TokenAnswer {
        let accessToken = RandomText.make(length: 320)
        accessTokens[accessToken] = AccessToken(
            grant: id, expires: now + Double(configuration.accessTokenLifetime))
        let milliseconds = String(Int64((now.timeIntervalSince1970 * 1000).rounded(.down)))
        var answer = TokenAnswer(
            issuedAt: milliseconds, clientID: grant.clientID, accessToken: accessToken, scope: grant.scope,
            expiresIn: String(configuration.accessTokenLifetime), refreshCount: String(grant.refreshCount))
        if let refreshExpires {
            let refreshToken = RandomText.make(length: 64)
            refreshTokens[refreshToken] = RefreshToken(grant: id, expires: refreshExpires)
            grants[id] = grant
            grants[id]?.refreshToken = refreshToken
            answer.refreshToken = refreshToken
            answer.refreshTokenStatus = "approved"
            answer.refreshTokenIssuedAt = milliseconds
            answer.refreshTokenExpiresIn = String(Int(refreshExpires.timeIntervalSince(now).rounded(.down)))
        }
        return answer
    }
}
