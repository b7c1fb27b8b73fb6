/// The installation's own application on UPS's developer portal, used by the method Authorization Code.
public struct UPSApplication: Sendable, Equatable {
    public var clientID: String
    /// Registered with the application and compared exactly.
    public var redirectURI: String
    /// Whether the sealed client secret is there; changing this changes nothing.
    public var hasSecret: Bool
    /// Proof Key for Code Exchange (RFC 7636): off only for an application where UPS refuses it.
    public var pkce: Bool

    public init(clientID: String, redirectURI: String, hasSecret: Bool = false, pkce: Bool = true) {
        self.clientID = clientID
        self.redirectURI = redirectURI
        self.hasSecret = hasSecret
        self.pkce = pkce
    }

    /// What is to be known of an application whose client secret is not stored: UPS documents its refresh call with HTTP
    /// Basic, client id and secret, and without an exception for PKCE (OAuthAuthCode.yaml).
    public static let withoutSecret = CarrierError(
        .setup, "No Client Secret is set, and UPS documents that a key is refreshed with it only.",
        advice: "Set it, unless the app on developer.ups.com has none.")

    /// The rules that the values break, each with the JSON name of its field; empty where all is well.
    public func validate() -> [Problem] {
        var inspection = Inspection()
        inspection.text("clientID", "Client ID", clientID, limit: 255, isRequired: true)
        inspection.redirectURI("redirectURI", "Redirect URI", redirectURI, isRequired: true)
        return inspection.problems
    }
}
