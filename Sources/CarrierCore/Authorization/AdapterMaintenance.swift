/// Tries out whether an adapter can call UPS for the shipper accounts it serves, and writes down what was found.
public struct AdapterMaintenance: Sendable {
    /// What was found for one shipper account.
    public struct Line: Sendable {
        public let shipper: String
        /// Nil where all is well.
        public let problem: CarrierError?
        /// Whether UPS was asked about this very account, as only client credentials allow.
        let isAccountTried: Bool

        /// One sentence, in the window and on the command line alike.
        public var text: String {
            if let problem { return problem.message }
            return isAccountTried
                ? "UPS takes the key for this account."
                : "UPS takes the key; the account itself was not tried."
        }
    }

    /// UPS's own example in its description of the Track API; nothing needs to be known about it.
    private static let number = "1Z023E2X0214323462"

    private let store: Store
    private let broker: TokenBroker
    private let oauth: UPSOAuth
    private let tracking: UPSTracking

    public init(store: Store, broker: TokenBroker, oauth: UPSOAuth, tracking: UPSTracking) {
        self.store = store
        self.broker = broker
        self.oauth = oauth
        self.tracking = tracking
    }

    /// Makes one tracking call, and gets a token for each shipper account with client credentials, or one that proves the
    /// client's secret with a sign-in; then the adapter is Ready, or the reason why not is kept. What was found stands only where UPS has answered: while it is unwell, and
    /// for a trial at another endpoint type than the adapter's own, nothing is written down.
    ///
    /// - Parameter report: called with each shipper account's line as it is found.
    ///
    /// Throws `.setup` for Legacy Authentication or without a shipper mapping, `.signInNeeded` where the adapter is not
    /// authorized, `.busy` where it was changed meanwhile, and the first problem that was found.
    public func run(
        _ name: String, endpoint: EndpointType? = nil, by actor: String,
        report: @Sendable (Line) async -> Void
    ) async throws(CarrierError) {
        let adapter = try store.adapter(named: name)
        try adapter.checkMayHaveKeys()
        guard !adapter.shippers.isEmpty else {
            throw CarrierError(
                .setup, subject: "shippers", "\(adapter.name) serves no shipper account.",
                advice:
                    "Map one to it first; an account that is removed from its carrier takes its mapping along."
            )
        }
        let key = try store.callingKey(of: adapter, endpoint: endpoint)
        let secret = try await problemOfSecret(key)
        let common = if let secret { secret } else { await problemOfCall(adapter, key) }
        var first: CarrierError?
        for shipper in adapter.shippers {
            let problem =
                if let common { common } else { try await problem(of: shipper, key) }
            first = first ?? problem
            await report(
                Line(
                    shipper: shipper, problem: problem,
                    isAccountTried: key.method == .customerClientCredentials))
        }
        if first.map(Self.isVerdict) ?? true, key.endpoint == adapter.endpoint {
            try store.recordMaintenance(
                of: adapter.name, failure: first?.message, asSeen: (adapter, key), by: actor)
        }
        if let first { throw first }
    }

    /// A wrong secret would show at the first refresh, and not before.
    private func problemOfSecret(_ key: Grant) async throws(CarrierError) -> CarrierError? {
        guard key.method.needsSignIn else { return nil }
        let client = try store.client(of: key)
        do {
            try await oauth.validateSecret(of: client, endpoint: key.endpoint)
            return nil
        } catch {
            return error.explained(refusal: .signInNeeded)
        }
    }

    /// "No information" passes: UPS has taken the token.
    private func problemOfCall(_ adapter: Adapter, _ key: Grant) async -> CarrierError? {
        do throws(CarrierError) {
            try await broker.call(with: key, named: adapter.name) { token throws(UPSError) in
                do throws(UPSError) {
                    _ = try await tracking.details(of: Self.number, token: token, endpoint: key.endpoint)
                } catch {
                    guard error.cause == .noInformation else { throw error }
                }
            }
            return nil
        } catch {
            return error
        }
    }

    /// With client credentials UPS says whether an account is on the app's profile; with a sign-in it does not.
    private func problem(of shipper: String, _ key: Grant) async throws(CarrierError) -> CarrierError? {
        guard key.method == .customerClientCredentials else { return nil }
        let client = try store.client(of: key)
        do {
            _ = try await oauth.clientCredentials(client, merchantID: shipper, endpoint: key.endpoint)
            return nil
        } catch {
            guard error.cause == .badRequest else { return error.explained(refusal: .signInNeeded) }
            return UPSError(error, cause: .accountNotOnProfile).explained(refusal: .refused)
        }
    }

    /// Whether it stands until somebody mends it: what is only out of reach or busy passes by itself.
    private static func isVerdict(_ problem: CarrierError) -> Bool {
        problem.code == .refused || problem.code == .signInNeeded
    }
}
