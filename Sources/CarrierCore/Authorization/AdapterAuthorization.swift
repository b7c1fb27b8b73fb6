extension Store {
    /// The adapter's key: of its option, at its own Endpoint Type. Nil when it has none.
    public func grant(of adapter: Adapter) throws(CarrierError) -> Grant? {
        guard let id = adapter.id, let endpoint = adapter.endpoint,
            let grant = try grant(of: KeyOwner(.adapter, id: id), endpoint: endpoint),
            grant.method == adapter.authorizationOption
        else { return nil }
        return grant
    }

    /// How the adapter stands now.
    public func status(of adapter: Adapter) throws(CarrierError) -> AdapterStatus {
        let grant = try grant(of: adapter)
        let state = grant?.state(at: clock.now(), alertDays: 0)
        return adapter.status(
            hasKey: grant != nil, needsSignIn: state == .signInNeeded || state == .expired)
    }

    /// Whose key a call through an adapter takes, and where.
    ///
    /// - Throws: `.setup` for Legacy Authentication, `.signInNeeded` before the first authorization.
    func key(
        of adapter: Adapter, endpoint: EndpointType?
    ) throws(CarrierError) -> (owner: KeyOwner, endpoint: EndpointType) {
        guard adapter.authorizationOption != .legacy else {
            throw CarrierError(
                .setup, subject: "authorizationOption",
                "\(adapter.name) uses Legacy Authentication, and UPS takes no calls without a key.",
                advice: "Choose another OAuth Authorization Option in Setup, Adapters, and authorize it.")
        }
        guard let id = adapter.id, let endpoint = endpoint ?? adapter.endpoint else {
            throw CarrierError(
                .signInNeeded, "\(adapter.name) is not authorized yet.",
                advice: "Authorize it in Setup, Adapters.")
        }
        return (KeyOwner(.adapter, id: id), endpoint)
    }

    /// What a new key of this adapter is asked for with, as the adapter says, saved or not.
    ///
    /// - Parameter customerClient: the customer's client where it is not the one stored with the adapter.
    /// - Throws: `.setup` for Legacy Authentication, and without an application or Client ID.
    public func authorizationRequest(
        for adapter: Adapter, endpoint: EndpointType, customerClient: OAuthClient? = nil, by actor: String
    ) throws(CarrierError) -> AuthorizationRequest {
        let (owner, _) = try key(of: adapter, endpoint: endpoint)
        let method = adapter.authorizationOption
        let application = method.usesCustomerApplication ? nil : try self.application()
        let client: OAuthClient
        if !method.usesCustomerApplication {
            client = try installationClient(application)
        } else if let customerClient {
            client = customerClient
        } else {
            client = OAuthClient(
                id: adapter.customerClientID, secret: try customerSecret(adapterID: owner.id))
        }
        guard !client.id.isEmpty else {
            throw CarrierError(
                .setup, subject: "customerClientID", "\(adapter.name) has no Client ID for \(method.title).",
                advice: "Enter the Client ID and Client Secret of the customer's app.")
        }
        let redirectURI =
            method.usesCustomerApplication ? adapter.customerRedirectURI : application?.redirectURI ?? ""
        return AuthorizationRequest(
            owner: owner, ownerName: adapter.name, endpoint: endpoint, method: method, client: client,
            redirectURI: redirectURI.isEmpty ? AuthorizationRequest.usualRedirectURI : redirectURI,
            usesPKCE: application?.pkce ?? true, actor: actor)
    }
}
