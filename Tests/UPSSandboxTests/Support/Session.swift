import FoundationEssentials
import Testing
import UPSSandbox

/// A running sandbox and an application that talks to it.
struct Session: Sendable {
    static let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    /// The challenge RFC 7636 Appendix B gives for that verifier.
    static let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    static let redirectURI = "https://127.0.0.1/upscallback"

    let sandbox: UPSSandbox
    let browser: Browser
    var application = SandboxConfiguration.Application.demo

    /// Runs `body` with a sandbox that is stopped afterwards.
    static func with(
        _ change: (inout SandboxConfiguration) -> Void = { _ in },
        _ body: (Session) async throws -> Void
    ) async throws {
        var configuration = SandboxConfiguration()
        change(&configuration)
        let sandbox = UPSSandbox(configuration)
        let port = try await sandbox.start()
        do {
            try await body(Session(sandbox: sandbox, browser: Browser(port: port)))
        } catch {
            await sandbox.stop()
            throw error
        }
        await sandbox.stop()
    }

    var basic: [String: String] { Self.basic(application.clientID, application.clientSecret ?? "") }

    static func basic(_ clientID: String, _ secret: String) -> [String: String] {
        ["Authorization": "Basic " + Data("\(clientID):\(secret)".utf8).base64EncodedString()]
    }

    func authorizeFields(pkce: Bool = false) -> [(String, String)] {
        var fields = [
            ("client_id", application.clientID), ("redirect_uri", Self.redirectURI),
            ("response_type", "code"),
            ("state", "st&te=1 ü"), ("scope", "read"),
        ]
        if pkce { fields.append(("code_challenge", Self.challenge)) }
        return fields
    }

    /// From the authorize address over the sign-in page to the code.
    func signIn(pkce: Bool = false) async throws -> String {
        let page = try await browser.get(
            "/security/v1/oauth/authorize?" + encoded(authorizeFields(pkce: pkce)))
        let address = try #require(page.header("Location"))
        let answer = try await browser.post(
            String(address.dropFirst(await sandbox.address.count)),
            form: [("username", "demo"), ("password", "demo-password"), ("agree", "on")])
        let redirect = try #require(answer.header("Location"))
        return try #require(query(of: redirect)["code"])
    }

    func exchange(_ code: String, redirectURI: String = Session.redirectURI) async throws -> Reply {
        try await browser.post(
            "/security/v1/oauth/token",
            form: [("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirectURI)],
            headers: basic)
    }

    func exchangeWithPKCE(
        _ code: String, verifier: String = Session.verifier, headers: [String: String] = [:]
    ) async throws -> Reply {
        try await browser.post(
            "/security/v1/oauth/token",
            form: [
                ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", Self.redirectURI),
                ("client_id", application.clientID), ("code_verifier", verifier),
            ], headers: headers)
    }

    /// The fields of a fresh token answer.
    func tokens() async throws -> [String: String] {
        try await exchange(try await signIn()).json()
    }

    func refresh(_ token: String) async throws -> Reply {
        try await browser.post(
            "/security/v1/oauth/refresh", form: [("grant_type", "refresh_token"), ("refresh_token", token)],
            headers: basic)
    }

    func clientCredentials(_ headers: [String: String] = [:]) async throws -> Reply {
        try await browser.post(
            "/security/v1/oauth/token", form: [("grant_type", "client_credentials")],
            headers: basic.merging(headers) { $1 })
    }

    func track(
        _ number: String, token: String, options: String = "",
        headers: [String: String] = ["transId": "1", "transactionSrc": "test"]
    ) async throws -> Reply {
        try await browser.get(
            "/api/track/v1/details/\(number)\(options)",
            headers: headers.merging(["Authorization": "Bearer \(token)"]) { $1 })
    }
}
