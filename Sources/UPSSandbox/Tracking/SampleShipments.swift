import FoundationEssentials

/// What the sample numbers answer. Times count back from `now`, so that a demonstration is never stale.
struct SampleShipments: Sendable {
    let now: Date

    func shipment(_ sample: SampleNumber) -> Shipment {
        let packages: [Package]?
        switch sample {
        case .delivered: packages = [delivered(sample.rawValue)]
        case .inTransit: packages = inTransit(sample.rawValue)
        case .exception: packages = [exception(sample.rawValue)]
        case .labelCreated: packages = [labelCreated(sample.rawValue)]
        case .outForDelivery: packages = [outForDelivery(sample.rawValue)]
        case .nothingFound: packages = nil
        }
        return Shipment(
            inquiryNumber: sample.rawValue, package: packages,
            userRelation: packages.map { _ in ["SHIPPER"] },
            warnings: packages == nil
                ? [Warning(code: "TW0001", message: "Tracking Information Not Found")] : nil)
    }

    private func delivered(_ number: String) -> Package {
        let history = [
            activity(.delivered, .lansing, hoursAgo: 20),
            activity(.outForDelivery, .lansing, hoursAgo: 27),
            activity(.arrived, .lansing, hoursAgo: 33),
            activity(.departed, .grandRapids, hoursAgo: 44),
            activity(.pickedUp, .grandRapids, hoursAgo: 50),
            activity(.labelCreated, .grandRapids, hoursAgo: 54),
        ]
        var package = package(number, .ground, history, to: .lansing)
        package.deliveryDate = [DeliveryDate(type: "DEL", date: stamp(hoursAgo: 20).date)]
        package.deliveryTime = DeliveryTime(type: "DEL", endTime: stamp(hoursAgo: 20).time)
        package.deliveryInformation = DeliveryInformation(location: "Dock", receivedBy: "OKAFOR")
        return package
    }

    private func inTransit(_ number: String) -> [Package] {
        let start = [
            activity(.departed, .grandRapids, hoursAgo: 14),
            activity(.pickedUp, .grandRapids, hoursAgo: 18),
            activity(.labelCreated, .grandRapids, hoursAgo: 22),
        ]
        let ahead = [activity(.arrived, .louisville, hoursAgo: 5)] + start
        let packages = [
            package(number, .nextDayAir, ahead, to: .denver, count: 3),
            package("1ZA1B2C30190000133", .nextDayAir, ahead, to: .denver, count: 3),
            package("1ZA1B2C30190000240", .nextDayAir, start, to: .denver, count: 3),
        ]
        return packages.map { package in
            var package = package
            package.deliveryDate = [DeliveryDate(type: "SDD", date: stamp(hoursAgo: -24).date)]
            package.deliveryTime = DeliveryTime(type: "CMT", endTime: "103000")
            return package
        }
    }

    private func exception(_ number: String) -> Package {
        let history = [
            activity(.wrongAddress, .denver, hoursAgo: 6),
            activity(.outForDelivery, .denver, hoursAgo: 11),
            activity(.arrived, .denver, hoursAgo: 15),
            activity(.pickedUp, .grandRapids, hoursAgo: 60),
            activity(.labelCreated, .grandRapids, hoursAgo: 63),
        ]
        var package = package(number, .threeDaySelect, history, to: .denver)
        package.deliveryDate = [
            DeliveryDate(type: "SDD", date: stamp(hoursAgo: 6).date),
            DeliveryDate(type: "RDD", date: stamp(hoursAgo: -42).date),
        ]
        package.deliveryTime = DeliveryTime(type: "EOD")
        return package
    }

    private func labelCreated(_ number: String) -> Package {
        let history = [activity(.labelCreated, .grandRapids, hoursAgo: 2, hoursFromGMT: -5)]
        return package(number, .secondDayAir, history, to: .lansing)
    }

    private func outForDelivery(_ number: String) -> Package {
        let history = [
            activity(.outForDelivery, .zurich, hoursAgo: 3),
            activity(.arrived, .zurich, hoursAgo: 8),
            activity(.cleared, .cologne, hoursAgo: 16),
            activity(.departed, .louisville, hoursAgo: 30),
            activity(.pickedUp, .grandRapids, hoursAgo: 46),
            activity(.labelCreated, .grandRapids, hoursAgo: 49),
        ]
        var package = package(number, .saver, history, to: .zurich)
        package.deliveryDate = [DeliveryDate(type: "SDD", date: stamp(hoursAgo: 0).date)]
        package.deliveryTime = DeliveryTime(type: "EDW", startTime: "130000", endTime: "170000")
        return package
    }

