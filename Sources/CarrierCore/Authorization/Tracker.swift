/// Tracks packages through an adapter, with the adapter's own key.
public struct Tracker: Sendable {
    private let store: Store
    private let broker: TokenBroker
    private let ups: UPSTracking

    public init(store: Store, broker: TokenBroker, ups: UPSTracking) {
        self.store = store
        self.broker = broker
        self.ups = ups
    }

    /// Asks UPS about one number. A token that UPS refuses is renewed and the call repeated, once.
    ///
    /// - Parameter endpoint: another than the adapter's own.
    /// - Throws: `.invalid` for a malformed number, `.setup` for an adapter on Legacy Authentication or not
    ///   authorized yet, and whatever the broker and UPS answer.
    public func track(
        _ number: String, through adapterName: String, endpoint: EndpointType? = nil
    ) async throws(CarrierError) -> Tracking {
        let number = number.trimmed()
        guard (7...34).contains(number.count), number.utf8.allSatisfy({ $0.isLetter || $0.isDigit }) else {
            throw CarrierError(
                .invalid, subject: "number", "\(number.shown) is not a tracking number.",
                advice: "A tracking number has 7 to 34 letters and digits.")
        }
        let adapter = try store.adapter(named: adapterName)
        let (owner, endpoint) = try store.key(of: adapter, endpoint: endpoint)
        let token = try await broker.token(for: owner, named: adapter.name, endpoint: endpoint)
        let error: UPSError
        do throws(UPSError) {
            return try await ups.details(of: number, token: token.accessToken, endpoint: endpoint)
        } catch let refusal {
            error = refusal
        }
        guard error.cause == .tokenRefused || error.status == 401, token.grant.isRenewable else {
            throw error.explained(refusal: .refused)
        }
        let renewed = try await broker.token(
            for: owner, named: adapter.name, endpoint: endpoint, TokenBroker.Terms(refreshesAlways: true))
        do throws(UPSError) {
            return try await ups.details(of: number, token: renewed.accessToken, endpoint: endpoint)
        } catch let refusal {
            throw refusal.explained(refusal: .refused)
        }
    }
}
