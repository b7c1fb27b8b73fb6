import FoundationEssentials

/// The OAuth endpoints, as OAuthAuthCode.yaml and OAuthClientCredentials.yaml describe them.
extension AuthorizationServer {
    /// `GET /security/v1/oauth/validate-client`: may a person be sent to sign in?
    func validateClient(_ request: Request, signInPage: String) throws(Refusal) -> Answer {
        _ = try AuthorizationRequest.application(request.query, among: configuration.applications)
        return Answer(json: ["result": "success", "type": "ups_com_api", "LassoRedirectURL": signInPage])
    }

    /// `GET /security/v1/oauth/authorize`: on to the sign-in page.
    func authorize(_ request: Request, signInPage: String) throws(Refusal) -> Answer {
        let asked = try AuthorizationRequest(request.query, applications: configuration.applications)
        let name = PercentEncoding.encode(asked.application.name)
        return Answer(
            redirectingTo: "\(signInPage)?\(asked.signInQuery)",
            headers: [("appname", name), ("displayname", name)])
    }

    /// `POST /security/v1/oauth/token`.
    mutating func token(_ request: Request, at now: Date) throws(Refusal) -> Answer {
        let form = try request.form()
        switch try form.required("grant_type") {
        case "authorization_code":
            return Answer(json: try exchangeCode(request, form: form, at: now))
        case "client_credentials":
            return Answer(json: try clientCredentials(request, form: form, at: now))
        default:
            throw .invalid("The grant_type must be authorization_code or client_credentials")
        }
    }

    /// `POST /security/v1/oauth/refresh`.
    mutating func refresh(_ request: Request, at now: Date) throws(Refusal) -> Answer {
        let form = try request.form()
        guard try form.required("grant_type") == "refresh_token" else {
            throw .invalid("The grant_type must be refresh_token")
        }
        let token = try form.required("refresh_token")
        let client = try ClientAuthentication(request, form: form, applications: configuration.applications)
        return Answer(json: try refresh(token, client: client, at: now))
    }

    private mutating func exchangeCode(
        _ request: Request, form: Form, at now: Date
    ) throws(Refusal) -> TokenAnswer {
        let presented = try form.required("code")
        let redirectURI = try form.required("redirect_uri")
        let verifier = try form.value("code_verifier")
        if verifier != nil {
            guard request.headers["authorization"] == nil else {
                throw .invalid("With a code_verifier there must be no Authorization header")
            }
            _ = try form.required("client_id")
        }
        let client = try ClientAuthentication(request, form: form, applications: configuration.applications)
        guard client.provedSecret || verifier != nil else {
            throw .unknownClient("The client did not authenticate")
        }
        guard let code = codes[presented],
            code.request.application.clientID == client.application.clientID
        else { throw .invalid("The authorization code is not valid") }
        // One presentation by its own client uses a code up, whatever else is wrong (RFC 6749 §4.1.2).
        codes[presented] = nil
        guard now < code.expires else { throw .invalid("The authorization code has expired") }
        guard redirectURI == code.request.redirectURI else {
            throw .invalid("The redirect_uri is not the one the code was issued for")
        }
        try Self.check(verifier, against: code.request.codeChallenge)
        let grant = Grant(
            clientID: client.application.clientID, user: code.user, scope: code.request.scope)
        return issueTokens(for: grant, at: now)
    }

    /// Both or neither: a verifier without a challenge is refused too (RFC 9700 §4.8.2).
    private static func check(_ verifier: String?, against challenge: String?) throws(Refusal) {
        switch (verifier, challenge) {
        case (nil, nil): return
        case (let verifier?, let challenge?) where CodeVerifier.matches(verifier, challenge: challenge):
            return
        case (nil, _): throw .invalid("The parameter code_verifier is missing")
        default: throw .invalid("The code_verifier does not match")
        }
    }

    private mutating func clientCredentials(
        _ request: Request, form: Form, at now: Date
    ) throws(Refusal) -> TokenAnswer {
        let client = try ClientAuthentication(request, form: form, applications: configuration.applications)
        guard client.provedSecret else { throw .unknownClient("The client did not authenticate") }
        if let account = request.headers["x-merchant-id"] {
            let owner = configuration.users.first { $0.name == client.application.owner }
            guard account.count == 6, owner?.accounts.contains(account) == true else {
                throw .invalid("The x-merchant-id is not an account on this profile")
            }
        }
        let grant = Grant(clientID: client.application.clientID, user: nil, scope: "")
        return issueTokens(for: grant, at: now)
    }
}
