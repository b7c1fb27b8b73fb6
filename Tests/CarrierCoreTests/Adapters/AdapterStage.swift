import Testing
import UPSSandbox

@testable import CarrierCore

/// The tracking adapter of a real store, and a carrier whose accounts it can serve, with a UPS on loopback.
final class AdapterStage: Sendable {
    static let application = SandboxConfiguration.Application.demo
    static let accounts = ["A1B2C3", "X9Y8Z7"]

    let key: KeyStage

    init(_ configure: (inout SandboxConfiguration) -> Void = { _ in }) async throws {
        key = try await KeyStage(configure)
        try store.updateCarrier(named: key.carrier.name, by: "olga") { carrier in
            for number in Self.accounts + ["ZZZZZZ"] {
                carrier.addAccount(ShipperAccount(number: number, postalCode: "49525"))
            }
        }
    }

    var store: Store { key.store }
    var sandbox: UPSSandbox { key.sandbox }

    var adapter: Adapter {
        get throws { try store.adapter(named: Adapter.upsTracking) }
    }

    var standing: AdapterStanding {
        get throws { try store.standing(of: adapter) }
    }

    func map(_ numbers: [String] = accounts) throws {
        for number in numbers { try store.mapShipper(number, to: Adapter.upsTracking, by: "olga") }
    }

    /// What the Information page would hold.
    func draft(_ method: AuthorizationMethod) throws -> Adapter {
        var draft = try adapter
        draft.authorizationOption = method
        if method.usesCustomerApplication {
            draft.customerClientID = Self.application.clientID
            draft.customerRedirectURI = Self.application.redirectURIs[0]
        }
        return draft
    }

    func request(
        _ method: AuthorizationMethod, secret: String? = application.clientSecret,
        endpoint: EndpointType = .test
    ) throws -> AuthorizationRequest {
        let draft = try draft(method)
        return try store.authorizationRequest(
            for: draft, endpoint: endpoint,
            customerClient: method.usesCustomerApplication
                ? OAuthClient(id: draft.customerClientID, secret: secret.map { Secret($0) }) : nil,
            by: "olga")
    }

    /// `Authorize`, or `Verify`.
    @discardableResult
    func authorize(_ method: AuthorizationMethod, endpoint: EndpointType = .test) async throws -> Grant {
        let request = try request(method, endpoint: endpoint)
        guard method.needsSignIn else { return try await key.authorizer.verify(request) }
        let attempt = try await key.authorizer.begin(request)
        return try await key.authorizer.complete(attempt, address: try await key.signIn(at: attempt))
    }

    /// `Save`, after `authorize`.
    func save(
        _ method: AuthorizationMethod, customerSecret: String? = application.clientSecret
    ) throws {
        let secret = method.usesCustomerApplication ? customerSecret : nil
        try store.save(
            draft(method), customerSecret: secret.map { .set(Secret($0)) } ?? .keep, by: "olga")
    }

    /// Authorized, mapped and maintained.
    func makeReady(_ method: AuthorizationMethod = .authorizationCode) async throws {
        try await authorize(method)
        try save(method)
        try map()
        try await maintain()
    }

    func tracking(_ http: (any HTTPClient)? = nil) -> UPSTracking {
        UPSTracking(http: http ?? KeyStage.curl, servers: key.servers)
    }

    func tracker(_ http: (any HTTPClient)? = nil) -> Tracker {
        Tracker(store: store, broker: key.broker(http), tracking: tracking(http))
    }

    func maintain(endpoint: EndpointType? = nil, http: (any HTTPClient)? = nil, lines: LineLog = LineLog())
        async throws(CarrierError)
    {
        let maintenance = AdapterMaintenance(
            store: store, broker: key.broker(http), oauth: key.oauth(http), tracking: tracking(http))
        try await maintenance.run(Adapter.upsTracking, endpoint: endpoint, by: "olga") { await lines.add($0) }
    }

    func track(_ number: String = SampleNumber.delivered.rawValue) async throws -> TrackedShipment {
        try await tracker().track(number, with: adapter)
    }

    /// A minute later UPS's clock runs on alone: the access token has ended there, and not yet by this machine's clock.
    func endAccessTokenAtUPS() async {
        key.clock.advance(seconds: 60)
        await sandbox.advanceClock(by: .seconds(3600))
    }
}

/// The lines a maintenance reported.
actor LineLog {
    private(set) var all: [AdapterMaintenance.Line] = []

    func add(_ line: AdapterMaintenance.Line) { all.append(line) }
}
