import ArgumentParser
import CarrierCore

/// `--endpoint`, which defaults to the carrier's own everywhere.
struct EndpointOption: ParsableArguments {
    @Option(help: "test or production; default: the carrier's Endpoint Type.")
    var endpoint: EndpointType?
}

/// Whose key a command is about.
struct KeyAddress {
    let owner: KeyOwner
    let name: String
    let endpoint: EndpointType

    /// A carrier's key, at its own endpoint type unless another is asked for. Throws `.setup` for a carrier on the
    /// legacy API, which has no keys.
    init(_ store: Store, carrier name: String, endpoint: EndpointType?) throws(CarrierError) {
        let carrier = try store.carrier(named: name)
        guard let id = carrier.id else {
            throw CarrierError(.fault, "The carrier has no row in the store.", advice: "Report this fault.")
        }
        guard carrier.apiType == .rest else {
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
