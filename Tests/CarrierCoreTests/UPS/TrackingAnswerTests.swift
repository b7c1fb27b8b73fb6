import Testing

@testable import CarrierCore

/// Answers in every shape of UPS's description of the Track API (Tracking.yaml), and out of shape.
@Suite("Reading UPS's tracking answers")
struct TrackingAnswerTests {
    @Test("Every schema filled to its last field reads, and what is not shown is passed over")
    func everyField() async throws {
        let shipment = try await Self.read(Self.fullAnswer)
        let package = try #require(shipment.packages.first)
        #expect(shipment.warnings == ["Some details are held back"])
        #expect(package.number == "1Z023E2X0214323462")
        #expect(package.status == "Delivered")
        #expect(package.description == "Left at the front door")
        #expect(package.service == "UPS Ground")
        #expect(package.packageCount == 2)
        #expect(package.delivery == TrackedDelivery(kind: .delivered, date: "2021-02-11"))
        let activity = try #require(package.activities.first)
        #expect(activity.location == "Wayne, NJ, US")
        #expect(activity.localTime == "2021-02-10 07:13:56")
        // UPS's own example writes the hour of gmtTime with one digit.
        #expect(activity.at == ISODate.milliseconds("2021-02-10T07:47:00Z"))
    }

    @Test("Every field but the package may be missing, null or of another type", arguments: fields)
    func withoutField(field: String) async throws {
        let full = try JSON(parsing: Array(Self.fullAnswer.utf8))
        let others = ["null", "7", "\"x\"", "\"\"", "[]", "{}", "[null,[[]],{\"new\":1}]"]
        let values = try others.map { try JSON(parsing: Array($0.utf8)) }
        for value in values + [nil] {
            let answer = full.replacing(field, by: value)
            #expect(answer != full)
            let shipment = try await Self.read(answer.description)
            #expect(shipment.packages.first != nil, "\(field): \(value?.description ?? "missing")")
        }
    }

