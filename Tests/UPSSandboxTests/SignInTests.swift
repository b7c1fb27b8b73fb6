import FoundationEssentials
import Testing
import UPSSandbox

struct SignInTests {
    private static let authorizePath = "/security/v1/oauth/authorize?"
    private static let validatePath = "/security/v1/oauth/validate-client?"

    @Test func `validate-client names the sign-in page`() async throws {
        try await Session.with { session in
            let reply = try await session.browser.get(
                Self.validatePath
                    + encoded([
                        ("client_id", session.application.clientID), ("redirect_uri", Session.redirectURI),
                    ]))
            #expect(reply.status == 200)
            #expect(
                try reply.json([String: String].self) == [
                    "result": "success", "type": "ups_com_api",
                    "LassoRedirectURL": "\(await session.sandbox.address)/lasso/signin",
                ])
        }
    }

    @Test(arguments: [SignInTests.validatePath, SignInTests.authorizePath])
    func `an unknown client and a redirect that is not registered stop at UPS`(path: String) async throws {
        try await Session.with { session in
            let fields = session.authorizeFields()
            func reply(_ name: String, _ value: String?) async throws -> Reply {
                try await session.browser.get(
                    path + encoded(fields.filter { $0.0 != name } + (value.map { [(name, $0)] } ?? [])))
            }
            let client = try await reply("client_id", "nobody")
            #expect(client.status == 401)
            #expect(try client.errorCode == "10401")
            for redirectURI in [
                nil, "", "https://127.0.0.1/upscallback/", "https://127.0.0.1:443/upscallback",
                "http://127.0.0.1:9999/upscallback", "https://example.com/upscallback",
            ] {
                let redirect = try await reply("redirect_uri", redirectURI)
                #expect(redirect.status == 400)
                #expect(try redirect.errorCode == "10400")
                #expect(redirect.header("Location") == nil)
            }
            let missing = try await reply("client_id", nil)
            #expect(try missing.errorCode == "10400")
        }
    }

    @Test func `authorize redirects to the sign-in page as the OpenAPI says`() async throws {
        try await Session.with { session in
            let reply = try await session.browser.get(
                Self.authorizePath + encoded(session.authorizeFields(pkce: true)))
            #expect(reply.status == 302)
            let location = try #require(reply.header("Location"))
            #expect(location.hasPrefix("\(await session.sandbox.address)/lasso/signin?client_id="))
            #expect(
                query(of: location) == [
                    "client_id": session.application.clientID, "redirect_uri": Session.redirectURI,
                    "response_type": "code", "scope": "read", "state": "st&te=1 ü", "type": "ups_com_api",
                    "code_challenge": Session.challenge,
                ])
            #expect(reply.header("appname") == "Carrier%20Editor%20Demo")
            #expect(reply.header("displayname") == "Carrier%20Editor%20Demo")
        }
    }

    @Test(arguments: [
        ("response_type", "token"), ("response_type", ""), ("code_challenge", "short"),
        ("code_challenge", String(repeating: "=", count: 43)),
    ])
    func `a wrong parameter of authorize is a 400`(name: String, value: String) async throws {
        try await Session.with { session in
            let fields = session.authorizeFields().filter { $0.0 != name } + [(name, value)]
            let reply = try await session.browser.get(Self.authorizePath + encoded(fields))
            #expect(reply.status == 400)
            #expect(try reply.errorCode == "10400")
        }
    }

    @Test func `a doubled parameter of authorize is a 400`() async throws {
        try await Session.with { session async throws in
            let fields = session.authorizeFields() + [("state", "other")]
            #expect(try await session.browser.get(Self.authorizePath + encoded(fields)).status == 400)
        }
    }

    @Test func `an application without PKCE refuses a challenge`() async throws {
        try await Session.with({ $0.applications[0].supportsPKCE = false }) { session async throws in
            let fields = session.authorizeFields(pkce: true)
            #expect(try await session.browser.get(Self.authorizePath + encoded(fields)).status == 400)
        }
    }

    @Test func `a person goes from name to password to the redirect`() async throws {
        try await Session.with { session in
            let path = "/lasso/signin?" + encoded(session.authorizeFields())
            let first = try await session.browser.get(path)
            #expect(first.status == 200)
            #expect(first.header("Content-Type") == "text/html; charset=utf-8")
            for text in [
                "Log In", "Email or Username", "UPS Technology Agreement", "<b>Carrier Editor Demo</b>",
            ] {
                #expect(first.body.contains(text))
            }
            let second = try await session.browser.post(path, form: [("username", "demo"), ("agree", "on")])
            #expect(second.status == 200)
            #expect(second.body.contains("type=\"password\""))
            let last = try await session.browser.post(
                path, form: [("username", "demo"), ("agree", "on"), ("password", "demo-password")])
            #expect(last.status == 302)
            let location = try #require(last.header("Location"))
            #expect(location.hasPrefix("https://127.0.0.1/upscallback?code="))
            let fields = query(of: location)
            #expect(fields.keys.sorted() == ["code", "scope", "state"])
            #expect(fields["scope"] == "read")
            #expect(fields["state"] == "st&te=1 ü")
        }
    }

    @Test func `declining brings access_denied and the state`() async throws {
        try await Session.with { session in
            let reply = try await session.browser.post(
                "/lasso/signin?" + encoded(session.authorizeFields()), form: [("decline", "on")])
            #expect(reply.status == 302)
            let fields = query(of: try #require(reply.header("Location")))
            #expect(fields["error"] == "access_denied")
            #expect(fields["error_description"]?.isEmpty == false)
            #expect(fields["state"] == "st&te=1 ü")
            #expect(fields["code"] == nil)
        }
    }

    @Test(arguments: [
        [("username", "demo"), ("password", "wrong"), ("agree", "on")],
        [("username", "nobody"), ("password", "demo-password"), ("agree", "on")],
        [("username", "demo"), ("password", "demo-password")],
        [("password", "demo-password"), ("agree", "on")],
    ])
    func `without name, password and agreement the page says so`(form: [(String, String)]) async throws {
        try await Session.with { session in
            let reply = try await session.browser.post(
                "/lasso/signin?" + encoded(session.authorizeFields()), form: form)
            #expect(reply.status == 200)
            #expect(reply.header("Location") == nil)
            #expect(reply.body.contains("role=\"alert\""))
        }
    }

    @Test func `the sign-in page checks the request again`() async throws {
        try await Session.with { session in
            let fields = session.authorizeFields().filter { $0.0 != "redirect_uri" }
            let reply = try await session.browser.post(
                "/lasso/signin?" + encoded(fields + [("redirect_uri", "https://example.com/")]),
                form: [("username", "demo"), ("password", "demo-password"), ("agree", "on")])
            #expect(reply.status == 400)
            #expect(reply.header("Location") == nil)
        }
    }

    @Test func `nothing a request or an application says becomes markup`() async throws {
        try await Session.with({ $0.applications[0].name = "<script>\"'&" }) { session in
            let fields = session.authorizeFields().filter { $0.0 != "state" }
            let path = "/lasso/signin?" + encoded(fields + [("state", "\"><script>alert(1)</script>")])
            let first = try await session.browser.get(path)
            let second = try await session.browser.post(
                path, form: [("username", "\"><script>alert(2)</script>"), ("agree", "on")])
            for page in [first, second] {
                #expect(page.status == 200)
                #expect(!page.body.contains("<script>"))
            }
            #expect(first.body.contains("<b>&lt;script&gt;&quot;&#39;&amp;</b>"))
            let sneaky = fields + [("state", "a\r\nSet-Cookie: b=c")]
            let redirect = try await session.browser.get(Self.authorizePath + encoded(sneaky))
            #expect(redirect.header("Set-Cookie") == nil)
        }
    }

    @Test func `a test signs in without a browser`() async throws {
        try await Session.with { session in
            let address = "\(await session.sandbox.address)\(Self.authorizePath)"
            let good = address + encoded(session.authorizeFields())
            let redirect = try #require(await session.sandbox.signIn(at: good))
            let code = try #require(query(of: redirect)["code"])
            #expect(try await session.exchange(code).status == 200)
            #expect(await session.sandbox.count(.authorize) == 1)
            #expect(await session.sandbox.signIn(at: address + "client_id=nobody") == nil)
            let stranger = SandboxConfiguration.User(name: "stranger", password: "", accounts: [])
            #expect(await session.sandbox.signIn(at: good, as: stranger) == nil)
        }
    }

    @Test func `the values may come in the form, and one POST is enough`() async throws {
        try await Session.with { session async throws in
            let reply = try await session.browser.post(
                "/lasso/signin",
                form: session.authorizeFields() + [
                    ("username", "demo"), ("password", "demo-password"), ("agree", "on"),
                ])
            #expect(reply.status == 302)
            let redirect = try #require(reply.header("Location"))
            let code = try #require(query(of: redirect)["code"])
            #expect(try await session.exchange(code).status == 200)
        }
    }
}
