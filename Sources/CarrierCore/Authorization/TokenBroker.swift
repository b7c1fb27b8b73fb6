/// Hands out access tokens, renewing a key when it must, once however many ask at the same time.
public struct TokenBroker: Sendable {
    /// What a call may do.
    public struct Terms: Sendable {
        /// Seconds the token must last at least; nil asks for no more than the usual margin.
        public var minimumLife: Int64?
        public var mayRefresh: Bool
        /// Renews even a token that lasts: for timers, and for whoever asks for it.
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

    /// What is handed out.
    public struct Token: Sendable {
        public let accessToken: Secret
        /// The key it is of, as it stood when it was handed out.
        public let grant: Grant
        /// How it came; with a problem where an old one is handed out because there is no new one.
        public let outcome: TokenOutcome
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

    /// A valid access token of the owner's key at this endpoint: the old one while it lasts, when UPS gives no new one.
    ///
    /// Throws `.signInNeeded` without a usable key, `.unavailable` when UPS cannot be asked and no token lasts, `.busy`
    /// when another process holds the key for longer than the timeout or a refresh is needed and not allowed.
    public func token(
        for owner: KeyOwner, named name: String, endpoint: EndpointType, _ terms: Terms = Terms()
    ) async throws(CarrierError) -> Token {
        guard let grant = try store.grant(of: owner, endpoint: endpoint) else {
            throw KeySentences.noKey(name, endpoint)
        }
        if let foreign = foreignServer(of: grant, name) { throw foreign }
        let outcome = await outcome(for: grant, named: name, terms)
        switch outcome {
        case .fresh:
            return try handOut(grant, outcome, name)
        case .refreshed(let renewed):
            return try handOut(renewed, outcome, name)
        case .transient(let reason), .uncertain(let reason):
            guard grant.condition != .refused, grant.accessTokenLasts(1, at: clock.now()) else {
                throw reason
            }
            return try handOut(grant, outcome, name)
        case .signInNeeded(let error):
            throw error
        }
    }

    /// A key of UPS's own is of use there alone. Another server, which the environment names, would take its refresh
    /// token and refuse it, and the key would be condemned for nothing. Keys made elsewhere are for trying out.
    private func foreignServer(of grant: Grant, _ name: String) -> CarrierError? {
        let server = oauth.server(grant.endpoint)
        guard let own = grant.server, own == UPSServers.published.base(grant.endpoint), own != server else {
            return nil
        }
        return KeySentences.foreignServer(name, grant.endpoint, named: server)
    }

    /// Renews a key when the terms ask for it.
    func outcome(for grant: Grant, named name: String, _ terms: Terms) async -> TokenOutcome {
        if let foreign = foreignServer(of: grant, name) { return .transient(foreign) }
        let needed = max(terms.minimumLife ?? 0, grant.refreshMargin)
        let isUsable = grant.condition != .refused
        if isUsable && !terms.refreshesAlways && grant.accessTokenLasts(needed, at: clock.now()) {
            return .fresh
        }
        guard terms.mayRefresh && grant.isRenewable else {
            if isUsable && grant.accessTokenLasts(1, at: clock.now()) { return .fresh }
            return grant.isRenewable
                ? .transient(KeySentences.refreshNotAllowed(name, grant.endpoint))
                : .signInNeeded(KeySentences.expired())
        }
        do throws(CarrierError) {
            return try await renew(grant, name: name, timeout: terms.timeout)
        } catch {
            return .transient(error)
        }
    }

    func handOut(_ grant: Grant, _ outcome: TokenOutcome, _ name: String) throws(CarrierError) -> Token {
        if let token = try store.accessToken(of: grant) {
            return Token(accessToken: token, grant: grant, outcome: outcome)
        }
        // Renewed between two looks: the newer one is as good.
        guard let newer = try store.grant(of: grant.owner, endpoint: grant.endpoint),
            let token = try store.accessToken(of: newer)
        else { throw KeySentences.noKey(name, grant.endpoint) }
        return Token(accessToken: token, grant: newer, outcome: outcome)
    }
}
