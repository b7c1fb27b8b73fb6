import Foundation
import Testing
import UPSSandbox

struct TrackTests {
    /// The properties Tracking.yaml gives each schema: a type for a plain value, a schema's name for an
    /// object, and the same in brackets for an array.
    private static let schemas: [String: [String: String]] = [
        "TrackApiResponse": ["trackResponse": "TrackResponse"],
        "TrackResponse": ["shipment": "[Shipment]"],
        "Shipment": [
            "inquiryNumber": "string", "package": "[Package]", "userRelation": "[string]",
            "warnings": "[Warning]",
        ],
        "Warning": ["code": "string", "message": "string"],
        "Package": [
            "activity": "[Activity]", "currentStatus": "Status", "deliveryDate": "[DeliveryDate]",
            "deliveryInformation": "DeliveryInformation", "deliveryTime": "DeliveryTime",
            "dimension": "Dimension",
            "milestones": "[Milestones]", "packageAddress": "[PackageAddress]", "packageCount": "integer",
            "referenceNumber": "[ReferenceNumber]", "service": "Service", "trackingNumber": "string",
            "weight": "Weight",
        ],
        "Activity": [
            "date": "string", "gmtDate": "string", "gmtOffset": "string", "gmtTime": "string",
            "location": "Location", "status": "Status", "time": "string", "logicalScan": "boolean",
        ],
        "Status": [
            "code": "string", "description": "string", "simplifiedTextDescription": "string",
            "statusCode": "string", "type": "string",
        ],
        "Location": ["address": "Address", "slic": "string"],
        "Address": [
            "addressLine1": "string", "city": "string", "country": "string", "countryCode": "string",
            "postalCode": "string", "stateProvince": "string",
        ],
        "DeliveryDate": ["date": "string", "type": "string"],
        "DeliveryTime": ["endTime": "string", "startTime": "string", "type": "string"],
        "DeliveryInformation": [
            "location": "string", "receivedBy": "string", "signature": "Signature", "pod": "POD",
        ],
        "Signature": ["image": "string"],
        "POD": ["content": "string"],
        "Milestones": [
            "category": "string", "code": "string", "current": "boolean", "description": "string",
            "state": "string",
        ],
        "PackageAddress": [
            "address": "Address", "attentionName": "string", "name": "string", "type": "string",
        ],
        "ReferenceNumber": ["number": "string", "type": "string"],
        "Service": ["code": "string", "description": "string", "levelCode": "string"],
        "Weight": ["unitOfMeasurement": "string", "weight": "string"],
        "Dimension": [
            "height": "string", "length": "string", "unitOfDimension": "string", "width": "string",
        ],
    ]

    /// Where `value` is not of `type`, as paths.
    private static func departures(_ value: Any, from type: String, at path: String) -> [String] {
        if type.hasPrefix("[") {
            guard let items = value as? [Any] else { return [path] }
            let item = String(type.dropFirst().dropLast())
            return items.enumerated().flatMap { departures($1, from: item, at: "\(path)[\($0)]") }
        }
        switch type {
        case "string": return value is String ? [] : [path]
        case "integer": return value is Int ? [] : [path]
        case "boolean": return value is Bool ? [] : [path]
        default:
            guard let object = value as? [String: Any], let schema = schemas[type] else { return [path] }
            return object.flatMap { name, value in
                schema[name].map { departures(value, from: $0, at: "\(path).\(name)") } ?? ["\(path).\(name)"]
            }
        }
    }

    private static func token(_ session: Session) async throws -> String {
        try #require(try await session.tokens()["access_token"])
    }

    @Test(arguments: SampleNumber.allCases)
    func `each sample answers in the shape of the OpenAPI`(sample: SampleNumber) async throws {
        try await Session.with { session in
            let reply = try await session.track(
                sample.rawValue, token: try await Self.token(session),
                options: "?locale=en_US&returnMilestones=true&returnSignature=true&returnPOD=true")
            #expect(reply.status == 200)
            let value = try JSONSerialization.jsonObject(with: Data(reply.body.utf8))
            #expect(Self.departures(value, from: "TrackApiResponse", at: "$") == [])
            #expect(reply.body.contains("\"inquiryNumber\":\"\(sample.rawValue)\""))
        }
    }

