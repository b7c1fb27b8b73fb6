/// UPS's tracking call (its published description Tracking).
public struct UPSTracking: Sendable {
    /// In milliseconds.
    static let timeout = 30_000
    private static let path = "/api/track/v1/details/"
    /// Who asks, as UPS's log shows it.
    private static let source = "carrier-editor"

    private let http: any HTTPClient
    private let servers: UPSServers

    public init(http: any HTTPClient, servers: UPSServers) {
        self.http = http
        self.servers = servers
    }

    /// The address that a tracking number is put behind.
    public static func uri(_ servers: UPSServers, _ endpoint: EndpointType) -> String {
        servers.base(endpoint) + path
    }

    /// `GET /api/track/v1/details/{inquiryNumber}`
    func details(of number: String, token: Secret, endpoint: EndpointType) async throws(UPSError) -> Tracking {
        let address = Self.uri(servers, endpoint) + PercentEncoding.encode(number) + "?locale=en_US"
        let request = HTTPRequest(
            .get, address,
            headers: [
                ("Authorization", Secret("Bearer " + token.reveal())), ("Accept", Secret("application/json")),
                ("transId", RandomText.make()), ("transactionSrc", Secret(Self.source)),
            ], timeout: Self.timeout)
        let response: HTTPResponse
        do throws(TransportError) { response = try await http.send(request) } catch { throw UPSError(error) }
        guard (200..<300).contains(response.status),
            let shipments = JSON.read(response.body)?["trackResponse"]?["shipment"]?.looseItems
        else { throw UPSError(response) }
        let packages = shipments.flatMap { $0["package"]?.looseItems ?? [] }.map {
            TrackedPackage($0, inquiry: number)
        }
        // UPS also answers 200 with a warning where its description says 404.
        guard !packages.isEmpty else {
            throw UPSError(noInformation: shipments.first?["warnings"]?.looseItems.first, response)
        }
        return Tracking(number: number, packages: packages)
    }
}

extension TrackedPackage {
    /// Reads what is there; nothing but an object is asked of UPS.
    init(_ json: JSON, inquiry: String) {
        number = json["trackingNumber"]?.looseText ?? inquiry
        activities = (json["activity"]?.looseItems ?? []).compactMap(Activity.init)
        let current = json["currentStatus"]
        let latest = json["activity"]?.looseItems.first?["status"]
        func words(_ name: String) -> String? {
            (current?[name]?.looseText ?? latest?[name]?.looseText).flatMap { $0.isEmpty ? nil : $0 }
        }
        description = words("description") ?? ""
        status = words("simplifiedTextDescription") ?? (description.isEmpty ? "Unknown" : description)
        service = json["service"]?["description"]?.looseText ?? ""
        delivery = Delivery(json)
    }
}

extension TrackedPackage.Delivery {
    fileprivate init?(_ package: JSON) {
        let dates = package["deliveryDate"]?.looseItems ?? []
        for kind in [Self.Kind.delivered, .rescheduled, .scheduled] {
            let found = dates.first { $0["type"]?.looseText == kind.rawValue }
            let time = package["deliveryTime"]?["endTime"]?.looseText
            if let date = PlaceTime(date: found?["date"]?.looseText, time: time) {
                self.kind = kind
                self.date = date
                return
            }
        }
        return nil
    }
}

extension TrackedPackage.Activity {
    fileprivate init?(_ json: JSON) {
        guard let at = PlaceTime(date: json["date"]?.looseText, time: json["time"]?.looseText) else {
            return nil
        }
        self.at = at
        let address = json["location"]?["address"]
        location = ["city", "stateProvince", "country"].compactMap { address?[$0]?.looseText }
            .filter { !$0.isEmpty }.joined(separator: ", ")
        description = json["status"]?["description"]?.looseText ?? ""
    }
}
