import Testing
import UPSSandbox

@testable import CarrierCore

@Suite("Renewing many keys at once", .timeLimit(.minutes(2)))
struct RenewalsTests {
    @Test("As many calls are under way at each host as may be, and never more")
    func bounded() async throws {
        let stage = try await KeyStage()
        for endpoint in EndpointType.allCases {
            for place in 0..<6 { try await stage.addKey(ofCarrier: "\(endpoint.title) \(place)", endpoint) }
        }
        let gate = Gate(opensFor: 3)
        // The one sandbox under two names, so that there are two hosts.
        let servers = UPSServers(
            test: stage.servers.base(.test),
            production: stage.servers.base(.test).replacing("127.0.0.1", with: "localhost"))
        let broker = TokenBroker(
            store: stage.store,
            oauth: UPSOAuth(http: GatedClient(gate: gate), servers: servers, clock: stage.clock.wall),
            clock: stage.clock.wall)
        let stream = Renewals(broker: broker, atOncePerHost: 3).renew(try stage.store.grants())
        var renewed: Set<String> = []
        for await outcome in stream {
            #expect(outcome.problem == nil, "\(outcome.key.ownerName)")
            renewed.insert(outcome.key.ownerName)
        }
        #expect(renewed.count == 12)
        #expect(await gate.most.values.allSatisfy { $0 == 3 })
        #expect(await gate.most.count == 2)
        #expect(await stage.count(.refresh) == 12)
        #expect(try stage.store.grants().allSatisfy { $0.grant.generation == 2 })
    }

    @Test("A key that fails is told, and the others are renewed")
    func failure() async throws {
        let stage = try await KeyStage()
        let first = try await stage.addKey()
        await stage.sandbox.revokeGrants(ofUser: SandboxConfiguration.User.demo.name)
        for name in ["A", "Z"] { try await stage.addKey(ofCarrier: name, .test) }
        var problems: [KeyOwner: CarrierError] = [:]
        for await outcome in Renewals(broker: stage.broker()).renew(try stage.store.grants()) {
            problems[outcome.key.grant.owner] = outcome.problem
        }
        #expect(problems.keys.map(\.id) == [first.owner.id])
        #expect(problems.values.map(\.code) == [.signInNeeded])
        #expect(try stage.store.grants().count { $0.grant.generation == 2 } == 2)
    }

    @Test("A renewal that failed for now counts as failed, though the old token still lasts")
    func transient() async throws {
        let stage = try await KeyStage()
        try await stage.addKey()
        await stage.sandbox.setFault(SandboxFault(.unavailable, on: [.refresh]))
        var problems: [CarrierError.Code?] = []
        for await outcome in Renewals(broker: stage.broker()).renew(try stage.store.grants()) {
            problems.append(outcome.problem?.code)
        }
        #expect(problems == [.unavailable])
        #expect(try await stage.token().grant.generation == 1)
    }

    @Test("A host that has been asked too often is asked no further, and its other keys fail for that")
    func askedTooOften() async throws {
        let stage = try await KeyStage()
        for name in ["A", "B", "C"] { try await stage.addKey(ofCarrier: name, .test) }
        await stage.sandbox.setFault(SandboxFault(.rateLimit, value: 3600, on: [.refresh]))
        var problems: [CarrierError.Code?] = []
        for await outcome in Renewals(broker: stage.broker(), atOncePerHost: 1).renew(
            try stage.store.grants())
        {
            problems.append(outcome.problem?.code)
        }
        #expect(problems == [.unavailable, .unavailable, .unavailable])
        #expect(await stage.count(.refresh) == 1)
    }

    @Test("Client credentials are renewed as well, and are never due")
    func clientCredentials() async throws {
        let stage = try await KeyStage(method: .customerClientCredentials)
        let request = try stage.store.authorizationRequest(for: stage.carrier, endpoint: .test, by: "olga")
        let grant = try await stage.authorizer.verify(request)
        #expect(!grant.isDue(within: 3650, at: stage.clock.wall.now()))
        for await outcome in Renewals(broker: stage.broker()).renew(try stage.store.grants()) {
            #expect(outcome.problem == nil)
        }
        #expect(try stage.grant().generation == 2)
    }

    @Test("A key is due from exactly so many days before its end, and after it")
    func due() async throws {
        let stage = try await KeyStage()
        let grant = try await stage.addKey()
        let end = try #require(grant.expiry)
        #expect(!grant.isDue(within: 7, at: end - 7 * 86_400_000 - 1))
        #expect(grant.isDue(within: 7, at: end - 7 * 86_400_000))
        #expect(grant.isDue(within: 7, at: end + 1))
    }
}

extension KeyStage {
    /// Another carrier with a key.
    fileprivate func addKey(ofCarrier name: String, _ endpoint: EndpointType) async throws {
        var carrier = soundCarrier()
        carrier.name = name
        carrier.endpoint = endpoint
        carrier = try store.save(carrier, by: "olga")
        let attempt = try await authorizer.begin(
            store.authorizationRequest(for: carrier, endpoint: endpoint, by: "olga"))
        _ = try await authorizer.complete(attempt, address: try await signIn(at: attempt))
    }
}

/// Lets calls of one host through only together, and counts them.
private actor Gate {
    private let width: Int
    private var underWay: [String: Int] = [:]
    private var waiting: [String: [CheckedContinuation<Void, Never>]] = [:]
    private(set) var most: [String: Int] = [:]

    init(opensFor width: Int) { self.width = width }

    func enter(_ host: String) async {
        underWay[host, default: 0] += 1
        most[host] = max(most[host, default: 0], underWay[host, default: 0])
        await withCheckedContinuation { continuation in
            waiting[host, default: []].append(continuation)
            guard waiting[host, default: []].count == width else { return }
            for waiter in waiting.removeValue(forKey: host) ?? [] { waiter.resume() }
        }
    }

    func leave(_ host: String) { underWay[host, default: 0] -= 1 }
}

private struct GatedClient: HTTPClient {
    let gate: Gate

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let host = request.url.replacing("/security/v1/oauth/refresh", with: "")
        await gate.enter(host)
        let answer: Result<HTTPResponse, TransportError>
        do throws(TransportError) {
            answer = .success(try await KeyStage.curl.send(request))
        } catch {
            answer = .failure(error)
        }
        await gate.leave(host)
        return try answer.get()
    }
}
