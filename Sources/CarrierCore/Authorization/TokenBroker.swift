/// Hands out access tokens, renewing a key when it must, once however many ask at the same time.
///
///     fresh ──────────────── the stored token lasts: nothing is asked
///     refreshed ──────────── UPS gave a new pair, and it is stored
///     transient ──────────── UPS is unwell or out of reach; the key is as it was
///     uncertain ──────────── an answer was lost; the key may be spent, one retry is left
///     signInNeeded ───────── UPS refused the key, or it has ended
public struct TokenBroker: Sendable {
    /// What a call may do.
    public struct Terms: Sendable {
        /// Seconds the token must last at least; nil asks for no more than the usual margin.
        public var minimumLife: Int64?
        public var mayRefresh: Bool
        /// Renews even a token that lasts: for timers, and after a 401 on a business call.
        public var refreshesAlways: Bool
        /// Milliseconds to wait for another process, and for tries after the first.
        public var timeout: Int64

        public init(
            minimumLife: Int64? = nil, mayRefresh: Bool = true, refreshesAlways: Bool = false,
            timeout: Int64 = 40_000
        ) {
            self.minimumLife = minimumLife
            self.mayRefresh = mayRefresh
            self.refreshesAlways = refreshesAlways
            self.timeout = timeout
        }
    }

    /// How a token came about.
    public enum Outcome: Sendable {
        case fresh
        case refreshed
        /// Renewal failed for now; the token is the old one, still valid.
        case transient(CarrierError)
        /// The answer to a renewal was lost; the token is the old one, still valid.
        case uncertain(CarrierError)
    }

    public struct Token: Sendable {
        public let accessToken: Secret
        public let grant: Grant
        public let outcome: Outcome
    }

    enum Renewal: Sendable {
        case refreshed(Grant)
        case transient(UPSError)
        case uncertain(UPSError)
        case signInNeeded(CarrierError)
    }

    let store: Store
    let oauth: UPSOAuth
    let clock: WallClock
    let pauses: Pauses

    public init(store: Store, oauth: UPSOAuth, clock: WallClock, pauses: Pauses = .real) {
        self.store = store
        self.oauth = oauth
        self.clock = clock
        self.pauses = pauses
    }

    /// A valid access token of the owner's key at this endpoint.
    ///
    /// Throws `.signInNeeded` without a usable key, `.unavailable` when UPS cannot be asked and no token lasts, `.busy`
    /// when another process holds the key for longer than the timeout or a refresh is needed and not allowed.
    public func token(
        for owner: KeyOwner, named name: String, endpoint: EndpointType, _ terms: Terms = Terms()
    ) async throws(CarrierError) -> Token {
        guard let grant = try store.grant(of: owner, endpoint: endpoint) else {
            throw KeySentences.noKey(name, endpoint)
        }
        let needed = max(terms.minimumLife ?? 0, grant.refreshMargin)
        let lasts = grant.accessTokenLasts(needed, at: clock.now())
        if grant.condition != .refused && lasts && !terms.refreshesAlways {
            return try handOut(grant, .fresh, name)
        }
        if !terms.mayRefresh || !grant.isRenewable {
            if grant.condition != .refused && grant.accessTokenLasts(1, at: clock.now()) {
                return try handOut(grant, .fresh, name)
            }
            if !grant.isRenewable { throw KeySentences.expired() }
            throw KeySentences.refreshNotAllowed(name, endpoint)
        }
        let renewal: Renewal
        do throws(CarrierError) {
            renewal = try await renew(grant, name: name, timeout: terms.timeout)
        } catch {
            return try handOutMeanwhile(grant, .transient(error), error, name)
        }
        switch renewal {
        case .refreshed(let renewed):
            return try handOut(renewed, .refreshed, name)
        case .transient(let error):
            let reason = error.explained(refusal: .refused)
            return try handOutMeanwhile(grant, .transient(reason), reason, name)
        case .uncertain(let error):
            let reason = KeySentences.answerLost(name, endpoint, underlying: error)
            return try handOutMeanwhile(grant, .uncertain(reason), reason, name)
        case .signInNeeded(let error):
            throw error
        }
    }

    func handOut(_ grant: Grant, _ outcome: Outcome, _ name: String) throws(CarrierError) -> Token {
        if let token = try store.accessToken(of: grant) {
            return Token(accessToken: token, grant: grant, outcome: outcome)
        }
        // Renewed between two looks: the newer one is as good.
        guard let newer = try store.grant(of: grant.owner, endpoint: grant.endpoint),
            let token = try store.accessToken(of: newer)
        else { throw KeySentences.noKey(name, grant.endpoint) }
        return Token(accessToken: token, grant: newer, outcome: outcome)
    }

    /// The old token while it lasts, else the reason there is no new one.
    private func handOutMeanwhile(
        _ grant: Grant, _ outcome: Outcome, _ reason: CarrierError, _ name: String
    ) throws(CarrierError) -> Token {
        guard grant.accessTokenLasts(1, at: clock.now()) else { throw reason }
        return try handOut(grant, outcome, name)
    }
}
