extension Store {
    /// What a new key of this carrier is asked for with: the client of its Authorization Method, which is the
    /// installation's application or the customer's own.
    ///
    /// - Parameter customerClient: the customer's client where it is not the one stored with the carrier.
    ///
    /// Throws `.setup` for a carrier on the legacy API, without an application, or not saved yet.
    public func authorizationRequest(
        for carrier: Carrier, endpoint: EndpointType, customerClient: OAuthClient? = nil, by actor: String
    ) throws(CarrierError) -> AuthorizationRequest {
        guard let id = carrier.id else {
            throw CarrierError(
                .setup, "\(carrier.name) has not been saved yet.",
                advice: "Save the carrier, then add its key.")
        }
        guard carrier.apiType == .rest else {
            throw CarrierError(
                .setup, subject: "apiType", "\(carrier.name) uses Web Services (Legacy), which has no keys.",
                advice: "Change its API Type to REST API.")
        }
        let method = carrier.authorizationMethod
        let customer = method.usesCustomerApplication
        let application = customer ? nil : try self.application()
        let client: OAuthClient
        if let customerClient, customer {
            client = customerClient
        } else if customer {
            client = OAuthClient(id: carrier.customerClientID, secret: try customerSecret(carrierID: id))
        } else {
            client = try installationClient(application)
        }
        guard !client.id.isEmpty else {
            throw CarrierError(
                .setup, subject: "customerClientID",
                "\(carrier.name) has no Client ID of its own for \(method.title).",
                advice: "Enter the Client ID and Client Secret of the customer's app.")
        }
        if method == .customerClientCredentials && client.secret == nil {
            throw CarrierError(
                .setup, subject: "customerClientSecret", "\(carrier.name) has no Client Secret.",
                advice: "Enter the Client Secret of the customer's app.")
        }
        let redirectURI = customer ? carrier.customerRedirectURI : application?.redirectURI ?? ""
        return AuthorizationRequest(
            owner: KeyOwner(.carrier, id: id), ownerName: carrier.name, endpoint: endpoint, method: method,
            client: client,
            redirectURI: redirectURI.isEmpty ? AuthorizationRequest.usualRedirectURI : redirectURI,
            usesPKCE: application?.pkce ?? true, actor: actor)
    }

    func installationClient(_ application: UPSApplication?) throws(CarrierError) -> OAuthClient {
        guard let application else {
            throw CarrierError(
                .setup, "No UPS application is set.",
                advice: "Set its Client ID and Redirect URI in Settings, or with carrier-editor app set.")
        }
        return OAuthClient(id: application.clientID, secret: try applicationSecret())
    }
}
