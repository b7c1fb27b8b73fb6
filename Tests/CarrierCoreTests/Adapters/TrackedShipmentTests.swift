import Testing

@testable import CarrierCore

@Suite("Reading what UPS answers about a number")
struct TrackedShipmentTests {
    /// Every property of Tracking.yaml's schemas, with its example where it has one.
    private static let whole = """
        {"trackResponse": {"shipment": [{
          "inquiryNumber": "1Z023E2X0214323462",
          "userRelation": ["MYCHOICE_HOME"],
          "warnings": [{"code": "TW0002", "message": "More packages exist"}],
          "package": [{
            "trackingNumber": "1Z023E2X0214323462",
            "accessPointInformation": {"pickupByDate": "20210215"},
            "activity": [{
              "date": "20210210", "time": "071356", "gmtDate": "20210210", "gmtTime": "74700",
              "gmtOffset": "-05:00", "logicalScan": false,
              "location": {"slic": "8566", "address": {
                "addressLine1": "100 Main St", "addressLine2": "Warehouse", "addressLine3": "Building 1",
                "city": "Wayne", "country": "US", "countryCode": "US", "postalCode": "07470",
                "stateProvince": "NJ"}},
              "status": {"code": "SR", "statusCode": "003", "type": "X",
                "description": "Your package was released by the customs agency.",
                "simplifiedTextDescription": "Delivered"}}],
            "additionalAttributes": ["SENSOR_EVENT"],
            "additionalServices": ["ADULT_SIGNATURE_REQUIRED", "CARBON_NEUTRAL"],
            "alternateTrackingNumber": [{"number": "92419900000033499522966220", "type": "USPS_PIC"}],
            "currentStatus": {"code": "SR", "statusCode": "003", "type": "X",
              "description": "Your package was released by the customs agency.",
              "simplifiedTextDescription": "Delivered"},
            "deliveryDate": [{"date": "20210212", "type": "SDD"}, {"date": "20210213", "type": "RDD"},
              {"date": "20210214", "type": "DEL"}],
            "deliveryInformation": {"location": "Front Door", "receivedBy": "",
              "signature": {"image": "encoding Base64"}, "pod": {"content": "AA=="},
              "deliveryPhoto": {"isNonPostalCodeCountry": false, "photo": "AA==",
                "photoCaptureInd": "Y", "photoDispositionCode": "V"}},
            "deliveryTime": {"startTime": "080000", "endTime": "120000", "type": "EDW"},
            "dimension": {"height": "1", "length": "2", "width": "3", "unitOfDimension": "IN"},
            "isSmartPackage": true,
            "milestones": [{"category": "c", "code": "m", "current": true, "description": "d",
              "linkedActivity": "0", "state": "s", "subMilestone": {"category": "c"}}],
            "packageAddress": [{"address": {"city": "Wayne"}, "attentionName": "a", "name": "Sears",
              "type": "ORIGIN/DESTINATION"}],
            "packageCount": 2,
            "paymentInformation": [{"amount": "243.5", "currency": "EUR",
              "id": "3S35571M1L381K5O0P316L0M1R2E6H14", "paid": false, "paymentMethod": "C0",
              "type": "ICOD/COD"}],
            "referenceNumber": [{"number": "ShipRef123", "type": "SHIPMENT"}],
            "service": {"code": "518", "description": "UPS Ground", "levelCode": "011"},
            "statusCode": "003", "statusDescription": "In words",
            "suppressionIndicators": ["DETAIL"], "ucixStatus": "O",
            "weight": {"unitOfMeasurement": "LBS", "weight": "1.0"}}]}]}}
        """

    private static func read(_ text: String) -> [TrackedShipment]? {
        TrackedShipment.read(Secret(text), number: "1ZASKED")
    }

