/// Whose key is asked for, and through which client.
public struct AuthorizationRequest: Sendable {
    /// What stands in for a redirect URI that nobody has set: UPS's own example, where nothing listens.
    public static let usualRedirectURI = "https://127.0.0.1/upscallback"

    public let owner: KeyOwner
    public let ownerName: String
    public let endpoint: EndpointType
    public let method: AuthorizationMethod
    public let client: OAuthClient
    /// As registered with the app, to the letter; client credentials have none.
    public let redirectURI: String
    /// Off only for an app where UPS refuses it.
    public let usesPKCE: Bool
    /// Who is signed in to this program.
    public let actor: String

    public init(
        owner: KeyOwner, ownerName: String, endpoint: EndpointType, method: AuthorizationMethod,
        client: OAuthClient,
        redirectURI: String, usesPKCE: Bool, actor: String
    ) {
        self.owner = owner
        self.ownerName = ownerName
        self.endpoint = endpoint
        self.method = method
        self.client = client
        self.redirectURI = redirectURI
        self.usesPKCE = usesPKCE
        self.actor = actor
    }
}
