/// What UPS knows of a tracking number.
public struct Tracking: Sendable, Hashable {
    /// As it was asked for.
    public let number: String
    /// At least one.
    public let packages: [TrackedPackage]
}

/// A package of a shipment.
public struct TrackedPackage: Sendable, Hashable {
    public let number: String
    /// Where it is, in UPS's plain words: `Delivered`, `On the Way`.
    public let status: String
    /// The same at length; may be empty.
    public let description: String
    public let service: String
    public let delivery: Delivery?
    /// Most recent first.
    public let activities: [Activity]

    /// When it was or will be delivered.
    public struct Delivery: Sendable, Hashable {
        /// The latest of what UPS states: delivered, else rescheduled, else scheduled.
        public enum Kind: String, Sendable, Hashable {
            case delivered = "DEL"
            case rescheduled = "RDD"
            case scheduled = "SDD"
        }

        public let kind: Kind
        public let date: PlaceTime
    }

    public struct Activity: Sendable, Hashable {
        public let at: PlaceTime
        /// `Grand Rapids, MI, US`; empty where UPS names none.
        public let location: String
        public let description: String
    }
}

/// A date and, where UPS gives one, a time, as the clocks of the place show it.
public struct PlaceTime: Sendable, Hashable {
    /// `20240501`
    let date: String
    /// `143147`, or empty
    let time: String

    /// Nil where UPS's text is no date (YYYYMMDD). A time that is none (HHMMSS) is left out.
    init?(date: String?, time: String?) {
        guard let date, date.count == 8, date.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        self.date = date
        let isTime = time.map { $0.count == 6 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } } ?? false
        self.time = isTime ? time ?? "" : ""
    }

    /// `5/1/2024 2:31:47 PM`, or `2024-05-01 14:31:47`.
    public func text(_ form: DateForm) -> String {
        func part(_ text: String, _ from: Int, _ length: Int) -> Substring {
            text.dropFirst(from).prefix(length)
        }
        let (year, month, day) = (part(date, 0, 4), part(date, 4, 2), part(date, 6, 2))
        let (hour, minute, second) = (part(time, 0, 2), part(time, 2, 2), part(time, 4, 2))
        switch form {
        case .iso:
            return "\(year)-\(month)-\(day)" + (time.isEmpty ? "" : " \(hour):\(minute):\(second)")
        case .us:
            let shown = "\(Int(month) ?? 0)/\(Int(day) ?? 0)/\(year)"
            guard let number = Int(hour) else { return shown }
            let twelve = number % 12 == 0 ? 12 : number % 12
            return "\(shown) \(twelve):\(minute):\(second) \(number < 12 ? "AM" : "PM")"
        }
    }
}
