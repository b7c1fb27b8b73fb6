/// What an application asks a person for: the checked parameters of `/authorize`, carried on to the sign-in
/// page.
struct AuthorizationRequest: Sendable {
    let application: SandboxConfiguration.Application
    let redirectURI: String
    let scope: String
    let state: String?
    let codeChallenge: String?

    /// - Throws: a 400, or a 401 for an unknown client. A person is never sent to a redirect URI that is not
    ///   registered (RFC 6749 §4.1.2.1), and UPS answers all mistakes itself.
    init(_ form: Form, applications: [SandboxConfiguration.Application]) throws(Refusal) {
        application = try Self.application(form, among: applications)
        redirectURI = try form.required("redirect_uri")
        guard try form.required("response_type") == "code" else {
            throw .invalid("The response_type must be code")
        }
        scope = try form.value("scope") ?? ""
        state = try form.value("state")
        codeChallenge = try form.value("code_challenge")
        if let codeChallenge {
            guard application.supportsPKCE else { throw .invalid("This application does not use PKCE") }
            guard CodeVerifier.isChallenge(codeChallenge) else {
                throw .invalid("The code_challenge is not a base64url SHA-256")
            }
        }
    }

    /// The application that `client_id` and `redirect_uri` name, which is all `validate-client` looks at.
    static func application(
        _ form: Form, among applications: [SandboxConfiguration.Application]
    ) throws(Refusal) -> SandboxConfiguration.Application {
        let clientID = try form.required("client_id")
        let redirectURI = try form.required("redirect_uri")
        guard let application = applications.first(where: { $0.clientID == clientID }) else {
            throw .unknownClient("The client_id is not known")
        }
        guard application.redirectURIs.contains(redirectURI) else {
            throw .invalid("The redirect_uri is not registered with this application")
        }
        return application
    }

    /// The query of the sign-in page, in the order UPS documents.
    var signInQuery: String {
        var fields = [
            ("client_id", application.clientID), ("redirect_uri", redirectURI), ("response_type", "code"),
            ("scope", scope),
        ]
        if let state { fields.append(("state", state)) }
        if let codeChallenge { fields.append(("code_challenge", codeChallenge)) }
        fields.append(("type", "ups_com_api"))
        return Form(fields).encoded
    }

    /// The redirect URI with the outcome and the state.
    func redirect(_ outcome: [(String, String)]) -> String {
        let state = state.map { [("state", $0)] } ?? []
        return redirectURI + (redirectURI.contains("?") ? "&" : "?") + Form(outcome + state).encoded
    }
}