    @Test("The answer with every property that UPS describes is read")
    func everyProperty() throws {
        let shipment = try #require(Self.read(Self.whole)?.first)
        #expect(
            shipment
                == TrackedShipment(
                    inquiryNumber: "1Z023E2X0214323462",
                    packages: [
                        TrackedPackage(
                            number: "1Z023E2X0214323462", status: "Delivered",
                            description: "Your package was released by the customs agency.",
                            service: "UPS Ground",
                            delivery: TrackedDelivery(kind: .delivered, date: "2021-02-14"),
                            activities: [
                                TrackedActivity(
                                    at: ISODate.milliseconds("2021-02-10T07:47:00Z"),
                                    localTime: "2021-02-10 07:13:56", location: "Wayne, NJ, US",
                                    description: "Your package was released by the customs agency.")
                            ], packageCount: 2)
                    ], warnings: ["More packages exist"]))
    }

    @Test("Whatever is missing, null, unknown or of another type, the rest is read")
    func anyPropertyElse() throws {
        let whole = try JSON(parsing: Self.whole)
        let changes = Self.changes(of: whole)
        #expect(changes.count > 700)
        var unread = 0
        for change in changes {
            guard let shipments = Self.read(change.description) else {
                unread += 1
                continue
            }
            for package in shipments.flatMap(\.packages) { #expect(!package.number.isEmpty) }
        }
        // Nothing but the three levels around the shipments makes an answer unreadable.
        #expect(unread <= 12)
    }

    @Test(
        "An answer without packages has none",
        arguments: [
            #"{"trackResponse":{"shipment":[{"inquiryNumber":"1Z","warnings":[{"message":"Nothing"}]}]}}"#,
            #"{"trackResponse":{"shipment":[{"package":null,"warnings":{"code":"TW0001","message":"Nothing"}}]}}"#,
            #"{"trackResponse":{"shipment":{"package":[],"warnings":[{"code":"Nothing"}]}}}"#,
        ])
    func noPackages(answer: String) throws {
        let shipment = try #require(Self.read(answer)?.first)
        #expect(shipment.packages.isEmpty)
        #expect(shipment.warnings == ["Nothing"])
    }

    @Test("A package that stands alone, without a number and with numbers for texts, is one")
    func loose() throws {
        let answer = """
            {"trackResponse":{"shipment":{"package":{"packageCount":"3","statusDescription":"On the Way",
            "activity":{"date":20210210,"time":"071356","gmtOffset":"-05:00",
            "location":{"address":{"city":"Zürich","country":"CH"}},"status":{"simplifiedTextDescription":"Left"}},
            "deliveryDate":[{"type":"SDD","date":"20210230"},{"type":"EST","date":"20210212"}]}}}}
            """
        let package = try #require(Self.read(answer)?.first?.packages.first)
        #expect(package.number == "1ZASKED")
        #expect(package.packageCount == 3)
        #expect(package.delivery == nil)
        let activity = try #require(package.activities.first)
        #expect(activity.at == ISODate.milliseconds("2021-02-10T12:13:56Z"))
        #expect(activity.location == "Zürich, CH")
        #expect(activity.description == "Left")
    }

    @Test(
        "What is no answer is none", arguments: ["", "<html></html>", "[]", "{}", #"{"trackResponse":null}"#])
    func none(answer: String) {
        #expect(Self.read(answer) == nil)
    }

    /// The document with one value removed or replaced, for every value in it.
    private static func changes(of json: JSON) -> [JSON] {
        let others: [JSON] = [
            .null, .string(""), .string("x"), .integer(7), .bool(true), .array([]), .object([]),
        ]
        switch json {
        case .object(let members):
            let within = members.indices.flatMap { index in
                (others + changes(of: members[index].value)).map { value in
                    var members = members
                    members[index] = .init(members[index].name, value)
                    return JSON.object(members)
                }
            }
            let without = members.indices.map { index in
                var members = members
                members.remove(at: index)
                return JSON.object(members)
            }
            return within + without + [.object(members + [.init("unheardOf", .array([.null]))])]
        case .array(let items):
            return items.indices.flatMap { index in
                (others + changes(of: items[index])).map { value in
                    var items = items
                    items[index] = value
                    return JSON.array(items)
                }
            }
        default: return []
        }
    }
}
