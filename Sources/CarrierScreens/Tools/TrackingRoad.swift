internal import CarrierCore

/// Through which adapter, and with which of its keys, UPS is asked.
struct TrackingRoad: Hashable {
    let adapter: String
    /// Nil where the adapter has no key yet.
    let endpoint: EndpointType?

    var title: String { [adapter, endpoint?.title].compactMap(\.self).joined(separator: ", ") }

    /// Each adapter with its own Endpoint Type first, and then with the other one where it has a key there, too.
    static func all(_ store: Store) throws -> [TrackingRoad] {
        let keys = try store.grants().map(\.grant)
        return try store.adapters().flatMap { adapter in
            let others = keys.filter { key in
                key.owner.kind == .adapter && key.owner.id == adapter.id && key.endpoint != adapter.endpoint
            }
            return ([adapter.endpoint] + others.map(\.endpoint)).map {
                TrackingRoad(adapter: adapter.name, endpoint: $0)
            }
        }
    }
}
