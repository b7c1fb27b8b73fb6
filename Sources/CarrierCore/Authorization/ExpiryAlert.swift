/// One key that needs a person, as the Access Token Expiration Alert says it.
public struct ExpiryAlert: Hashable, Sendable {
    /// How urgent it is.
    public enum Severity: Hashable, Sendable {
        /// It still works, and ends soon.
        case warning
        /// It no longer works, or may not.
        case error
    }

    public let severity: Severity
    public let owner: KeyOwner
    public let ownerName: String
    public let endpoint: EndpointType
    /// What is the matter, in one sentence.
    public let message: String
    /// What to do, in one sentence.
    public let advice: String

    /// The alerts of every active owner's key at `now`, most urgent first.
    public static func all(_ grants: [OwnedGrant], settings: Settings, now: Int64) -> [ExpiryAlert] {
        grants
            .filter(\.ownerIsActive)
            .compactMap { owned in
                ExpiryAlert(owned, settings: settings, now: now).map { (alert: $0, grant: owned.grant) }
            }
            .sorted { urgency($0.alert, $0.grant) < urgency($1.alert, $1.grant) }
            .map(\.alert)
    }

    private static func urgency(_ alert: ExpiryAlert, _ grant: Grant) -> (Int, Int64) {
        (alert.severity == .error ? 0 : 1, grant.expiry ?? .max)
    }

    private init?(_ owned: OwnedGrant, settings: Settings, now: Int64) {
        let grant = owned.grant
        let token = "\(owned.ownerName) \(grant.endpoint.title) access token"
        let contact = "Contact your Carrier Editor administrator to"
        let interruption = "to avoid shipping interruptions."
        func date(_ instant: Int64?) -> String { instant.map { LocalDate.text($0, settings.dateForm) } ?? "" }

        switch grant.state(at: now, alertDays: settings.alertDays) {
        case .none, .valid:
            return nil
        case .expiresSoon:
            severity = .warning
            message = "\(token) expires on \(date(grant.expiry))."
            advice = "\(contact) refresh the token before the expiration date \(interruption)"
        case .expired:
            severity = .error
            message = "\(token) expired on \(date(grant.expiry))."
            advice = "\(contact) refresh the token and avoid shipping interruptions."
        case .signInNeeded:
            severity = .error
            message = "\(token) was refused by UPS on \(date(grant.conditionAt))."
            advice = "\(contact) generate a new access token and avoid shipping interruptions."
        case .uncertain:
            severity = .error
            message = "The last refresh of the \(token) was interrupted."
            advice = "\(contact) generate a new access token and avoid shipping interruptions."
        }
        owner = grant.owner
        ownerName = owned.ownerName
        endpoint = grant.endpoint
    }
}