    @Test("An activity without GMT is placed by its offset, and without either it keeps the place's own time")
    func times() async throws {
        let answer = """
            {"trackResponse":{"shipment":[{"package":[{"activity":[
            {"date":"20260102","time":"235900","gmtOffset":"-05:00"},
            {"date":"20260102","time":"235900"},{"date":"20260102"},{"date":"20261399","time":"ab"},{}]}]}]}}
            """
        let activities = try #require(try await Self.read(answer).packages.first).activities
        #expect(activities.map(\.at) == [ISODate.milliseconds("2026-01-03T04:59:00Z"), nil, nil, nil, nil])
        #expect(
            activities.map(\.localTime) == ["2026-01-02 23:59:00", "2026-01-02 23:59:00", "2026-01-02", "", ""])
    }

    @Test("Several shipments' packages come one after another, a single object is a list of one")
    func several() async throws {
        let answer = """
            {"trackResponse":{"shipment":[
            {"package":[{"trackingNumber":"1Z1"},{"trackingNumber":"1Z2"}]},{"package":{"trackingNumber":"1Z3"}}]}}
            """
        #expect(try await Self.read(answer).packages.map(\.number) == ["1Z1", "1Z2", "1Z3"])
    }

    @Test(
        "HTTP 200 without a package is one without information, in UPS's words",
        arguments: [
            #"{"trackResponse":{"shipment":[{"warnings":[{"code":"TW0001","message":"Not Found"}]}]}}"#,
            #"{"trackResponse":{"shipment":[{"inquiryNumber":"1Z","package":null,"warnings":{"message":"Not Found"}}]}}"#,
            #"{"trackResponse":{"shipment":{"package":[],"warnings":[{"code":"Not Found"}]}}}"#,
        ])
    func warningsAlone(answer: String) async throws {
        let error = await #expect(throws: UPSError.self) { try await Self.read(answer) }
        #expect(error?.cause == .noInformation)
        #expect(error?.message == "Not Found")
    }

    @Test(
        "An answer that is none is UPS being unwell",
        arguments: ["", "<html>502</html>", "null", "[]", "{}", #"{"trackResponse":null}"#, #"{"trackResponse":{}}"#])
    func noAnswer(answer: String) async throws {
        let error = await #expect(throws: UPSError.self) { try await Self.read(answer) }
        #expect(error?.cause == .unwell)
    }

    @Test(
        "An error answer keeps its code and words, and the number of the request that was sent",
        arguments: [(400, "151018"), (403, "10403"), (404, "151044"), (401, "250002"), (400, "999999")])
    func errors(status: Int, code: String) async throws {
        let answer = #"{"response":{"errors":[{"code":"\#(code)","message":"Told so","new":[1]}]}}"#
        let error = await #expect(throws: UPSError.self) { try await Self.read(answer, status: status) }
        #expect(error?.code == code)
        #expect(error?.message == "Told so")
        #expect(error?.transID?.isEmpty == false)
    }

    private static func read(_ answer: String, status: Int = 200) async throws -> TrackedShipment {
        let servers = UPSServers(test: "http://127.0.0.1:1", production: "http://127.0.0.1:1")
        let tracking = UPSTracking(http: CannedClient(status: status, body: answer), servers: servers)
        return try await tracking.details(of: "1Z023E2X0214323462", token: Secret("token"), endpoint: .test)
    }

    private static let fields = [
        "inquiryNumber", "userRelation", "warnings", "trackingNumber", "packageCount", "activity", "currentStatus",
        "deliveryDate", "deliveryTime", "deliveryInformation", "milestones", "packageAddress", "referenceNumber",
        "service", "weight", "dimension", "accessPointInformation", "additionalAttributes", "additionalServices",
        "alternateTrackingNumber", "isSmartPackage", "paymentInformation", "statusCode", "statusDescription",
        "suppressionIndicators", "ucixStatus", "location", "address", "status", "gmtDate", "gmtTime", "gmtOffset",
        "date", "time", "logicalScan",
    ]

    private static let fullAnswer = """
        {"trackResponse":{"shipment":[{"inquiryNumber":"1Z023E2X0214323462","userRelation":["SHIPPER"],\
        "warnings":[{"code":"TW0000","message":"Some details are held back"}],"package":[{\
        "trackingNumber":"1Z023E2X0214323462","packageCount":2,"activity":[{"date":"20210210","time":"071356",\
        "gmtDate":"20210210","gmtTime":"74700","gmtOffset":"-05:00","logicalScan":false,"location":{"slic":"8566",\
        "address":{"addressLine1":"1 Quay","city":"Wayne","stateProvince":"NJ","postalCode":"07470","country":"US",\
        "countryCode":"US"}},"status":{"type":"D","code":"FS","statusCode":"011","description":"Handed over",\
        "simplifiedTextDescription":"Delivered"}}],"currentStatus":{"type":"D","code":"FS",\
        "description":"Left at the front door","simplifiedTextDescription":"Delivered","statusCode":"011"},\
        "deliveryDate":[{"type":"SDD","date":"20210210"},{"type":"DEL","date":"20210211"}],\
        "deliveryTime":{"type":"DEL","startTime":"","endTime":"071356"},"deliveryInformation":{"location":"Front Door",\
        "receivedBy":"","signature":{"image":"R0lG"},"pod":{"content":"R0lG"},"deliveryPhoto":{"photo":"R0lG",\
        "isNonPostalCodeCountry":false,"photoCaptureInd":"Y","photoDispositionCode":"V"}},"milestones":[{"code":"1",\
        "category":"2","current":true,"description":"At home","linkedActivity":"0","state":"done",\
        "subMilestone":{"category":"3"}}],"packageAddress":[{"type":"ORIGIN","name":"Quay Co","attentionName":"Ann",\
        "address":{"city":"Wayne"}}],"referenceNumber":[{"type":"SHIPMENT","number":"ShipRef123"}],\
        "service":{"code":"518","levelCode":"011","description":"UPS Ground"},"weight":{"unitOfMeasurement":"LBS",\
        "weight":"5.0"},"dimension":{"height":"1","length":"2","width":"3","unitOfDimension":"IN"},\
        "accessPointInformation":{"pickupByDate":"20210220"},"additionalAttributes":["SENSOR_EVENT"],\
        "additionalServices":["ADULT_SIGNATURE"],"alternateTrackingNumber":[{"type":"USPS_PIC","number":"924199"}],\
        "isSmartPackage":true,"paymentInformation":[{"amount":"243.5","currency":"EUR","id":"3S","paid":false,\
        "paymentMethod":"C0","type":"COD"}],"statusCode":"011","statusDescription":"Delivered",\
        "suppressionIndicators":["DETAIL"],"ucixStatus":"C"}]}]}}
        """
}

/// Gives one answer, whatever it is asked.
private struct CannedClient: HTTPClient {
    let status: Int
    let body: String

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        HTTPResponse(status: status, headers: [:], body: Secret(body))
    }
}

extension JSON {
    /// The same with every member of this name given another value, or left out.
    fileprivate func replacing(_ name: String, by value: JSON?) -> JSON {
        switch self {
        case .object(let members):
            .object(
                members.compactMap { member in
                    guard member.name == name else {
                        return .init(member.name, member.value.replacing(name, by: value))
                    }
                    return value.map { .init(name, $0) }
                })
        case .array(let items): .array(items.map { $0.replacing(name, by: value) })
        default: self
        }
    }
}
