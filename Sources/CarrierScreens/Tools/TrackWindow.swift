internal import CarrierCore
internal import TerminalKit

/// Tools ▸ Track: where the packages of a tracking number are, asked of UPS through an adapter.
func showTracking(_ desk: Desk) async {
    do {
        let roads = try TrackingRoad.all(desk.store)
        await desk.program.present(TrackWindow(desk, roads, dateForm: try desk.store.settings().dateForm))
    } catch {
        await desk.report(error)
    }
}

/// Window `Track`: the number, and what UPS knows of it.
private final class TrackWindow: Window {
    private let desk: Desk
    private let number = TextField(maxLength: 60, columns: 36)
    private let road: DropDown<TrackingRoad>
    /// What UPS said where there are no packages to show.
    private let answer = Paragraph("", maxWidth: .max)
    private let packages: TrackedPackages

    init(_ desk: Desk, _ roads: [TrackingRoad], dateForm: DateForm) {
        self.desk = desk
        road = DropDown(roads.map { Choice($0, $0.title) }, selection: roads[0])
        packages = TrackedPackages(dateForm: dateForm)
        let (number, road, answer, packages) = (number, road, answer, packages)
        let roadField = Field("&Adapter", road)
        roadField.isVisible = roads.count > 1
        let ask = Row(spacing: 1) {}
        super.init(
            "Track", placement: .fill,
            content: Column {
                Form {
                    Field("Tracking &Number", ask, isRequired: true)
                    roadField
                }
                answer
                packages
            }, footer: Row(alignment: .trailing) { Button("C&lose", closes: .cancel) })
        let track = Button("&Track", isDefault: true) { [weak self] _ in await self?.track() }
        ask.replaceSubviews(with: [number, track])
        // Numbers are copied from papers and mails with spaces in them.
        number.filter = { $0.isWhitespace ? nil : $0 }
        number.help = AdapterHelp.trackingNumber
        help = AdapterHelp.trackingNumber
        number.name = "Tracking Number"
        road.help = AdapterHelp.trackingAdapter
    }

    /// Asks UPS; what it answers takes the place of the last answer, and the number stays.
    private func track() async {
        guard !number.isEmpty else {
            number.show(problem: "Tracking Number is required.")
            return number.focus()
        }
        number.show(problem: nil)
        do {
            let (desk, number, road) = (desk, number.text, road.selection)
            let shipment = try await desk.program.waiting(for: "Asking UPS about \(number)", title: "Track") {
                let adapter = try desk.store.adapter(named: road.adapter)
                return try await desk.tracker.track(number, with: adapter, endpoint: road.endpoint)
            }
            show(shipment)
        } catch let error as CarrierError {
            guard !error.isCancellation else { return }
            show(error)
        } catch {
            // The person gave up waiting.
        }
    }

    private func show(_ shipment: TrackedShipment) {
        packages.show(shipment.packages)
        let found = shipment.shortfall ?? "\(shipment.packages.counted("package"))."
        answer.text = ([found] + shipment.warnings).joined(separator: " ")
        answer.role = shipment.shortfall == nil ? .success : .warning
    }

    private func show(_ error: CarrierError) {
        packages.show([])
        (answer.text, answer.role) = ("\(error.message)\n\(error.advice)", .error)
        number.focus()
    }
}
