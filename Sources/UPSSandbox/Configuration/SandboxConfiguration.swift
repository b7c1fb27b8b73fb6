public import FoundationEssentials

/// What a sandbox knows and how it behaves. `SandboxConfiguration()` serves the demo application and user.
///
/// One sandbox is one environment. UPS's Test and Production are separate hosts whose tokens never work on
/// the other; for both, run two sandboxes, which share nothing.
public struct SandboxConfiguration: Sendable {
    /// The port on 127.0.0.1; 0 picks a free one.
    public var port: UInt16 = 0
    /// Seconds an access token lives.
    public var accessTokenLifetime = 3599
    /// Seconds a refresh token lives: about 60 days.
    public var refreshTokenLifetime = 5_183_999
    /// Seconds an authorization code lives.
    public var codeLifetime = 600
    /// Whether a refresh starts a fresh refresh-token lifetime, or the new token ends when the first would
    /// have. UPS does not document which it does.
    public var refreshRenewsLifetime = true
    /// What becomes of a refresh token once it has been used.
    public var rotation = Rotation.strict
    /// Registered on the developer portal.
    public var applications: [Application] = [.demo]
    /// Who can sign in.
    public var users: [User] = [.demo]
    /// How long each answer is held back, on top of the work.
    public var latency = Duration.zero
    /// The faults to begin with; `UPSSandbox.setFault` adds more.
    public var faults: [SandboxFault] = []
    /// Whether `/sandbox/…` is served, see `Administration`.
    public var administration = false
    /// The time, before any `UPSSandbox.advanceClock`.
    public var clock: @Sendable () -> Date = { Date() }

    /// The demo application and user, strict rotation, UPS's lifetimes.
    public init() {}

    /// What happens to a refresh token that a successful refresh has retired.
    public enum Rotation: Sendable, Equatable {
        /// It works once; presenting it again voids the whole grant (RFC 9700 §4.14.2).
        case strict
        /// It works once; presenting it again is refused and changes nothing.
        case singleUse
        /// It may be presented again for `grace` seconds, each time for a further pair; refused afterwards.
        case lenient(grace: Int)
    }

    /// An API product that an application can have on the developer portal.
    public enum Product: String, Sendable, CaseIterable {
        case tracking, addressValidation, rating, shipping
    }

    /// An application registered on the developer portal.
    public struct Application: Sendable, Equatable {
        /// Unique among the applications.
        public var clientID: String
        /// Nil for an application that cannot keep a secret: PKCE is then its only way in.
        public var clientSecret: String?
        /// Compared exactly, port and all.
        public var redirectURIs: [String]
        /// What the sign-in page calls it.
        public var name: String
        /// Whether a code challenge is taken; without it one is refused.
        public var supportsPKCE: Bool
        /// Without tracking a tracking call is refused with 250002.
        public var products: Set<Product>
        /// The name of the user whose profile client credentials act for.
        public var owner: String

        /// An application that supports PKCE and has every product, unless said otherwise.
        public init(
            clientID: String, clientSecret: String?, redirectURIs: [String], name: String,
            supportsPKCE: Bool = true, products: Set<Product> = Set(Product.allCases),
            owner: String = User.demo.name
        ) {
            self.clientID = clientID
            self.clientSecret = clientSecret
            self.redirectURIs = redirectURIs
            self.name = name
            self.supportsPKCE = supportsPKCE
            self.products = products
            self.owner = owner
        }

        /// The application of `demo` and `sandbox`. Nothing listens at the https redirect, as with UPS's own
        /// examples; the http ones are for a listener.
        public static let demo = Application(
            clientID: "carrier-editor-demo-client",
            clientSecret: "carrier-editor-demo-secret",
            redirectURIs: [
                "https://127.0.0.1/upscallback",
                "http://127.0.0.1:8765/upscallback",
                "http://localhost:8765/upscallback",
            ],
            name: "Carrier Editor Demo")
    }

    /// A person with a UPS.com profile.
    public struct User: Sendable, Equatable {
        /// What is typed at the sign-in, to the letter, and the password with it.
        public var name: String
        /// Held in clear: nothing here is anybody's.
        public var password: String
        /// The six-character shipper numbers on the profile.
        public var accounts: [String]

        /// A person; accounts are six letters or digits each.
        public init(name: String, password: String, accounts: [String]) {
            self.name = name
            self.password = password
            self.accounts = accounts
        }

        /// Signs in to the demo application.
        public static let demo = User(
            name: "demo", password: "demo-password", accounts: ["A1B2C3", "X9Y8Z7"])
    }
}
