/// An adapter: something that calls UPS with a key of its own, for the shipper accounts mapped to it.
public struct Adapter: Sendable, Equatable {
    /// The one that is there from the start.
    public static let upsTracking = "UPS Tracking Adapter"

    public var id: Int64?
    public var name: String
    public var authorizationOption: AuthorizationMethod
    /// Set by the first authorization.
    public var endpoint: EndpointType?
    public var customerClientID: String
    public var customerRedirectURI: String
    /// Shipper numbers it serves, in order, each once.
    public var shippers: [String]
    public var maintenance: Maintenance

    /// What the last maintenance found.
    public enum Maintenance: Sendable, Equatable {
        /// None since the last authorization or change.
        case needed
        /// It went well at this instant (milliseconds since 1970 UTC).
        case passed(at: Int64)
        /// It did not, for this reason: one sentence.
        case failed(at: Int64, reason: String)

        /// Why it did not go well, where it did not.
        public var reason: String? {
            if case .failed(_, let reason) = self { reason } else { nil }
        }
    }

    public init(
        id: Int64? = nil, name: String, authorizationOption: AuthorizationMethod = .legacy,
        endpoint: EndpointType? = nil, customerClientID: String = "", customerRedirectURI: String = "",
        shippers: [String] = [], maintenance: Maintenance = .needed
    ) {
        self.id = id
        self.name = name
        self.authorizationOption = authorizationOption
        self.endpoint = endpoint
        self.customerClientID = customerClientID
        self.customerRedirectURI = customerRedirectURI
        self.shippers = shippers
        self.maintenance = maintenance
    }

    /// The adapter's status at `now` (milliseconds since 1970 UTC), given the key of its endpoint type.
    ///
    public func status(key: Grant?, at now: Int64) -> AdapterStatus {
        guard authorizationOption != .legacy, let key, isAuthorized(by: key) else { return .notAuthorized }
        switch key.state(at: now, alertDays: 0) {
        case .expired, .signInNeeded, .uncertain: return .signInNeeded
        case .none, .valid, .expiresSoon: break
        }
        if case .passed = maintenance, !shippers.isEmpty { return .ready }
        return .needMaintenance
    }

    /// Whether a key is of the adapter's own option, and of the client that was saved with it: credentials that were
    /// verified but not saved, or a key from before another option was saved, authorize nothing. A sign-in is an
    /// authorization by itself, and its key keeps its client whatever is saved later.
    func isAuthorized(by key: Grant) -> Bool {
        key.method == authorizationOption && (key.method.needsSignIn || key.clientID == customerClientID)
    }

    /// The rules that the values break, each with the JSON name of its field; empty where all is well.
    public func validate() -> [Problem] {
        var inspection = Inspection()
        inspection.text("name", "Adapter", name, limit: 50, isRequired: true)
        inspection.text("customerClientID", "Client ID", customerClientID, limit: 255)
        inspection.redirectURI(
            "customerRedirectURI", "Redirect URI", customerRedirectURI, isRequired: false)
        return inspection.problems
    }
}

/// An adapter's status, in the words of the screens and of JSON.
public enum AdapterStatus: String, CodedValue {
    case needMaintenance = "Need Maintenance"
    case ready = "Ready"
    case notAuthorized = "Not Authorized"
    case signInNeeded = "Sign-in Needed"

    public var title: String { rawValue }
}
