import Foundation
import GRDB
import Locking
import Testing
import UPSSandbox

@testable import CarrierCore

@Suite("A renewal that goes another way")
struct HostileRefreshTests {
    @Test(
        "A 400 or 401 that UPS itself did not say condemns no key",
        arguments: [400, 401],
        ["<html>Sign in to the network</html>", "", #"{"response":{"errors":[{"code":"10429"}]}}"#])
    func notUPS(status: Int, body: String) async throws {
        let stage = try await KeyStage()
        try await stage.addKey()
        stage.clock.advance(seconds: 3600)
        let error = try await #require(throws: CarrierError.self) {
            try await stage.token(http: ScriptedRefresh(status: status, body: body))
        }
        #expect(error.code == .unavailable, "\(error)")
        #expect(try stage.grant().condition == .good)
        #expect(try await stage.token().grant.generation == 2)
    }

    @Test(
        "A refusal in UPS's words or RFC 6749's asks for a sign-in",
        arguments: [
            #"{"response":{"errors":[{"code":"10401","message":"ClientId is Invalid"}]}}"#,
            #"{"error":"invalid_grant"}"#,
        ])
    func refused(body: String) async throws {
        let stage = try await KeyStage()
        try await stage.addKey()
        stage.clock.advance(seconds: 3600)
        let error = try await #require(throws: CarrierError.self) {
            try await stage.token(http: ScriptedRefresh(status: 401, body: body))
        }
        #expect(error.code == .signInNeeded)
        #expect(try stage.grant().condition == .refused)
    }

