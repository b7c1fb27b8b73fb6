/// What the sandbox answers; counted and made to fail one by one. The raw value is the name used in
/// `--fault`.
public enum SandboxEndpoint: String, Sendable, CaseIterable, Codable {
    case validate, authorize
    case signIn = "sign-in"
    case token, refresh, track

    static let authorizePath = "/security/v1/oauth/authorize"
    static let signInPath = "/lasso/signin"
    static let trackPath = "/api/track/v1/details/"

    init?(path: String) {
        switch path {
        case "/security/v1/oauth/validate-client": self = .validate
        case Self.authorizePath: self = .authorize
        case Self.signInPath: self = .signIn
        case "/security/v1/oauth/token": self = .token
        case "/security/v1/oauth/refresh": self = .refresh
        case _ where path.hasPrefix(Self.trackPath): self = .track
        default: return nil
        }
    }

    var methods: Set<String> {
        switch self {
        case .validate, .authorize, .track: ["GET"]
        case .signIn: ["GET", "POST"]
        case .token, .refresh: ["POST"]
        }
    }
}
