internal import CarrierCore

/// Who holds a key at one endpoint, as the key windows need it: a carrier or an adapter.
struct KeyHolder {
    let owner: KeyOwner
    let ownerName: String
    let endpoint: EndpointType
    /// How the button is called that asks for a key, which is the title of what follows.
    var action = "Add Key"
    /// What is left to do with a new key, after the message that it has come.
    var advice: String?
    /// What a key is asked for with; made anew for each try.
    let request: () throws(CarrierError) -> AuthorizationRequest

    /// `UPS, Test`
    var title: String { "\(ownerName), \(endpoint.title)" }
}
