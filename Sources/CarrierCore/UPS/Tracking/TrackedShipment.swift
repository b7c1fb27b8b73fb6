/// What UPS knows of an inquiry number (Tracking.yaml, `Shipment`).
public struct TrackedShipment: Sendable, Equatable {
    public var inquiryNumber: String
    /// In UPS's order; empty where UPS answers with warnings alone.
    public var packages: [TrackedPackage]
    /// What UPS remarks beside the answer, in its own words.
    public var warnings: [String]

    /// That the shipment has more packages than UPS sent, in a sentence; nil where it sent all.
    public var shortfall: String? {
        guard let all = packages.compactMap(\.packageCount).max(), all > packages.count else { return nil }
        return "\(packages.count) of \(all) packages; UPS sent no more."
    }
}

/// One package of a shipment (`Package`). Texts are UPS's own, in US English.
public struct TrackedPackage: Sendable, Equatable {
    public var number: String
    /// In a few words, such as `Delivered`.
    public var status: String
    /// In a sentence, such as `Departed from facility`.
    public var description: String
    /// Such as `UPS Ground`.
    public var service: String
    public var delivery: TrackedDelivery?
    /// Most recent first.
    public var activities: [TrackedActivity]
    /// How many packages the shipment has; it may be more than the answer holds.
    public var packageCount: Int?
}

/// When a package comes or came, a date at its destination.
public struct TrackedDelivery: Sendable, Equatable {
    public enum Kind: String, Sendable {
        case scheduled = "SDD"
        case rescheduled = "RDD"
        case delivered = "DEL"
    }

    public var kind: Kind
    /// `2026-11-21`
    public var date: String
}

/// Something that happened to a package (`Activity`).
public struct TrackedActivity: Sendable, Equatable {
    /// Milliseconds since 1970 UTC; nil where UPS gives no time that can be placed.
    public var at: Int64?
    /// The place's own time, `2026-11-21 07:13:56`, or without a time of day; empty without a date.
    public var localTime: String
    /// `Grand Rapids, MI, US`
    public var location: String
    public var description: String
}
