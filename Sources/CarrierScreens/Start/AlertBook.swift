internal import CarrierCore

/// Which alerts the person has seen: one is shown again only when it has become worse.
struct AlertBook {
    private struct Token: Hashable {
        let owner: KeyOwner
        let endpoint: EndpointType
    }

    private var seen: [Token: ExpiryAlert.Severity] = [:]

    func unseen(of alerts: [ExpiryAlert]) -> [ExpiryAlert] {
        alerts.filter { alert in
            let old = seen[Token(owner: alert.owner, endpoint: alert.endpoint)]
            return old == nil || (old == .warning && alert.severity == .error)
        }
    }

    /// All that there are now have been seen; what is over is forgotten, so that it is told when it comes back.
    mutating func acknowledge(_ alerts: [ExpiryAlert]) {
        seen = [:]
        for alert in alerts { seen[Token(owner: alert.owner, endpoint: alert.endpoint)] = alert.severity }
    }
}