    @Test("What UPS repeats of a request's secrets is neither shown nor kept", arguments: [400, 503, 403])
    func echo(status: Int) async throws {
        let stage = try await KeyStage()
        try await stage.addKey()
        stage.clock.advance(seconds: 3600)
        let secret = try #require(KeyStage.application.clientSecret)
        let basic = Data("\(KeyStage.application.clientID):\(secret)".utf8).base64EncodedString()
        let http = EchoingRefresh(status: status, besides: "\(secret) Basic \(basic)")
        let error = try await #require(throws: CarrierError.self) { try await stage.token(http: http) }
        let sent = try #require(http.sent)
        let token = try #require(sent.split(separator: "&").last?.split(separator: "=").last)
        let kept = try await stage.store.queue.read { db in
            try Row.fetchAll(db, sql: "SELECT conditionReason, failureMessage FROM keyGrant").description
        }
        for words in ["\(error)", "\(String(describing: error.underlying))", kept] {
            for canary in [secret, basic, String(token)] { #expect(!words.contains(canary), "\(words)") }
        }
        #expect(status == 400 || error.message.contains("‹redacted›"), "\(error)")
    }

    @Test("An answer without a refresh token leaves the one that was used in force")
    func noRefreshToken() async throws {
        let stage = try await KeyStage()
        let before = try await stage.addKey()
        stage.clock.advance(seconds: 3600)
        let http = ScriptedRefresh(
            status: 200, body: #"{"access_token":"second","expires_in":"3599","status":"approved"}"#)
        let token = try await stage.token(http: http)
        #expect(token.accessToken.reveal() == "second")
        #expect(token.grant.refreshTokenExpires == before.refreshTokenExpires)
        stage.clock.advance(seconds: 3600)
        // The sandbox has not seen that call: it takes the first token still.
        #expect(try await stage.token().grant.refreshCount == "1")
    }

    @Test("A refresh token whose end UPS has not told does not end with the access token")
    func untoldEnd() async throws {
        let stage = try await KeyStage()
        try await stage.addKey()
        stage.clock.advance(seconds: 3600)
        let http = ScriptedRefresh(
            status: 200, body: #"{"access_token":"second","refresh_token":"next","expires_in":"3599"}"#)
        #expect(try await stage.token(http: http).grant.expiry == nil)
        stage.clock.advance(seconds: 3600)
        #expect(try stage.grant().state(at: stage.clock.wall.now(), alertDays: 7) == .valid)
        _ = try await stage.token(http: http)
        #expect(http.refreshes.map { $0.contains("refresh_token=next") } == [false, true])
    }

    @Test(
        "A Retry-After of any kind is bounded, and the key stays well",
        arguments: [
            "9223372036854775807", "99999999999999999999", "-5", "soon", "Fri, 31 Dec 9999 23:59:59 GMT",
        ])
    func retryAfter(value: String) async throws {
        let stage = try await KeyStage()
        try await stage.addKey()
        stage.clock.advance(seconds: 3600)
        let http = ScriptedRefresh(
            status: 429, body: "", headers: ["retry-after": value, "date": "Mon, 02 Nov 2026 10:00:00 GMT"])
        let error = try await #require(throws: CarrierError.self) { try await stage.token(http: http) }
        #expect(error.code == .unavailable)
        #expect(stage.pauses.all.allSatisfy { (0...40_000).contains($0) })
        #expect(try stage.grant().condition == .good)
    }

    @Test("A date to retry after is waited for by the server's own clock")
    func retryDate() async throws {
        let stage = try await KeyStage()
        try await stage.addKey()
        stage.clock.advance(seconds: 3600)
        let http = ScriptedRefresh(
            status: 429, body: "",
            headers: [
                "retry-after": "Mon, 02 Nov 2026 10:00:09 GMT", "date": "Mon, 02 Nov 2026 10:00:00 GMT",
            ])
        let error = try await #require(throws: CarrierError.self) { try await stage.token(http: http) }
        #expect(error.code == .unavailable)
        #expect(stage.pauses.all == [9000, 9000])
    }

    @Test("A key removed and made anew during a renewal is not overwritten by its answer")
    func replaced() async throws {
        let stage = try await KeyStage()
        let old = try await stage.addKey()
        stage.clock.advance(seconds: 3600)
        let http = InterposedClient { [stage] request in
            guard request.url.hasSuffix("/refresh") else { return }
            do {
                try stage.store.deleteGrant(old, ownerName: "UPS", actor: "olga")
                try await stage.addKey()
            } catch {
                Issue.record(error)
            }
        }
        await #expect(throws: CarrierError.self) { try await stage.token(http: http) }
        let new = try stage.grant()
        #expect(new.id != old.id)
        #expect(new.generation == 1)
        #expect(try await stage.token().grant.generation == 1)
    }

    @Test("A key that was renewed since it was looked at is not removed")
    func removedTooLate() async throws {
        let stage = try await KeyStage()
        let seen = try await stage.addKey()
        stage.clock.advance(seconds: 3600)
        _ = try await stage.token()
        let error = try #require(throws: CarrierError.self) {
            try stage.store.deleteGrant(seen, ownerName: "UPS", actor: "olga")
        }
        #expect(error.code == .busy)
        #expect(try stage.grant().generation == 2)
    }

    @Test("With a clock that is wrong by months, a key lives from its receipt on")
    func wrongClock() async throws {
        let stage = try await KeyStage {
            let clock = $0.clock
            $0.clock = { clock().addingTimeInterval(-61 * 86_400) }
        }
        let grant = try await stage.addKey()
        #expect(!grant.clocksAgree)
        #expect(grant.state(at: stage.clock.wall.now(), alertDays: 7) == .valid)
        stage.clock.advance(seconds: 3600)
        #expect(try await stage.token().grant.generation == 2)
    }

    @Test("A refused key's access token is handed out to nobody")
    func refusedToken() async throws {
        let stage = try await KeyStage()
        try await stage.addKey()
        await stage.sandbox.revokeGrants(ofUser: SandboxConfiguration.User.demo.name)
        let always = TokenBroker.Terms(refreshesAlways: true)
        await #expect(throws: CarrierError.self) { try await stage.token(always) }
        let error = try await #require(throws: CarrierError.self) {
            try await stage.token(TokenBroker.Terms(mayRefresh: false))
        }
        #expect(error.code == .busy)
    }

    @Test("A turn that was lost between two tries sends its token no more")
    func lostTurn() async throws {
        let stage = try await KeyStage()
        try await stage.addKey()
        stage.clock.advance(seconds: 3600)
        await stage.sandbox.setFault(SandboxFault(.unavailable, on: [.refresh], times: 1))
        let pauses = Pauses(
            sleep: { [stage] milliseconds in
                guard milliseconds != 10_000 else { return try await Task.sleep(for: .seconds(10)) }
                // Meanwhile another process took over and renewed the key.
                try await stage.store.queue.write { db in
                    try db.execute(
                        sql: "UPDATE keyGrant SET generation = 2, leaseHolder = NULL, leaseUntil = NULL")
                }
            }, uptime: { 0 }, jitter: { 0 })
        let token = try await stage.broker(pauses: pauses)
            .token(for: try stage.owner, named: "UPS", endpoint: .test)
        #expect(token.grant.generation == 2)
        #expect(await stage.count(.refresh) == 1)
    }

    @Test("A sign-in whose outcome the store could not take asks UPS for nothing, and can be ended later")
    func unwritable() async throws {
        let stage = try await KeyStage()
        let store = try stage.folder.open(clock: stage.clock.wall, busyTimeout: 0.05)
        let authorizer = Authorizer(store: store, oauth: stage.oauth(), clock: stage.clock.wall)
        let attempt = try await stage.begin()
        let address = try await stage.signIn(at: attempt)
        let lock = try WriteLock(stage.folder.path)
        try lock.take()
        let error = try await #require(throws: CarrierError.self) {
            try await authorizer.complete(attempt, address: address)
        }
        #expect(error.code == .busy)
        #expect(await stage.count(.token) == 0)
        try lock.release()
        _ = try await authorizer.complete(attempt, address: address)
        #expect(try stage.grant().generation == 1)
    }

