import Foundation
import Locking
import Logging
import Testing
import UPSSandbox

@testable import CarrierCore

/// A carrier in a real store, a UPS on loopback, and one clock for both that only a test moves.
final class KeyStage: Sendable {
    static let application = SandboxConfiguration.Application.demo

    let folder: TemporaryStore
    let store: Store
    let sandbox: UPSSandbox
    let servers: UPSServers
    let carrier: Carrier
    let clock: TestClock
    let pauses = PauseLog()

    init(
        method: AuthorizationMethod = .authorizationCode, pkce: Bool = true,
        secret: String? = application.clientSecret,
        redirectURI: String = application.redirectURIs[0],
        _ configure: (inout SandboxConfiguration) -> Void = { _ in }
    ) async throws {
        let clock = TestClock()
        var configuration = SandboxConfiguration()
        configuration.clock = { Date(timeIntervalSince1970: Double(clock.wall.now()) / 1000) }
        configure(&configuration)
        self.clock = clock
        sandbox = UPSSandbox(configuration)
        try await sandbox.start()
        servers = UPSServers(test: await sandbox.address, production: await sandbox.address)
        folder = try TemporaryStore()
        store = try folder.open(clock: clock.wall)
        try store.save(
            UPSApplication(clientID: Self.application.clientID, redirectURI: redirectURI, pkce: pkce),
            secret: secret.map { .set(Secret($0)) } ?? .keep, by: "olga")
        var carrier = soundCarrier()
        carrier.endpoint = .test
        carrier.authorizationMethod = method
        if method.usesCustomerApplication {
            carrier.customerClientID = Self.application.clientID
            carrier.customerRedirectURI = redirectURI
        }
        let customerSecret = method.usesCustomerApplication ? secret : nil
        self.carrier = try store.save(
            carrier, customerSecret: customerSecret.map { .set(Secret($0)) } ?? .keep, by: "olga")
    }

    deinit {
        Task { [sandbox] in await sandbox.stop() }
    }

    var owner: KeyOwner {
        get throws { KeyOwner(.carrier, id: try #require(carrier.id)) }
    }

    func oauth(_ http: (any HTTPClient)? = nil) -> UPSOAuth {
        UPSOAuth(http: http ?? Self.curl, servers: servers, clock: clock.wall)
    }

    static let curl = CurlClient(
        options: CurlOptions(), log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })

    var authorizer: Authorizer { Authorizer(store: store, oauth: oauth(), clock: clock.wall) }

    func broker(_ http: (any HTTPClient)? = nil, pauses real: Pauses? = nil) -> TokenBroker {
        TokenBroker(
            store: store, oauth: oauth(http), clock: clock.wall, pauses: real ?? pauses.pauses(moving: clock))
    }

    func begin() async throws -> AuthorizationAttempt {
        try await authorizer.begin(store.authorizationRequest(for: carrier, endpoint: .test, by: "olga"))
    }

    /// Signs in as the person would.
    func signIn(at attempt: AuthorizationAttempt) async throws -> String {
        try #require(await sandbox.signIn(at: attempt.signInAddress))
    }

    /// Adds the carrier's Test key.
    @discardableResult
    func addKey() async throws -> Grant {
        let attempt = try await begin()
        return try await authorizer.complete(attempt, address: try await signIn(at: attempt))
    }

    func token(
        _ terms: TokenBroker.Terms = TokenBroker.Terms(), http: (any HTTPClient)? = nil
    ) async throws -> TokenBroker.Token {
        try await broker(http).token(for: try owner, named: carrier.name, endpoint: .test, terms)
    }

    func grant() throws -> Grant {
        try #require(try store.grant(of: try owner, endpoint: .test))
    }

    func count(_ endpoint: SandboxEndpoint) async -> Int { await sandbox.count(endpoint) }
}

/// A clock that stands still until it is moved.
final class TestClock: Sendable {
    private let now = Guarded<Int64>(1_790_000_000_000)

    var wall: WallClock { WallClock { [self] in now.withLock { $0 } } }

    func advance(seconds: Int64) { now.withLock { $0 += seconds * 1000 } }
    func advance(milliseconds: Int64) { now.withLock { $0 += milliseconds } }
}

/// Pauses that take no time: they are noted, and move the clock instead.
final class PauseLog: Sendable {
    private let noted = Guarded<[Int64]>([])

    var all: [Int64] { noted.withLock { $0 } }

    func pauses(moving clock: TestClock) -> Pauses {
        Pauses(
            sleep: { [self] milliseconds in
                // The renewal of a lease waits in the background: that one really sleeps.
                if milliseconds == 10_000 { return try await Task.sleep(for: .seconds(10)) }
                noted.withLock { $0.append(milliseconds) }
                clock.advance(milliseconds: milliseconds)
                await Task.yield()
            },
            uptime: { clock.wall.now() }, jitter: { 0 })
    }
}

/// Does something before a call goes out.
struct InterposedClient: HTTPClient {
    let before: @Sendable (HTTPRequest) async -> Void

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        await before(request)
        return try await KeyStage.curl.send(request)
    }
}
