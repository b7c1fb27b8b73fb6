/// An adapter's maintenance: tries its key for every shipper account it serves, and writes down how it went.
public struct AdapterMaintenance: Sendable {
    /// How far it has come, for the screen.
    public enum Step: Sendable, Hashable {
        /// A token is being asked for, for this shipper account.
        case asking(shipper: String)
        case passed(shipper: String)
        case failed(shipper: String, reason: String)
        case tracking
    }

    /// Known to nobody, so that "no information" is the answer hoped for.
    static let inquiryNumber = "1Z0000000000000000"

    private let store: Store
    private let broker: TokenBroker
    private let oauth: UPSOAuth
    private let tracker: Tracker

    public init(store: Store, broker: TokenBroker, oauth: UPSOAuth, tracker: Tracker) {
        self.store = store
        self.broker = broker
        self.oauth = oauth
        self.tracker = tracker
    }

    /// Runs it. What fails is written down with the adapter and thrown.
    ///
    /// - Throws: `.setup` without a shipper mapping, for Legacy Authentication, or before an authorization.
    public func run(
        _ adapterName: String, by actor: String, onStep: @escaping @Sendable (Step) async -> Void = { _ in }
    ) async throws(CarrierError) {
        let adapter = try store.adapter(named: adapterName)
        guard !adapter.shippers.isEmpty else {
            throw CarrierError(
                .setup, subject: "shippers", "\(adapter.name) serves no shipper account yet.",
                advice: "Map at least one to it, then run maintenance again.")
        }
        let (owner, endpoint) = try store.key(of: adapter, endpoint: nil)
        do throws(CarrierError) {
            if !adapter.authorizationOption.usesClientCredentials {
                _ = try await broker.token(for: owner, named: adapter.name, endpoint: endpoint)
            }
            var failure: CarrierError?
            for shipper in adapter.shippers {
                await onStep(.asking(shipper: shipper))
                do throws(CarrierError) {
                    try await tryShipper(shipper, adapter, endpoint)
                    await onStep(.passed(shipper: shipper))
                } catch let error {
                    if error.isCancelled { throw error }
                    await onStep(.failed(shipper: shipper, reason: error.message))
                    failure = failure ?? error
                }
            }
            if let failure { throw failure }
            await onStep(.tracking)
            try await tryTracking(adapter)
        } catch let error {
            if !error.isCancelled {
                try store.recordMaintenance(of: adapter.name, failure: error.message, by: actor)
            }
            throw error
        }
        try store.recordMaintenance(of: adapter.name, failure: nil, by: actor)
    }

    /// A sign-in's token serves all accounts of its UPS.com user; client credentials get one for each account.
    private func tryShipper(
        _ shipper: String, _ adapter: Adapter, _ endpoint: EndpointType
    ) async throws(CarrierError) {
        guard adapter.authorizationOption.usesClientCredentials, let id = adapter.id else { return }
        let client = OAuthClient(id: adapter.customerClientID, secret: try store.customerSecret(adapterID: id))
        do throws(UPSError) {
            _ = try await oauth.clientCredentials(client, merchantID: shipper, endpoint: endpoint)
        } catch let refusal {
            guard refusal.cause == .badRequest || refusal.cause == .accountNotOnProfile else {
                throw refusal.explained(refusal: .signInNeeded)
            }
            throw CarrierError(
                .refused, subject: "shippers",
                "UPS gives no token for the shipper account \(shipper): it is not on the app's UPS.com profile.",
                advice: "Add the account to that profile, or take it out of the adapter's shippers.",
                underlying: refusal)
        }
    }

    private func tryTracking(_ adapter: Adapter) async throws(CarrierError) {
        do throws(CarrierError) {
            _ = try await tracker.track(Self.inquiryNumber, through: adapter.name)
        } catch let error {
            guard (error.underlying as? UPSError)?.cause == .noInformation else { throw error }
        }
    }
}

extension AuthorizationMethod {
    fileprivate var usesClientCredentials: Bool { self == .customerClientCredentials }
}

extension CarrierError {
    fileprivate var isCancelled: Bool { (underlying as? UPSError)?.cause == .cancelled }
}
