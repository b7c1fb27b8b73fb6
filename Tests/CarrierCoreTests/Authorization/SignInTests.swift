import Locking
import Testing
import UPSSandbox

@testable import CarrierCore

@Suite("Signing in at UPS")
struct SignInTests {
    /// Expects an error before the token endpoint has been asked.
    private func refused(
        _ stage: KeyStage, _ attempt: AuthorizationAttempt, _ address: String,
        _ code: CarrierError.Code = .invalid
    ) async throws -> CarrierError {
        let error = try await #require(throws: CarrierError.self) {
            try await stage.authorizer.complete(attempt, address: address)
        }
        #expect(error.code == code, "\(error.message)")
        #expect(await stage.count(.token) == 0)
        return error
    }

    @Test("A sign-in brings a key, its dates, who made it, and an audit line")
    func bringsAKey() async throws {
        let stage = try await KeyStage()
        let grant = try await stage.addKey()
        #expect(grant.expiresIn == 3599)
        #expect(grant.refreshExpiresIn == 5_183_999)
        #expect(grant.authorizedBy == "olga")
        #expect(grant.clientID == KeyStage.application.clientID)
        let event = try #require(try stage.store.auditEvents().last)
        #expect((event.action, event.subject) == ("key added", "UPS Test"))
        #expect(await stage.count(.token) == 1)
    }

    @Test("With PKCE the address may be cut at its first &, as people are told to")
    func cutAddress() async throws {
        let stage = try await KeyStage()
        let attempt = try await stage.begin()
        let address = try await stage.signIn(at: attempt)
        let cut = String(address.prefix { $0 != "&" })
        #expect(try await stage.authorizer.complete(attempt, address: cut).condition == .good)
    }

    @Test("Without PKCE a cut address is refused, and the whole one taken with the client's secret")
    func cutWithoutPKCE() async throws {
        let stage = try await KeyStage(pkce: false)
        let attempt = try await stage.begin()
        #expect(!attempt.signInAddress.contains("code_challenge"))
        let address = try await stage.signIn(at: attempt)
        let error = try await refused(stage, attempt, String(address.prefix { $0 != "&" }))
        #expect(error.advice == "Copy the whole address, with all that follows the first &.")
        #expect(try await stage.authorizer.complete(attempt, address: address).condition == .good)
    }

    @Test("Without PKCE and without a secret the client is named in the form")
    func namedClient() async throws {
        let stage = try await KeyStage(pkce: false, secret: nil)
        let attempt = try await stage.begin()
        let forms = Guarded<[String]>([])
        let watching = InterposedClient { request in
            forms.withLock { $0.append(request.body?.reveal() ?? "") }
        }
        let authorizer = Authorizer(store: stage.store, oauth: stage.oauth(watching), clock: stage.clock.wall)
        // The sandbox, as UPS, takes no code from a client that proves nothing.
        await #expect(throws: CarrierError.self) {
            try await authorizer.complete(attempt, address: try await stage.signIn(at: attempt))
        }
        #expect(
            forms.withLock { $0 }.map { $0.contains("client_id=\(KeyStage.application.clientID)") } == [true])
    }

    @Test("An application without a secret signs in by PKCE, and its key can be refreshed")
    func withoutSecret() async throws {
        let stage = try await KeyStage(secret: nil) {
            var application = KeyStage.application
            application.clientSecret = nil
            $0.applications = [application]
        }
        try await stage.addKey()
        stage.clock.advance(seconds: 3600)
        #expect(try await stage.token().grant.generation == 2)
    }

    @Test("An address serves once")
    func replay() async throws {
        let stage = try await KeyStage()
        let attempt = try await stage.begin()
        let address = try await stage.signIn(at: attempt)
        _ = try await stage.authorizer.complete(attempt, address: address)
        let error = try await #require(throws: CarrierError.self) {
            try await stage.authorizer.complete(attempt, address: address)
        }
        #expect(error.message == "This sign-in has been used already.")
        #expect(await stage.count(.token) == 1)
    }

    @Test("The address of another sign-in is refused, Test's for Production's too")
    func otherState() async throws {
        let stage = try await KeyStage()
        let test = try await stage.begin()
        let address = try await stage.signIn(at: test)
        let production = try await stage.authorizer.begin(
            stage.store.authorizationRequest(for: stage.carrier, endpoint: .production, by: "olga"))
        #expect(
            try await refused(stage, production, address).message == "The address belongs to another sign-in."
        )
    }

    @Test("A sign-in ends after ten minutes")
    func tooLate() async throws {
        let stage = try await KeyStage()
        let attempt = try await stage.begin()
        let address = try await stage.signIn(at: attempt)
        stage.clock.advance(seconds: 600)
        #expect(
            try await refused(stage, attempt, address).message == "This sign-in is older than ten minutes.")
    }

    @Test("A denied sign-in is told in UPS's words")
    func denied() async throws {
        let stage = try await KeyStage()
        let attempt = try await stage.begin()
        let address = try await stage.signIn(at: attempt)
        let state = try #require(address.split(separator: "&").last { $0.hasPrefix("state=") })
        let denial =
            "https://127.0.0.1/upscallback?error=access_denied&error_description=The%20person%20said%20no&\(state)"
        let error = try await refused(stage, attempt, denial, .signInNeeded)
        #expect(error.message.contains("The person said no"))
    }

    @Test(
        "A denial that is not of this sign-in does not end it",
        arguments: [("&state=other", "another sign-in"), ("", "cut before its state")])
    func foreignDenial(_ state: String, _ words: String) async throws {
        let stage = try await KeyStage()
        let attempt = try await stage.begin()
        let denial = "https://127.0.0.1/upscallback?error=access_denied\(state)"
        #expect(try await refused(stage, attempt, denial).message.contains(words))
        let address = try await stage.signIn(at: attempt)
        #expect(try await stage.authorizer.complete(attempt, address: address).condition == .good)
    }

    @Test("A wrong paste can be followed by the right one")
    func wrongThenRight() async throws {
        let stage = try await KeyStage()
        let attempt = try await stage.begin()
        _ = try await refused(stage, attempt, "https://127.0.0.1/upscallback?scope=read")
        let address = try await stage.signIn(at: attempt)
        #expect(try await stage.authorizer.complete(attempt, address: address).condition == .good)
    }

    @Test("An unknown client and another redirect URI stop before anyone is sent to sign in")
    func validateClient() async throws {
        let stage = try await KeyStage(redirectURI: "https://127.0.0.1/elsewhere")
        let error = try await #require(throws: CarrierError.self) { try await stage.begin() }
        #expect(error.code == .setup)
        #expect(error.message.contains("10400"))
        try stage.store.save(
            UPSApplication(clientID: "nobody", redirectURI: "https://127.0.0.1/upscallback"), by: "olga")
        let unknown = try await #require(throws: CarrierError.self) { try await stage.begin() }
        #expect(unknown.code == .setup)
        #expect(unknown.message.contains("10401"))
    }

    @Test("validate-client out of order does not stop a sign-in")
    func validateClientDown() async throws {
        let stage = try await KeyStage { $0.faults = [SandboxFault(.gatewayPage, on: [.validate])] }
        #expect(try await stage.addKey().condition == .good)
    }

    @Test("A wrong client secret asks for another, and keeps the key there was")
    func wrongSecret() async throws {
        let stage = try await KeyStage(method: .customerClientCredentials, secret: "wrong")
        let request = try stage.store.authorizationRequest(for: stage.carrier, endpoint: .test, by: "olga")
        let error = try await #require(throws: CarrierError.self) {
            try await stage.authorizer.verify(request)
        }
        #expect(error.code == .signInNeeded)
        #expect(error.message.contains("Client Secret is wrong"))
        #expect(try stage.store.grants().isEmpty)
    }

    @Test("Credentials without a redirect URI are not told of one")
    func noRedirectURI() async throws {
        let stage = try await KeyStage(method: .customerClientCredentials)
        let request = try stage.store.authorizationRequest(for: stage.carrier, endpoint: .test, by: "olga")
        let body = #"{"response":{"errors":[{"code":"10400","message":"Invalid grant"}]}}"#
        let authorizer = Authorizer(
            store: stage.store, oauth: stage.oauth(ScriptedRefresh(status: 400, body: body)),
            clock: stage.clock.wall)
        let error = try await #require(throws: CarrierError.self) { try await authorizer.verify(request) }
        #expect(error.code == .signInNeeded)
        #expect(error.message == "UPS refused the request: Invalid grant (10400, HTTP 400).")
        #expect(!error.advice.contains("Redirect"))
    }

    @Test("A legacy carrier and a missing application are set-up, not sign-in")
    func setUp() async throws {
        let stage = try await KeyStage()
        var legacy = stage.carrier
        legacy.apiType = .legacy
        let error = try #require(throws: CarrierError.self) {
            try stage.store.authorizationRequest(for: legacy, endpoint: .test, by: "olga")
        }
        #expect(error.code == .setup)
        let empty = try TemporaryStore().open()
        var carrier = try empty.save(soundCarrier(), by: "olga")
        carrier.endpoint = .test
        let missing = try #require(throws: CarrierError.self) {
            try empty.authorizationRequest(for: carrier, endpoint: .test, by: "olga")
        }
        #expect((missing.code, missing.message) == (.setup, "No UPS application is set."))
    }

    @Test("The loopback listener catches the redirect, and what else comes is left for the attempt to judge")
    func listener() async throws {
        let stage = try await KeyStage(redirectURI: KeyStage.application.redirectURIs[1])
        let attempt = try await stage.begin()
        let address = try await stage.signIn(at: attempt)
        let listener = try #require(LoopbackListener(redirectURI: attempt.request.redirectURI))
        async let visit = visitUntilAnswered(address)
        var caught: String?
        for await arrival in listener.addresses() {
            caught = try arrival.get()
            break
        }
        #expect(caught == address)
        #expect(try await visit == 200)
        let key = try await stage.authorizer.complete(
            attempt, address: try #require(caught), arrival: .caught)
        #expect(key.condition == .good)
        #expect(LoopbackListener(redirectURI: "https://127.0.0.1/upscallback") == nil)
        #expect(LoopbackListener(redirectURI: "http://example.com:80/x") == nil)
    }

    @Test(
        "An administrator adds a key to another's carrier, and signs in as another UPS.com user than before")
    func anotherAdministrator() async throws {
        let other = SandboxConfiguration.User(name: "second", password: "second", accounts: ["W599Y7"])
        let stage = try await KeyStage { $0.users.append(other) }
        try await stage.addKey()
        try stage.store.addUser(named: "bob", role: .administrator, by: "olga")
        let attempt = try await stage.authorizer.begin(
            stage.store.authorizationRequest(for: stage.carrier, endpoint: .test, by: "bob"))
        let address = try #require(await stage.sandbox.signIn(at: attempt.signInAddress, as: other))
        let grant = try await stage.authorizer.complete(attempt, address: address)
        #expect(grant.authorizedBy == "bob")
        #expect(try stage.store.auditEvents().last?.actor == "bob")
        // The end of the first user's sign-in is nothing to this key.
        await stage.sandbox.revokeGrants(ofUser: SandboxConfiguration.User.demo.name)
        stage.clock.advance(seconds: 3600)
        #expect(try await stage.token().grant.authorizedBy == "bob")
        await stage.sandbox.revokeGrants(ofUser: other.name)
        stage.clock.advance(seconds: 3600)
        let error = try await #require(throws: CarrierError.self) { try await stage.token() }
        #expect(error.code == .signInNeeded)
    }

    /// The listener needs a moment to stand; a browser would be slower.
    private func visitUntilAnswered(_ address: String) async throws -> Int {
        for _ in 0..<2000 {
            do {
                return try await KeyStage.curl.send(HTTPRequest(.get, address, timeout: 10_000)).status
            } catch {
                guard error.stage == .notSent else { throw error }
                try await Task.sleep(for: .milliseconds(5))
            }
        }
        Issue.record("The listener never stood.")
        return 0
    }
}
