/// Who asks UPS for tokens (RFC 6749 §2): the id an app was given, and its secret where it has one.
public struct OAuthClient: Sendable {
    public let id: String
    public let secret: Secret?

    public init(id: String, secret: Secret?) {
        self.id = id
        self.secret = secret
    }
}
