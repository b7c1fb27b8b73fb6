import Foundation
import TestSupport
import Testing
import UPSSandbox

@testable import CarrierCore

@Suite("Handing out tokens")
struct TokenBrokerTests {
    @Test("A token that lasts is handed out without asking anyone")
    func fresh() async throws {
        let stage = try await KeyStage()
        try await stage.addKey()
        let first = try await stage.token()
        stage.clock.advance(seconds: 3599 - 180)
        let second = try await stage.token()
        #expect(first.accessToken == second.accessToken)
        #expect(await stage.count(.refresh) == 0)
    }

    @Test("A token is renewed before it ends, and the old refresh token with it")
    func refreshed() async throws {
        let stage = try await KeyStage()
        try await stage.addKey()
        let first = try await stage.token()
        stage.clock.advance(seconds: 3599 - 178)
        let second = try await stage.token()
        #expect(first.accessToken != second.accessToken)
        #expect(second.grant.generation == 2)
        #expect(second.grant.refreshCount == "1")
        stage.clock.advance(seconds: 3600)
        #expect(try await stage.token().grant.generation == 3)
        #expect(await stage.count(.refresh) == 2)
    }

    @Test("However many ask at once, UPS is asked once")
    func herd() async throws {
        let stage = try await KeyStage { $0.latency = .milliseconds(50) }
        try await stage.addKey()
        stage.clock.advance(seconds: 3600)
        let broker = stage.broker(pauses: .real)
        let owner = try stage.owner
        let tokens = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    try await broker.token(for: owner, named: "UPS", endpoint: .test).accessToken.reveal()
                }
            }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(tokens.count == 1)
        #expect(await stage.count(.refresh) == 1)
    }

    @Test("While UPS is unwell a valid token is handed out, and an ended one is not; the key stays well")
    func transient() async throws {
        let stage = try await KeyStage()
        try await stage.addKey()
        await stage.sandbox.setFault(SandboxFault(.unavailable, on: [.refresh]))
        stage.clock.advance(seconds: 3599 - 100)
        let token = try await stage.token()
        guard case .transient = token.outcome else { throw Unexpected("\(token.outcome)") }
        #expect(await stage.count(.refresh) == 3)
        stage.clock.advance(seconds: 100)
        let error = try await #require(throws: CarrierError.self) { try await stage.token() }
        #expect(error.code == .unavailable)
        #expect(try stage.grant().condition == .good)
        await stage.sandbox.clearFaults()
        #expect(try await stage.token().grant.generation == 2)
    }

    @Test(
        "HTML, nothing, broken JSON and an unwell UPS leave a key as it is",
        arguments: [
            SandboxFault.Name.gatewayPage, .emptyAnswer, .brokenJSON, .internalError, .rateLimit,
            .unavailable,
        ])
    func neverCondemned(_ fault: SandboxFault.Name) async throws {
        let stage = try await KeyStage()
        try await stage.addKey()
        await stage.sandbox.setFault(SandboxFault(fault, on: [.refresh]))
        stage.clock.advance(seconds: 3600)
        let error = try await #require(throws: CarrierError.self) { try await stage.token() }
        #expect(error.code == .unavailable, "\(error.message)")
        #expect(try stage.grant().condition == .good)
    }

    @Test("A cut before the work condemns no key: in doubt after the first, it is saved by its retry")
    func cutBefore() async throws {
        let stage = try await KeyStage { $0.rotation = .strict }
        try await stage.addKey()
        stage.clock.advance(seconds: 3600)
        await stage.sandbox.setFault(SandboxFault(.cutBefore, on: [.refresh], times: 1))
        let error = try await #require(throws: CarrierError.self) { try await stage.token() }
        #expect(error.code == .unavailable, "\(error.message)")
        #expect(try stage.grant().condition == .uncertain)
        #expect(try await stage.token().grant.generation == 2)
    }

    @Test("UPS's Retry-After is waited for")
    func retryAfter() async throws {
        let stage = try await KeyStage()
        try await stage.addKey()
        await stage.sandbox.setFault(SandboxFault(.rateLimit, value: 7, on: [.refresh], times: 1))
        stage.clock.advance(seconds: 3600)
        #expect(try await stage.token().grant.generation == 2)
        #expect(stage.pauses.all == [7000])
    }

    @Test("A lost answer leaves the key uncertain; its one retry saves it where the server allows")
    func lostAnswerSaved() async throws {
        let stage = try await KeyStage { $0.rotation = .lenient(grace: 3600) }
        try await stage.addKey()
        await stage.sandbox.setFault(SandboxFault(.cutAfter, on: [.refresh], times: 1))
        stage.clock.advance(seconds: 3600)
        let error = try await #require(throws: CarrierError.self) { try await stage.token() }
        #expect(error.code == .unavailable)
        #expect(try stage.grant().condition == .uncertain)
        #expect(try await stage.token().grant.condition == .good)
        #expect(await stage.count(.refresh) == 2)
    }

    @Test("A lost answer and a refused retry ask for a sign-in, and nothing more is sent")
    func lostAnswerLost() async throws {
        let stage = try await KeyStage { $0.rotation = .singleUse }
        try await stage.addKey()
        await stage.sandbox.setFault(SandboxFault(.halfAnswer, on: [.refresh], times: 1))
        stage.clock.advance(seconds: 3600)
        let lost = try await #require(throws: CarrierError.self) { try await stage.token() }
        #expect(lost.code == .unavailable)
        for _ in 0..<3 {
            let error = try await #require(throws: CarrierError.self) { try await stage.token() }
            #expect(error.code == .signInNeeded)
        }
        #expect(await stage.count(.refresh) == 2)
        #expect(try stage.grant().state(at: stage.clock.wall.now(), alertDays: 7) == .signInNeeded)
    }

    @Test("An unwell UPS does not use up the retry that a lost answer leaves")
    func retryKept() async throws {
        let stage = try await KeyStage { $0.rotation = .lenient(grace: 86_400) }
        try await stage.addKey()
        stage.clock.advance(seconds: 3600)
        await stage.sandbox.setFault(SandboxFault(.cutAfter, on: [.refresh], times: 1))
        await #expect(throws: CarrierError.self) { try await stage.token() }
        await stage.sandbox.setFault(SandboxFault(.unavailable, on: [.refresh], times: 3))
        let unwell = try await #require(throws: CarrierError.self) { try await stage.token() }
        #expect(unwell.code == .unavailable)
        #expect(try stage.grant().condition == .uncertain)
        #expect(try await stage.token().grant.condition == .good)
    }

    @Test("A refused key asks for a sign-in, keeps its sealed token, and a new sign-in cures it")
    func refused() async throws {
        let stage = try await KeyStage()
        try await stage.addKey()
        await stage.sandbox.revokeGrants(ofUser: SandboxConfiguration.User.demo.name)
        stage.clock.advance(seconds: 3600)
        let error = try await #require(throws: CarrierError.self) { try await stage.token() }
        #expect(error.code == .signInNeeded)
        #expect(error.message.contains("the Client Secret is wrong, the UPS.com password was changed"))
        #expect(error.advice.contains("Compare the Client Secret"))
        let information = KeyInformation(
            try stage.grant(), dateForm: .iso, alertDays: 7, now: stage.clock.wall.now())
        #expect(information.origin.first?.value.hasSuffix(" (10400)") == true)
        #expect(try stage.grant().condition == .refused)
        let again = try await #require(throws: CarrierError.self) { try await stage.token() }
        #expect(again.code == .signInNeeded)
        #expect(await stage.count(.refresh) == 1)
        try await stage.addKey()
        #expect(try await stage.token().grant.condition == .good)
    }

    @Test("A changed client secret gives a refused key one more try")
    func newSecret() async throws {
        let stage = try await KeyStage(secret: "wrong")
        try await stage.addKey()
        stage.clock.advance(seconds: 3600)
        let error = try await #require(throws: CarrierError.self) { try await stage.token() }
        #expect(error.code == .signInNeeded)
        let application = try #require(try stage.store.application())
        try stage.store.save(
            application, secret: .set(Secret(try #require(KeyStage.application.clientSecret))), by: "olga")
        #expect(try await stage.token().grant.generation == 2)
    }

    @Test("A sign-in made while a refresh is under way is not overwritten, and a refused loser uses it")
    func signInMeanwhile() async throws {
        let stage = try await KeyStage()
        try await stage.addKey()
        stage.clock.advance(seconds: 3600)
        let interposed = InterposedClient { request in
            guard request.url.hasSuffix("/refresh") else { return }
            await stage.sandbox.revokeGrants(ofUser: SandboxConfiguration.User.demo.name)
            await #expect(throws: Never.self) { try await stage.addKey() }
        }
        let token = try await stage.token(http: interposed)
        #expect(token.grant.generation == 2)
        #expect(try stage.grant().condition == .good)
        #expect(try await stage.token().accessToken == token.accessToken)
    }

    @Test("A holder that died is replaced at once, and its intent counts as a lost answer")
    func deadHolder() async throws {
        let stage = try await KeyStage { $0.rotation = .lenient(grace: 3600) }
        let grant = try await stage.addKey()
        stage.clock.advance(seconds: 3600)
        let me = LeaseHolder.current()
        let dead = LeaseHolder(
            machine: me.machine, boot: me.boot, namespace: me.namespace, process: 1, start: "1", nonce: "n")
        guard case .taken = try stage.store.requestTurn(for: grant, holder: dead) else {
            throw Unexpected("not taken")
        }
        #expect(try await stage.token().grant.generation == 2)
        #expect(stage.pauses.all.isEmpty)
    }

    @Test("A living holder is waited for, until the time is up")
    func livingHolder() async throws {
        let stage = try await KeyStage()
        let grant = try await stage.addKey()
        stage.clock.advance(seconds: 3600)
        guard case .taken = try stage.store.requestTurn(for: grant, holder: LeaseHolder.current()) else {
            throw Unexpected("not taken")
        }
        let error = try await #require(throws: CarrierError.self) {
            try await stage.token(TokenBroker.Terms(timeout: 5000))
        }
        #expect(error.code == .busy)
        #expect(stage.pauses.all.reduce(0, +) >= 5000)
        #expect(await stage.count(.refresh) == 0)
    }

    @Test("Client credentials are renewed with the secret, and raise no uncertainty")
    func clientCredentials() async throws {
        let stage = try await KeyStage(method: .customerClientCredentials)
        let request = try stage.store.authorizationRequest(for: stage.carrier, endpoint: .test, by: "olga")
        _ = try await stage.authorizer.verify(request)
        stage.clock.advance(seconds: 3600)
        await stage.sandbox.setFault(SandboxFault(.cutAfter, on: [.token], times: 1))
        let error = try await #require(throws: CarrierError.self) { try await stage.token() }
        #expect(error.code == .unavailable)
        #expect(try await stage.token().grant.generation == 2)
        #expect(try stage.grant().state(at: .max, alertDays: 7) == .valid)
    }

    @Test("Client credentials that UPS refuses blame the client, and nobody's password")
    func clientCredentialsRefused() async throws {
        let stage = try await KeyStage(method: .customerClientCredentials)
        let request = try stage.store.authorizationRequest(for: stage.carrier, endpoint: .test, by: "olga")
        _ = try await stage.authorizer.verify(request)
        stage.clock.advance(seconds: 3600)
        let http = ScriptedRefresh(
            status: 401, body: #"{"response":{"errors":[{"code":"10401","message":"ClientId is Invalid"}]}}"#)
        for _ in 0..<2 {
            let error = try await #require(throws: CarrierError.self) { try await stage.token(http: http) }
            #expect(error.code == .signInNeeded)
            #expect(error.message.contains("the Client Secret is wrong, or the app was removed"), "\(error)")
            #expect(!error.message.contains("password"))
        }
        #expect(http.refreshes.count == 1)
    }

    @Test("Without leave to refresh a valid token is printed, an ended one is busy")
    func noRefresh() async throws {
        let stage = try await KeyStage()
        try await stage.addKey()
        stage.clock.advance(seconds: 3590)
        let terms = TokenBroker.Terms(mayRefresh: false)
        #expect(try await stage.token(terms).grant.generation == 1)
        stage.clock.advance(seconds: 10)
        let error = try await #require(throws: CarrierError.self) { try await stage.token(terms) }
        #expect(error.code == .busy)
        #expect(await stage.count(.refresh) == 0)
    }

    @Test("An ended refresh token is not sent: the person is told to add a key")
    func ended() async throws {
        let stage = try await KeyStage { $0.refreshTokenLifetime = 7200 }
        try await stage.addKey()
        stage.clock.advance(seconds: 7200)
        let error = try await #require(throws: CarrierError.self) { try await stage.token() }
        #expect((error.code, error.message) == (.signInNeeded, "The UPS refresh token has expired."))
        #expect(await stage.count(.refresh) == 0)
    }

    @Test("No byte of a token or secret stands in the store's files")
    func sealed() async throws {
        let stage = try await KeyStage()
        try await stage.addKey()
        let canaries = ["canary-access-7f3a9c51e0", "canary-refresh-51e07f3a9c"]
        stage.clock.advance(seconds: 3600)
        let token = try await stage.token(
            http: CannedClient(
                body: """
                    {"token_type":"Bearer","issued_at":"1790000000000","access_token":"\(canaries[0])",\
                    "expires_in":"3599","refresh_token":"\(canaries[1])","refresh_token_expires_in":"5183999"}
                    """))
        #expect(token.accessToken == Secret(canaries[0]))
        try stage.store.backUp(to: stage.folder.folder + "/backup.sqlite", by: "olga")
        let bytes = try stage.folder.bytes()
        for secret in canaries + [try #require(KeyStage.application.clientSecret)] {
            for trace in Canary.traces(of: secret) {
                #expect(bytes.range(of: Data(trace.utf8)) == nil, "\(trace)")
            }
        }
    }
}

/// Gives one answer, whatever it is asked.
private struct CannedClient: HTTPClient {
    let body: String

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        HTTPResponse(status: 200, headers: [:], body: Secret(body))
    }
}

struct Unexpected: Error {
    let what: String

    init(_ what: String) { self.what = what }
}