    @Test("A sign-in for a carrier that was deleted meanwhile says so")
    func deletedMeanwhile() async throws {
        let stage = try await KeyStage()
        let attempt = try await stage.begin()
        let address = try await stage.signIn(at: attempt)
        try stage.store.deleteCarrier(named: stage.carrier.name, by: "olga")
        let error = try await #require(throws: CarrierError.self) {
            try await stage.authorizer.complete(attempt, address: address)
        }
        #expect(error.message.contains("was deleted meanwhile"), "\(error)")
    }

    @Test("The same client secret entered again cures no refused key, a copy of the carrier neither")
    func sameSecret() async throws {
        let stage = try await KeyStage(method: .customerAuthorizationCode)
        try await stage.addKey()
        await stage.sandbox.revokeGrants(ofUser: SandboxConfiguration.User.demo.name)
        await #expect(throws: CarrierError.self) {
            try await stage.token(TokenBroker.Terms(refreshesAlways: true))
        }
        try stage.store.copyCarrier(named: stage.carrier.name, as: "Copy", by: "olga")
        #expect(try stage.grant().condition == .refused)
    }

    @Test("Another client id does not inherit the application's secret")
    func otherApplication() async throws {
        let stage = try await KeyStage()
        var application = try #require(try stage.store.application())
        application.clientID = "another"
        try stage.store.save(application, by: "olga")
        #expect(try stage.store.application()?.hasSecret == false)
    }
}

/// Answers `/refresh` with what it was sent, and more.
private final class EchoingRefresh: HTTPClient {
    private let status: Int
    private let words: String
    private let noted = Guarded<String?>(nil)

    var sent: String? { noted.withLock { $0 } }

    init(status: Int, besides words: String) {
        (self.status, self.words) = (status, words)
    }

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let form = request.body?.reveal() ?? ""
        noted.withLock { $0 = form }
        let body =
            #"{"response":{"errors":[{"code":"10400 \#(words)","message":"Wrong: \#(form) \#(words)"}]}}"#
        return HTTPResponse(status: status, headers: [:], body: Secret(body))
    }
}

/// Answers `/refresh` as it is told, and notes what was sent there.
final class ScriptedRefresh: HTTPClient {
    private let response: HTTPResponse
    private let noted = Guarded<[String]>([])

    var refreshes: [String] { noted.withLock { $0 } }

    init(status: Int, body: String, headers: [String: String] = [:]) {
        response = HTTPResponse(status: status, headers: headers, body: Secret(body))
    }

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        noted.withLock { $0.append(request.body?.reveal() ?? "") }
        return response
    }
}
