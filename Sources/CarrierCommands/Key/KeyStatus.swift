import CarrierCore

/// One line of `status`.
struct KeyStatus {
    let owner: String
    let ownerKind: KeyOwner.Kind
    let isActive: Bool
    let endpoint: EndpointType
    let state: KeyState
    let grant: Grant?
    /// The refresh token's; nil where the key renews itself, or there is none.
    let secondsLeft: Int64?

    /// Every key there is, and those that an active carrier on the REST API never had.
    static func all(_ store: Store, alertDays: Int, now: Int64) throws(CarrierError) -> [KeyStatus] {
        let grants = try store.grants()
        let made = grants.map { owned in
            KeyStatus(
                owner: owned.ownerName, ownerKind: owned.grant.owner.kind, isActive: owned.ownerIsActive,
                endpoint: owned.grant.endpoint, state: owned.grant.state(at: now, alertDays: alertDays),
                grant: owned.grant, secondsLeft: owned.grant.expiry.map { max(0, ($0 - now) / 1000) })
        }
        let places = Set(grants.map { Place(owner: $0.grant.owner, endpoint: $0.grant.endpoint) })
        let missing = try store.carrierSummaries(limit: .max).filter { $0.apiType == .rest }.flatMap {
            carrier in
            EndpointType.allCases
                .filter { !places.contains(Place(owner: KeyOwner(.carrier, id: carrier.id), endpoint: $0)) }
                .map { endpoint in
                    KeyStatus(
                        owner: carrier.name, ownerKind: .carrier, isActive: !carrier.isInactive,
                        endpoint: endpoint,
                        state: .none, grant: nil, secondsLeft: nil)
                }
        }
        return (made + missing).sorted { ($0.owner, $0.endpoint.code) < ($1.owner, $1.endpoint.code) }
    }

    /// What `status` exits with for this key alone.
    var severity: Int32 {
        guard isActive else { return 0 }
        return switch state {
        case .none, .valid: 0
        case .expiresSoon: 1
        case .expired, .signInNeeded, .uncertain: 2
        }
    }

    var json: JSON {
        .object([
            .init("owner", .string(owner)), .init("ownerKind", .string(ownerKind.rawValue)),
            .init("endpoint", .string(endpoint.code)), .init("method", .text(grant?.method.code)),
            .init("state", .string(state.rawValue)),
            .init("accessTokenExpires", .instant(grant?.accessTokenExpires)),
            .init("refreshTokenExpires", .instant(grant?.refreshTokenExpires)),
            .init("secondsLeft", secondsLeft.map(JSON.integer) ?? .null),
            .init("authorizedBy", .text(grant?.authorizedBy)),
            .init("authorizedAt", .instant(grant?.authorizedAt)),
        ])
    }

    private struct Place: Hashable {
        let owner: KeyOwner
        let endpoint: EndpointType
    }
}
