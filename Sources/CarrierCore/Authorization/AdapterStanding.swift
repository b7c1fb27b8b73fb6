/// An adapter, how it stands, and the key that counts for it.
public struct AdapterStanding: Sendable, Equatable {
    public let adapter: Adapter
    public let status: AdapterStatus
    /// The key of its endpoint type and option, whose authorizer and date are the Authorization Details; nil while it is
    /// Not Authorized.
    public let key: Grant?
}

extension Store {
    /// Every adapter and how it stands now, by name.
    public func adapterStandings() throws(CarrierError) -> [AdapterStanding] {
        var standings: [AdapterStanding] = []
        for adapter in try adapters() { standings.append(try standing(of: adapter)) }
        return standings
    }

    /// How an adapter stands now.
    public func standing(of adapter: Adapter) throws(CarrierError) -> AdapterStanding {
        let key = try storedKey(of: adapter, endpoint: nil)
        let status = adapter.status(key: key, at: clock.now())
        return AdapterStanding(adapter: adapter, status: status, key: status == .notAuthorized ? nil : key)
    }

    /// When maintenance last showed that UPS takes a key for the shipper accounts it serves, in milliseconds since 1970;
    /// nil for a carrier's, and where the adapter is not Ready with it.
    public func verification(of key: Grant) throws(CarrierError) -> Int64? {
        guard key.owner.kind == .adapter,
            let adapter = try adapters().first(where: { $0.id == key.owner.id }),
            case .passed(let at) = adapter.maintenance
        else { return nil }
        let standing = try standing(of: adapter)
        return standing.status == .ready && standing.key?.id == key.id ? at : nil
    }

    /// The key an adapter calls with, at its own endpoint type unless another is asked for.
    ///
    /// Throws `.setup` for Legacy Authentication, `.signInNeeded` where it is not authorized.
    func callingKey(of adapter: Adapter, endpoint: EndpointType?) throws(CarrierError) -> Grant {
        try adapter.checkMayHaveKeys()
        guard let key = try storedKey(of: adapter, endpoint: endpoint),
            adapter.isAuthorized(by: key)
        else {
            let place = (endpoint ?? adapter.endpoint).map { " for \($0.title)" } ?? ""
            throw CarrierError(
                .signInNeeded, "\(adapter.name) is not authorized\(place).",
                advice: "Authorize it in its Edit Configuration, or with carrier-editor authorize --adapter.")
        }
        return key
    }

    private func storedKey(of adapter: Adapter, endpoint: EndpointType?) throws(CarrierError) -> Grant? {
        guard let owner = adapter.keyOwner, let endpoint = endpoint ?? adapter.endpoint else { return nil }
        return try grant(of: owner, endpoint: endpoint)
    }
}
