import CarrierCore

/// What `track` prints for people: a row for each package, one shipment after another.
struct TrackingTable {
    private static let head = ["NUMBER", "STATUS", "DELIVERY DATE", "SERVICE", "DESCRIPTION"]
    /// What UPS's numbers, usual states and services take, and a rescheduled date: who prints the first row does not know
    /// the last.
    private static let widths = [18, 26, 24, 20]

    /// Whether each package's activities follow.
    let hasActivities: Bool
    private var hasHead = false

    init(hasActivities: Bool) {
        self.hasActivities = hasActivities
    }

    mutating func print(_ shipment: TrackedShipment) {
        let rows = shipment.packages.map {
            [$0.number, $0.status, Self.delivery($0), $0.service, $0.description]
        }
        if hasActivities {
            if !rows.isEmpty { Output.table(Self.head, rows) }
        } else {
            for row in hasHead || rows.isEmpty ? rows : [Self.head] + rows {
                Output.row(row, widths: Self.widths)
            }
            hasHead = hasHead || !rows.isEmpty
        }
        for warning in shipment.warnings { Output.remark("UPS: \(warning)") }
        if let shortfall = shipment.shortfall { Output.remark("\(shipment.inquiryNumber): \(shortfall)") }
        guard hasActivities else { return }
        for package in shipment.packages where !package.activities.isEmpty {
            Output.line("")
            if rows.count > 1 { Output.row("NUMBER", package.number) }
            Output.table(
                ["DATE", "LOCATION", "ACTIVITY"],
                package.activities.map { [$0.localTime, $0.location, $0.description] })
        }
    }

    private static func delivery(_ package: TrackedPackage) -> String {
        guard let delivery = package.delivery else { return "" }
        return switch delivery.kind {
        case .scheduled: delivery.date
        case .rescheduled: "\(delivery.date) (rescheduled)"
        case .delivered: "\(delivery.date) (delivered)"
        }
    }
}
