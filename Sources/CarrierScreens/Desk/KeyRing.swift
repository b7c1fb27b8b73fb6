internal import CarrierCore

/// All keys as the store last told them: read once, for the table of carriers and for the alerts.
final class KeyRing {
    private(set) var grants: [OwnedGrant] = []
    private var byCarrier: [Int64: (test: Grant?, production: Grant?)] = [:]

    func reload(from store: Store) throws {
        grants = try store.grants()
        byCarrier = [:]
        for grant in grants.map(\.grant) where grant.owner.kind == .carrier {
            switch grant.endpoint {
            case .test: byCarrier[grant.owner.id, default: (nil, nil)].test = grant
            case .production: byCarrier[grant.owner.id, default: (nil, nil)].production = grant
            }
        }
    }

    func key(ofCarrier id: Int64, endpoint: EndpointType) -> Grant? {
        endpoint == .test ? byCarrier[id]?.test : byCarrier[id]?.production
    }
}
