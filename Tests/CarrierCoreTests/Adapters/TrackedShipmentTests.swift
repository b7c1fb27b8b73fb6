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
            "additionalServices": ["ADULT_SIGNATURE_REQUIRED", "SIGNATURE_REQUIRED", "ADDITIONAL_HANDLING",
              "CARBON_NEUTRAL", "UPS_PREMIER_SILVER", "UPS_PREMIER_GOLD", "UPS_PREMIER_PLATINUM"],
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
              "id": "3S35571M1L381K5O0P316L0M1R2E6H14", "paid": false, "paymentMethod": "C0, C1, ... C9",
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

    /// What is read of a shipment, and the part of the answer that it is read from.
    private static let parts: [(path: String, blank: @Sendable (inout TrackedShipment) -> Void)] = [
        ("inquiryNumber", { $0.inquiryNumber = "" }), ("warnings", { $0.warnings = [] }),
        ("package.trackingNumber", { $0.packages[0].number = "" }),
        ("package.activity", { $0.packages[0].activities = [] }),
        (
            "package.currentStatus",
            {
                $0.packages[0].status = ""
                $0.packages[0].description = ""
            }
        ),
        ("package.deliveryDate", { $0.packages[0].delivery = nil }),
        ("package.service", { $0.packages[0].service = "" }),
        ("package.packageCount", { $0.packages[0].packageCount = nil }),
    ]

    @Test(
        "Whatever is missing, null, unknown or of another type, all that does not hang on it is read as before"
    )
    func anyPropertyElse() throws {
        let whole = try JSON(parsing: Self.whole)
        let shipment = try #require(Self.read(Self.whole)?.first)
        let changes = Self.changes(of: whole)
        #expect(changes.count > 700)
        var kept = 0
        for (path, change) in changes {
            let inside = "trackResponse.shipment."
            // Nothing but the levels around the shipments and a shipment's packages takes more along than itself.
            guard path.hasPrefix(inside), path != inside + "package" else {
                _ = Self.read(change.description)
                continue
            }
            var (before, after) = (shipment, try #require(Self.read(change.description)?.first, "\(path)"))
            try #require(after.packages.count == 1, "\(path)")
            let place = path.dropFirst(inside.count)
            for part in Self.parts where place == part.path || place.hasPrefix(part.path + ".") {
                part.blank(&before)
                part.blank(&after)
            }
            #expect(after == before, "\(path): \(change)")
            kept += 1
        }
        #expect(kept > 650)
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

    /// The document with one value removed, replaced or added, for every value in it, and the names that lead there.
    private static func changes(of json: JSON, at path: String = "") -> [(path: String, json: JSON)] {
        let others: [JSON] = [
            .null, .string(""), .string("x"), .integer(7), .bool(true), .array([]), .object([]),
        ]
        func place(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
        switch json {
        case .object(let members):
            let within = members.indices.flatMap { index in
                let (name, value) = (members[index].name, members[index].value)
                let changed =
                    others.map { (path: place(name), json: $0) } + changes(of: value, at: place(name))
                return changed.map { change in
                    var members = members
                    members[index] = .init(name, change.json)
                    return (path: change.path, json: JSON.object(members))
                }
            }
            let without = members.indices.map { index in
                var others = members
                let removed = others.remove(at: index)
                return (path: place(removed.name), json: JSON.object(others))
            }
            let more = JSON.object(members + [.init("unheardOf", .array([.null]))])
            return within + without + [(path: place("unheardOf"), json: more)]
        case .array(let items):
            return items.indices.flatMap { index in
                let changed = others.map { (path: path, json: $0) } + changes(of: items[index], at: path)
                return changed.map { change in
                    var items = items
                    items[index] = change.json
                    return (path: change.path, json: JSON.array(items))
                }
            }
        default: return []
        }
    }
}
