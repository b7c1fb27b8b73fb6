import FoundationEssentials
import Testing
import UPSSandbox

struct TokenTests {
    /// `generateTokenSuccessResponse` and `refreshTokenSuccessResponse` of OAuthAuthCode.yaml.
    static let pairFields = [
        "access_token", "client_id", "expires_in", "issued_at", "refresh_count", "refresh_token",
        "refresh_token_expires_in", "refresh_token_issued_at", "refresh_token_status", "scope", "status",
        "token_type",
    ]
    /// `tokenSuccessResponse` of OAuthClientCredentials.yaml.
    static let clientCredentialsFields = [
        "access_token", "client_id", "expires_in", "issued_at", "refresh_count", "scope", "status",
        "token_type",
    ]

    @Test func `a code gives every field of the OpenAPI, each a string`() async throws {
        try await Session.with({ $0.clock = { Date(timeIntervalSince1970: 1_706_710_138.962) } }) { session in
            let reply = try await session.exchange(try await session.signIn())
            #expect(reply.status == 200)
            #expect(reply.header("Content-Type") == "application/json")
            let fields = try reply.json([String: String].self)
            #expect(fields.keys.sorted() == Self.pairFields)
            #expect(fields["token_type"] == "Bearer")
            #expect(fields["issued_at"] == "1706710138962")
            #expect(fields["refresh_token_issued_at"] == "1706710138962")
            #expect(fields["client_id"] == session.application.clientID)
            #expect(fields["scope"] == "read")
            #expect(fields["expires_in"] == "3599")
            #expect(fields["refresh_count"] == "0")
            #expect(fields["status"] == "approved")
            #expect(fields["refresh_token_status"] == "approved")
            #expect(fields["refresh_token_expires_in"] == "5183999")
        }
    }

    @Test func `client credentials have no refresh token`() async throws {
        try await Session.with { session in
            let reply = try await session.clientCredentials()
            #expect(reply.status == 200)
            #expect(try reply.json([String: String].self).keys.sorted() == Self.clientCredentialsFields)
        }
    }

    @Test(arguments: [("A1B2C3", 200), ("a1b2c3", 400), ("A1B2C", 400), ("ZZZZZZ", 400), ("A1B2C3 X", 400)])
    func `a merchant must be an account on the owner's profile`(account: String, status: Int) async throws {
        try await Session.with { session in
            let reply = try await session.clientCredentials(["x-merchant-id": account])
            #expect(reply.status == status)
        }
    }

    @Test func `a code works once`() async throws {
        try await Session.with { session in
            let code = try await session.signIn()
            #expect(try await session.exchange(code).status == 200)
            let again = try await session.exchange(code)
            #expect(again.status == 400)
            #expect(try again.errorCode == "10400")
        }
    }

    @Test func `a code lives ten minutes`() async throws {
        try await Session.with({ $0.clock = { Date(timeIntervalSince1970: 1_800_000_000) } }) { session in
            let first = try await session.signIn()
            await session.sandbox.advanceClock(by: .seconds(599))
            #expect(try await session.exchange(first).status == 200)
            let second = try await session.signIn()
            await session.sandbox.advanceClock(by: .seconds(600))
            #expect(try await session.exchange(second).status == 400)
        }
    }

