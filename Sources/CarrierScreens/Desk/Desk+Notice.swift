internal import CarrierCore

extension Desk {
    /// What nobody may mistake, in a few words: that this is the demo, or that other servers answer than UPS's own. Empty
    /// where all is as usual.
    var notice: String {
        if isDemo { return "Demo, nothing is kept" }
        let others = [EndpointType.test, .production].filter { !isOwnServer($0) }
        return switch others.count {
        case 0: ""
        case 1: "\(others[0].title) is not UPS's own"
        default: "Not UPS's own servers"
        }
    }

    /// Where each endpoint type is asked, and whether that is UPS, a line each.
    var serversInWords: String {
        [EndpointType.test, .production].map { endpoint in
            "\(endpoint.title): \(servers.base(endpoint))\(isOwnServer(endpoint) ? "" : ", not UPS's own server")"
        }.joined(separator: "\n")
    }

    private func isOwnServer(_ endpoint: EndpointType) -> Bool {
        servers.base(endpoint) == UPSServers.published.base(endpoint)
    }
}