    private func package(
        _ number: String, _ service: Service, _ history: [Activity], to destination: Address, count: Int = 1
    ) -> Package {
        Package(
            trackingNumber: number, packageCount: count,
            currentStatus: history.first?.status ?? .labelCreated, activity: history, deliveryDate: [],
            milestones: history.reversed().enumerated().map { index, activity in
                Milestone(
                    code: activity.status.code, description: activity.status.simplifiedTextDescription,
                    state: "This milestone has already occurred", current: index == history.count - 1)
            },
            packageAddress: [
                PackageAddress(type: "ORIGIN", name: "Sample Shipper", address: .grandRapids),
                PackageAddress(type: "DESTINATION", name: "Sample Consignee", address: destination),
            ],
            referenceNumber: [ReferenceNumber(type: "SHIPMENT", number: "SO-\(number.suffix(4))")],
            service: service, weight: Weight(unitOfMeasurement: "LBS", weight: "12.40"),
            dimension: Dimension(length: "14.00", width: "10.00", height: "6.00", unitOfDimension: "IN"))
    }

    /// Local date and time, and the same in GMT as the YAML's examples have it: without zeros before its time.
    private func activity(
        _ status: Status, _ place: Address, hoursAgo: Double, hoursFromGMT: Int = 0
    ) -> Activity {
        let (date, time) = stamp(hoursAgo: hoursAgo - Double(hoursFromGMT))
        let (gmtDate, gmtTime) = stamp(hoursAgo: hoursAgo)
        let hours = abs(hoursFromGMT)
        return Activity(
            date: date, time: time, gmtDate: gmtDate, gmtTime: Int(gmtTime).map(String.init) ?? gmtTime,
            gmtOffset: (hoursFromGMT < 0 ? "-" : "+") + (hours < 10 ? "0\(hours)" : "\(hours)") + ":00",
            location: Location(address: place, slic: "4951"), status: status,
            logicalScan: status.type == "M")
    }

    /// YYYYMMDD and HHMMSS, in UTC.
    private func stamp(hoursAgo: Double) -> (date: String, time: String) {
        let text = (now - hoursAgo * 3600).formatted(.iso8601).filter(\.isNumber)
        return (String(text.prefix(8)), String(text.dropFirst(8)))
    }
}

extension Status {
    fileprivate static let labelCreated = Status(
        type: "M", code: "MP", statusCode: "003",
        description: "The shipper made a label. UPS awaits the package.",
        simplifiedTextDescription: "Label Created")
    fileprivate static let pickedUp = Status(
        type: "P", code: "PU", statusCode: "038", description: "Picked up",
        simplifiedTextDescription: "We Have Your Package")
    fileprivate static let departed = Status(
        type: "I", code: "DP", statusCode: "005", description: "Departed from facility",
        simplifiedTextDescription: "On the Way")
    fileprivate static let arrived = Status(
        type: "I", code: "AR", statusCode: "005", description: "Arrived at facility",
        simplifiedTextDescription: "On the Way")
    fileprivate static let cleared = Status(
        type: "X", code: "SR", statusCode: "014", description: "Released by the customs agency",
        simplifiedTextDescription: "On the Way")
    fileprivate static let outForDelivery = Status(
        type: "O", code: "OT", statusCode: "021", description: "Out for delivery today",
        simplifiedTextDescription: "Out for Delivery")
    fileprivate static let wrongAddress = Status(
        type: "X", code: "H1", statusCode: "029",
        description: "The street number is wrong. Delivery is rescheduled.",
        simplifiedTextDescription: "Exception: Action Required")
    fileprivate static let delivered = Status(
        type: "D", code: "FS", statusCode: "011", description: "Delivered",
        simplifiedTextDescription: "Delivered")
}

extension Service {
    fileprivate static let nextDayAir = Service(
        code: "001", levelCode: "001", description: "UPS Next Day Air")
    fileprivate static let secondDayAir = Service(
        code: "002", levelCode: "002", description: "UPS 2nd Day Air")
    fileprivate static let ground = Service(code: "003", levelCode: "003", description: "UPS Ground")
    fileprivate static let threeDaySelect = Service(
        code: "012", levelCode: "012", description: "UPS 3 Day Select")
    fileprivate static let saver = Service(code: "065", levelCode: "065", description: "UPS Worldwide Saver")
}

extension Address {
    fileprivate static let grandRapids = us("Grand Rapids", "MI", "49525")
    fileprivate static let lansing = us("Lansing", "MI", "48911")
    fileprivate static let louisville = us("Louisville", "KY", "40213")
    fileprivate static let denver = us("Denver", "CO", "80216")
    fileprivate static let cologne = Address(
        city: "Köln", postalCode: "51147", country: "DE", countryCode: "DE")
    fileprivate static let zurich = Address(
        city: "Zürich", postalCode: "8048", country: "CH", countryCode: "CH")

    private static func us(_ city: String, _ state: String, _ postalCode: String) -> Address {
        Address(city: city, stateProvince: state, postalCode: postalCode, country: "US", countryCode: "US")
    }
}
