/// UPS's Track API (its published description Tracking.yaml).
public struct UPSTracking: Sendable {
    /// In milliseconds.
    private static let timeout = 30_000
    private static let path = "/api/track/v1/details/"
    /// Lengths of an inquiry number.
    private static let lengths = 7...34

    private let http: any HTTPClient
    private let servers: UPSServers

    public init(http: any HTTPClient, servers: UPSServers) {
        self.http = http
        self.servers = servers
    }

    /// Where the calls of an endpoint type go.
    public func uri(_ endpoint: EndpointType) -> String {
        servers.base(endpoint) + Self.path
    }

    /// The number as UPS takes it: upper case, without the spaces people write.
    ///
    /// Throws `.invalid` for one that is shorter or longer than UPS's description allows.
    static func inquiryNumber(_ text: String) throws(CarrierError) -> String {
        let number = text.filter { !$0.isWhitespace }.uppercased()
        guard lengths.contains(number.count) else {
            throw CarrierError(
                .invalid, subject: "number", "\(text.shown) is no tracking number.",
                advice: "Give one of 7 to 34 characters.")
        }
        return number
    }

    /// What UPS knows of a number. An answer without a package throws as one without information.
    func details(of number: String, token: Secret, endpoint: EndpointType) async throws(UPSError)
        -> TrackedShipment
    {
        let transID = Self.transID()
        let authorization = WipedBuffer()
        authorization.append("Bearer ".utf8)
        authorization.append(token)
        let request = HTTPRequest(
            .get, uri(endpoint) + PercentEncoding.encode(number) + "?locale=en_US",
            headers: [
                (name: "Authorization", value: authorization.secret()),
                (name: "Accept", value: Secret("application/json")),
                (name: "transId", value: Secret(transID)),
                (name: "transactionSrc", value: Secret("carrier-editor")),
            ], timeout: Self.timeout)
        let response: HTTPResponse
        do throws(TransportError) {
            response = try await http.send(request)
        } catch {
            throw UPSError(error)
        }
        guard (200..<300).contains(response.status),
            let shipments = TrackedShipment.read(response.body, number: number)
        else { throw UPSError(response, transID: transID, striking: [token]) }
        var shipment = TrackedShipment(inquiryNumber: number, packages: [], warnings: [])
        shipment.packages = shipments.flatMap(\.packages)
        shipment.warnings = shipments.flatMap(\.warnings)
        guard !shipment.packages.isEmpty else {
            throw UPSError(
                noInformation: shipment.warnings.joined(separator: " "), status: response.status,
                transID: transID)
        }
        return shipment
    }

    /// Unique to the request: 128 random bits.
    private static func transID() -> String {
        (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 16) }.joined(separator: "-")
    }
}
