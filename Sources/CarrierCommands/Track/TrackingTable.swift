import CarrierCore

/// What `track` prints for people.
enum TrackingTable {
    /// A row for each package; for a single number its activities, too. Nothing where nothing was found.
    static func print(_ answers: [TrackingAnswer]) {
        // The failures are told on standard error.
        let shipments = answers.compactMap { try? $0.result.get() }
        let packages = shipments.flatMap(\.packages)
        guard !packages.isEmpty else { return }
        Output.table(
            ["NUMBER", "STATUS", "DELIVERY DATE", "SERVICE", "DESCRIPTION"],
            packages.map { [$0.number, $0.status, delivery($0), $0.service, $0.description] })
        for warning in shipments.flatMap(\.warnings) { Output.remark("UPS: \(warning)") }
        for shipment in shipments {
            if let shortfall = shipment.shortfall { Output.remark("\(shipment.inquiryNumber): \(shortfall)") }
        }
        guard answers.count == 1 else { return }
        for package in packages where !package.activities.isEmpty {
            Output.line("")
            if packages.count > 1 { Output.row("NUMBER", package.number) }
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