    @Test func `the redirect URI is compared exactly`() async throws {
        try await Session.with { session in
            let code = try await session.signIn()
            let reply = try await session.exchange(code, redirectURI: Session.redirectURI + "/")
            #expect(reply.status == 400)
            #expect(try reply.errorCode == "10400")
            #expect(
                try await session.exchange(code).status == 400,
                "a code is used up by a wrong presentation too")
        }
    }

    @Test func `PKCE needs the verifier and no Authorization header`() async throws {
        try await Session.with { session in
            let good = try await session.exchangeWithPKCE(try await session.signIn(pkce: true))
            #expect(good.status == 200)
            let withHeader = try await session.exchangeWithPKCE(
                try await session.signIn(pkce: true), headers: session.basic)
            #expect(withHeader.status == 400)
            #expect(try withHeader.errorCode == "10400")
            let wrong = try await session.exchangeWithPKCE(
                try await session.signIn(pkce: true), verifier: String(Session.verifier.reversed()))
            #expect(wrong.status == 400)
            let without = try await session.exchange(try await session.signIn(pkce: true))
            #expect(without.status == 400, "a challenge that was set is asked for")
            let unasked = try await session.exchangeWithPKCE(try await session.signIn())
            #expect(unasked.status == 400, "a verifier without a challenge is refused")
        }
    }

    @Test func `an application without a secret gets in by PKCE alone`() async throws {
        var application = SandboxConfiguration.Application.demo
        application.clientSecret = nil
        try await Session.with({ $0.applications = [application] }) { session in
            let withSecret = try await session.exchange(try await session.signIn())
            #expect(withSecret.status == 401)
            let pair = try await session.exchangeWithPKCE(try await session.signIn(pkce: true))
                .json([String: String].self)
            let refreshed = try await session.browser.post(
                "/security/v1/oauth/refresh",
                form: [
                    ("grant_type", "refresh_token"), ("refresh_token", try #require(pair["refresh_token"])),
                    ("client_id", application.clientID),
                ])
            #expect(refreshed.status == 200)
            #expect(try await session.clientCredentials().status == 401)
        }
    }

    @Test func `a client that does not prove itself gets 10401`() async throws {
        try await Session.with { session in
            let form = [("grant_type", "client_credentials")]
            for headers in [
                [:], Session.basic("nobody", "secret"), Session.basic(session.application.clientID, "wrong"),
                ["Authorization": "Bearer x"], ["Authorization": "Basic %%%"],
            ] {
                let reply = try await session.browser.post(
                    "/security/v1/oauth/token", form: form, headers: headers)
                #expect(reply.status == 401)
                #expect(try reply.errorCode == "10401")
            }
            let code = try await session.signIn()
            let unnamed = try await session.browser.post(
                "/security/v1/oauth/token",
                form: [
                    ("grant_type", "authorization_code"), ("code", code),
                    ("redirect_uri", Session.redirectURI),
                ])
            #expect(unnamed.status == 401)
        }
    }

    @Test func `a code of another application is refused and stays good`() async throws {
        var other = SandboxConfiguration.Application.demo
        other.clientID = "another-client"
        try await Session.with({ $0.applications.append(other) }) { session in
            let code = try await session.signIn()
            var thief = session
            thief.application = other
            #expect(try await thief.exchange(code).status == 400)
            #expect(try await session.exchange(code).status == 200)
        }
    }

    @Test(arguments: ["grant_type", "code", "redirect_uri"])
    func `a missing, empty or doubled field is a 400`(field: String) async throws {
        try await Session.with { session in
            let form = [
                ("grant_type", "authorization_code"), ("code", "c"), ("redirect_uri", Session.redirectURI),
            ]
            let forms = [
                form.filter { $0.0 != field }, form.map { $0.0 == field ? (field, "") : $0 },
                form + form.filter { $0.0 == field },
            ]
            for form in forms {
                let reply = try await session.browser.post(
                    "/security/v1/oauth/token", form: form, headers: session.basic)
                #expect(reply.status == 400)
                #expect(try reply.errorCode == "10400")
            }
        }
    }

    @Test(arguments: ["/security/v1/oauth/token", "/security/v1/oauth/refresh"])
    func `only a form is taken`(path: String) async throws {
        try await Session.with { session in
            let reply = try await session.browser.post(
                path, form: [("grant_type", "client_credentials")],
                headers: session.basic.merging(["Content-Type": "application/json"]) { $1 })
            #expect(reply.status == 400)
            #expect(try reply.errorCode == "10400")
            let wrongGrant = try await session.browser.post(
                path, form: [("grant_type", "password")], headers: session.basic)
            #expect(wrongGrant.status == 400)
            #expect(try await session.browser.get(path).status == 405)
        }
    }
}
