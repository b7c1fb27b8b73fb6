/// Where UPS answers: a base address for each endpoint type.
public struct UPSServers: Sendable {
    public static let testVariable = "CARRIER_EDITOR_UPS_TEST_URL"
    public static let productionVariable = "CARRIER_EDITOR_UPS_PRODUCTION_URL"

    private let test: String
    private let production: String

    /// UPS's own servers, as its published descriptions name them.
    public static let published = UPSServers(
        test: "https://wwwcie.ups.com", production: "https://onlinetools.ups.com")

    public init(test: String, production: String) {
        self.test = test
        self.production = production
    }

    /// UPS's servers, or those that the environment names in their place.
    ///
    /// Throws `.setup` when such an address is neither https nor http on loopback.
    public init(environment: [String: String]) throws(CarrierError) {
        self.init(
            test: try Self.base(environment, Self.testVariable) ?? Self.published.test,
            production: try Self.base(environment, Self.productionVariable) ?? Self.published.production)
    }

    /// The base address, without a slash at its end.
    public func base(_ endpoint: EndpointType) -> String {
        switch endpoint {
        case .test: test
        case .production: production
        }
    }

    private static func base(_ environment: [String: String], _ name: String) throws(CarrierError) -> String?
    {
        guard var url = environment[name], !url.isEmpty else { return nil }
        while url.hasSuffix("/") { url.removeLast() }
        do {
            _ = try HTTPAddress(url)
        } catch {
            throw CarrierError(
                .setup, subject: name, "\(name) cannot be used: \(error.reason).",
                advice: "Set it to an https address, or to http on loopback, or unset it.", underlying: error)
        }
        return url
    }
}
