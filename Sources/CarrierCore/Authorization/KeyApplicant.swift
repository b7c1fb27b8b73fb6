/// Who can be given a key, with what its next key is asked for with: a carrier or an adapter.
public protocol KeyApplicant: Sendable {
    /// Nil until it has been saved.
    var keyOwner: KeyOwner? { get }
    var name: String { get }
    var authorizationMethod: AuthorizationMethod { get set }
    var customerClientID: String { get set }
    var customerRedirectURI: String { get set }
    /// - Throws: `.setup` where it is set up for what has no keys, saying why.
    func checkMayHaveKeys() throws(CarrierError)
}

extension Carrier: KeyApplicant {
    public var keyOwner: KeyOwner? { id.map { KeyOwner(.carrier, id: $0) } }

    public func checkMayHaveKeys() throws(CarrierError) {
        guard apiType == .rest else {
            throw CarrierError(
                .setup, subject: "apiType", "\(name) uses Web Services (Legacy), which has no keys.",
                advice: "Change its API Type to REST API.")
        }
    }
}

extension Adapter: KeyApplicant {
    public var keyOwner: KeyOwner? { id.map { KeyOwner(.adapter, id: $0) } }

    /// Its authorization option, under the name that carriers have it by.
    public var authorizationMethod: AuthorizationMethod {
        get { authorizationOption }
        set { authorizationOption = newValue }
    }

    public func checkMayHaveKeys() throws(CarrierError) {
        guard authorizationOption != .legacy else {
            throw CarrierError(
                .setup, subject: "authorizationOption",
                "\(name) uses Legacy Authentication, and UPS has accepted no access keys since August 5, 2024.",
                advice: "Choose another OAuth Authorization Option for it, and authorize it.")
        }
    }
}

extension Store {
    /// What a new key is asked for with: the client of the applicant's method, which is the installation's application
    /// or the customer's own.
    ///
    /// - Parameters:
    ///   - customerClient: the customer's client where it is not the one stored with the applicant.
    ///   - redirectURI: where the sign-in ends, when it is not where the client's sign-ins usually do.
    ///
    /// Throws `.setup` for one that can have no keys, without an application, or not saved yet, and `.invalid` for a
    /// client secret that is too long.
    public func authorizationRequest(
        for applicant: some KeyApplicant, endpoint: EndpointType, customerClient: OAuthClient? = nil,
        redirectURI: String? = nil, by actor: String
    ) throws(CarrierError) -> AuthorizationRequest {
        guard let owner = applicant.keyOwner else {
            throw CarrierError(
                .setup, "\(applicant.name) has not been saved yet.",
                advice: "Save it first, then add its key.")
        }
        try applicant.checkMayHaveKeys()
        let method = applicant.authorizationMethod
        let customer = method.usesCustomerApplication
        let application = customer ? nil : try self.application()
        let client: OAuthClient
        if let customerClient, customer {
            try customerClient.secret?.requireLength("clientSecret", "The Client Secret")
            client = customerClient
        } else if customer {
            client = OAuthClient(
                id: applicant.customerClientID,
                secret: try customerSecret(of: owner, clientID: applicant.customerClientID))
        } else {
            client = try installationClient(application)
        }
        guard !client.id.isEmpty else {
            throw CarrierError(
                .setup, subject: "customerClientID",
                "\(applicant.name) has no Client ID of its own for \(method.title).",
                advice: "Enter the Client ID and Client Secret of the customer's app.")
        }
        if method == .customerClientCredentials && client.secret == nil {
            throw CarrierError(
                .setup, subject: "customerClientSecret", "\(applicant.name) has no Client Secret.",
                advice: "Enter the Client Secret of the customer's app.")
        }
        let usual = customer ? applicant.customerRedirectURI : application?.redirectURI ?? ""
        let redirectURI = redirectURI ?? usual
        return AuthorizationRequest(
            owner: owner, ownerName: applicant.name, endpoint: endpoint, method: method, client: client,
            redirectURI: redirectURI.isEmpty ? AuthorizationRequest.usualRedirectURI : redirectURI,
            usesPKCE: application?.pkce ?? true, actor: actor)
    }

    /// The stored secret, where it belongs to this client.
    private func customerSecret(of owner: KeyOwner, clientID: String) throws(CarrierError) -> Secret? {
        switch owner.kind {
        case .carrier:
            guard try carrierClientID(owner.id) == clientID else { return nil }
            return try customerSecret(carrierID: owner.id)
        case .adapter:
            guard try adapterClientID(owner.id) == clientID else { return nil }
            return try customerSecret(adapterID: owner.id)
        }
    }

    private func installationClient(_ application: UPSApplication?) throws(CarrierError) -> OAuthClient {
        guard let application else {
            throw CarrierError(
                .setup, "No UPS application is set.",
                advice: "Set its Client ID and Redirect URI in Settings, or with carrier-editor app set.")
        }
        return OAuthClient(id: application.clientID, secret: try applicationSecret())
    }
}