    @Test func `a sample away from GMT has both times, GMT's without zeros before it, as UPS's examples`()
        async throws
    {
        let now = Date(timeIntervalSince1970: 1_612_961_220)  // 12:47 GMT on February 10, 2021
        try await Session.with({ $0.clock = { now } }) { session in
            let reply = try await session.track(
                SampleNumber.labelCreated.rawValue, token: try await Self.token(session))
            for field in [
                "\"date\":\"20210210\"", "\"time\":\"054700\"", "\"gmtDate\":\"20210210\"",
                "\"gmtTime\":\"104700\"", "\"gmtOffset\":\"-05:00\"",
            ] {
                #expect(reply.body.contains(field), "\(field)")
            }
            await session.sandbox.advanceClock(by: .seconds(75_600))
            let morning = try await session.track(
                SampleNumber.labelCreated.rawValue, token: try await Self.token(session))
            #expect(morning.body.contains("\"gmtTime\":\"74700\""))
            #expect(morning.body.contains("\"time\":\"024700\""))
        }
    }

    @Test func `a shipment of three packages has three numbers, newest activity first`() async throws {
        struct Response: Decodable {
            struct Track: Decodable { let shipment: [Shipment] }
            struct Shipment: Decodable { let package: [Package] }
            struct Package: Decodable {
                let trackingNumber: String
                let packageCount: Int
                let activity: [Activity]
            }
            struct Activity: Decodable {
                let date: String
                let time: String
            }
            let trackResponse: Track
        }
        try await Session.with { session in
            let reply = try await session.track(
                SampleNumber.inTransit.rawValue, token: try await Self.token(session))
            let packages = try reply.json(Response.self).trackResponse.shipment.flatMap(\.package)
            #expect(Set(packages.map(\.trackingNumber)).count == 3)
            #expect(packages.allSatisfy { $0.packageCount == 3 })
            for package in packages {
                let times = package.activity.map { $0.date + $0.time }
                #expect(times.allSatisfy { $0.count == 14 })
                #expect(times == times.sorted(by: >))
            }
        }
    }

    @Test func `milestones, signature and proof come only when asked for`() async throws {
        try await Session.with { session in
            let reply = try await session.track(
                SampleNumber.delivered.rawValue, token: try await Self.token(session))
            for field in ["milestones", "signature", "pod"] { #expect(!reply.body.contains("\"\(field)\"")) }
        }
    }

    @Test(arguments: ["transId", "transactionSrc"])
    func `a missing header is a 400`(missing: String) async throws {
        try await Session.with { session in
            let headers = ["transId": "1", "transactionSrc": "test"].filter { $0.key != missing }
            let reply = try await session.track(
                SampleNumber.delivered.rawValue, token: try await Self.token(session), headers: headers)
            #expect(reply.status == 400)
            #expect(try reply.errorCode == "10400")
        }
    }

    @Test(arguments: [
        "123456", String(repeating: "1", count: 35), "1Z%20A1B2C3", "", "1ZA1B2/C303",
        "%FF%FF%FF%FF%FF%FF%FF",
    ])
    func `a malformed number is 151018`(number: String) async throws {
        try await Session.with { session in
            let reply = try await session.track(number, token: try await Self.token(session))
            #expect(reply.status == 400)
            #expect(try reply.errorCode == "151018")
        }
    }

    @Test(arguments: ["1234567", String(repeating: "1", count: 34), "1Z999AA10123456784"])
    func `a number without information is 151044`(number: String) async throws {
        try await Session.with { session in
            let reply = try await session.track(number, token: try await Self.token(session))
            #expect(reply.status == 404)
            #expect(try reply.errorCode == "151044")
        }
    }

    @Test func `a token that is missing, unknown or without the product is 250002`() async throws {
        try await Session.with({ $0.applications[0].products = [.rating] }) { session in
            let number = SampleNumber.delivered.rawValue
            let replies = [
                try await session.track(number, token: "unknown"),
                try await session.track(number, token: try await Self.token(session)),
                try await session.browser.get(
                    "/api/track/v1/details/\(number)", headers: ["transId": "1", "transactionSrc": "test"]),
            ]
            for reply in replies {
                #expect(reply.status == 401)
                #expect(try reply.errorCode == "250002")
            }
        }
    }

    @Test func `a lower-case number is the same number`() async throws {
        try await Session.with { session in
            let reply = try await session.track(
                SampleNumber.delivered.rawValue.lowercased(), token: try await Self.token(session))
            #expect(reply.status == 200)
        }
    }
}
