/// The shapes of Tracking.yaml, under the names the YAML gives them, with the fields the sandbox fills.
struct TrackApiResponse: Encodable, Sendable {
    var trackResponse: TrackResponse
}

struct TrackResponse: Encodable, Sendable {
    var shipment: [Shipment]
}

struct Shipment: Encodable, Sendable {
    var inquiryNumber: String
    var package: [Package]?
    var userRelation: [String]?
    var warnings: [Warning]?
}

struct Warning: Encodable, Sendable {
    var code: String
    var message: String
}

struct Package: Encodable, Sendable {
    var trackingNumber: String
    var packageCount: Int
    var currentStatus: Status
    /// Most recent first.
    var activity: [Activity]
    var deliveryDate: [DeliveryDate]
    var deliveryTime: DeliveryTime?
    var deliveryInformation: DeliveryInformation?
    /// Oldest first.
    var milestones: [Milestone]?
    var packageAddress: [PackageAddress]
    var referenceNumber: [ReferenceNumber]
    var service: Service
    var weight: Weight
    var dimension: Dimension
}

struct Status: Encodable, Sendable {
    var type: String
    var code: String
    var statusCode: String
    var description: String
    var simplifiedTextDescription: String
}

struct Activity: Encodable, Sendable {
    var date: String
    var time: String
    var gmtDate: String
    var gmtTime: String
    var gmtOffset: String
    var location: Location
    var status: Status
    var logicalScan: Bool
}

struct Location: Encodable, Sendable {
    var address: Address
    var slic: String?
}

struct Address: Encodable, Sendable {
    var addressLine1: String?
    var city: String
    var stateProvince: String?
    var postalCode: String?
    var country: String
    var countryCode: String
}

struct DeliveryDate: Encodable, Sendable {
    /// SDD scheduled, RDD rescheduled, DEL delivered.
    var type: String
    var date: String
}

struct DeliveryTime: Encodable, Sendable {
    /// EOD, CMT, EDW, CDW, IDW or DEL.
    var type: String
    var startTime: String?
    var endTime: String?
}

struct DeliveryInformation: Encodable, Sendable {
    var location: String
    var receivedBy: String
    var signature: Signature?
    var pod: ProofOfDelivery?
}

struct Signature: Encodable, Sendable {
    var image: String
}

struct ProofOfDelivery: Encodable, Sendable {
    var content: String
}

struct Milestone: Encodable, Sendable {
    var code: String
    var description: String
    var state: String
    var current: Bool
}

struct PackageAddress: Encodable, Sendable {
    var type: String
    var name: String
    var address: Address
}

struct ReferenceNumber: Encodable, Sendable {
    var type: String
    var number: String
}

struct Service: Encodable, Sendable {
    var code: String
    var levelCode: String
    var description: String
}

struct Weight: Encodable, Sendable {
    var unitOfMeasurement: String
    var weight: String
}

struct Dimension: Encodable, Sendable {
    var length: String
    var width: String
    var height: String
    var unitOfDimension: String
}
