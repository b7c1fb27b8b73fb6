import CarrierCore

/// Whose key a command is about.
struct KeyAddress {
    let owner: KeyOwner
    let name: String
    let endpoint: EndpointType

    /// A carrier's key, at its own endpoint type unless another is asked for. Throws `.setup` for a carrier on the
    /// legacy API, which calls UPS with no key; it may have some from before (`mayBeLegacy`).
    init(
        _ store: Store, carrier name: String, endpoint: EndpointType?, mayBeLegacy: Bool = false
    ) throws(CarrierError) {
        let carrier = try store.carrier(named: name)
        guard let id = carrier.id else {
            throw CarrierError(.fault, "The carrier has no row in the store.", advice: "Report this fault.")
        }
        guard carrier.apiType == .rest || mayBeLegacy else {
            throw CarrierError(
                .setup,
                "\(carrier.name) uses Web Services (Legacy): UPS has accepted no access keys since August 5, 2024.",
                advice: "Change its API Type to REST API, then add a key.")
        }
        owner = KeyOwner(.carrier, id: id)
        self.name = carrier.name
        self.endpoint = endpoint ?? carrier.endpoint
    }
}

extension Store {
    /// The key a command is about. Throws `.signInNeeded` where there is none, naming the other one if that is there.
    func key(at address: KeyAddress) throws(CarrierError) -> Grant {
        if let grant = try grant(of: address.owner, endpoint: address.endpoint) { return grant }
        let missing = "\(address.name) has no \(address.endpoint.title) key"
        for other in EndpointType.allCases where try grant(of: address.owner, endpoint: other) != nil {
            throw CarrierError(
                .signInNeeded, "\(missing), but a \(other.title) key.",
                advice: "Ask for that with --endpoint \(other.code), or make the missing one: "
                    + "carrier-editor authorize \(address.name) --endpoint \(address.endpoint.code).")
        }
        throw CarrierError(
            .signInNeeded, "\(missing).",
            advice: "Make one with carrier-editor authorize, or with Add Key in the editor.")
    }
}
