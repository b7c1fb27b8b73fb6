internal import CarrierCore
internal import TerminalKit

/// The packages of a tracking number, and what happened to the current one.
final class TrackedPackages: View {
    private nonisolated struct PackageLine: Identifiable {
        let id: Int
        let package: TrackedPackage
    }

    private nonisolated struct ActivityLine: Identifiable {
        let id: Int
        let activity: TrackedActivity
    }

    private let packageSource: ArrayTableSource<PackageLine>
    private let packages: Table<PackageLine>
    private let activitySource: ArrayTableSource<ActivityLine>
    private let activities: Table<ActivityLine>
    /// How the current package travels and where it is, and its current activity at full length.
    private let summary = Paragraph("", maxWidth: .max)
    private let detail = Paragraph("", role: .faint, maxWidth: .max)
    private let column: Column

    init(dateForm: DateForm) {
        let packageColumns: [TableColumn<PackageLine>] = [
            TableColumn("Package", width: 18) { $0.package.number },
            TableColumn("Status", width: 18, weight: 1) { $0.package.status },
            TableColumn<PackageLine>("Delivery", width: 24, weight: 1) { line in
                line.package.delivery.map { "\($0.kind.title) \(PlaceTime.text($0.date, dateForm))" } ?? ""
            }
            // As UPS writes it: year, month, day.
            .sorted { $0.package.delivery?.date ?? "" },
        ]
        let activityColumns: [TableColumn<ActivityLine>] = [
            TableColumn<ActivityLine>("Time", width: 22) { PlaceTime.text($0.activity.localTime, dateForm) }
                .sorted { $0.activity.localTime },
            TableColumn("Place", width: 18, weight: 1) { $0.activity.location },
            TableColumn("Activity", width: 24, weight: 2) { $0.activity.description },
        ]
        packageSource = ArrayTableSource([], columns: packageColumns)
        packages = Table(packageColumns, source: packageSource)
        activitySource = ArrayTableSource([], columns: activityColumns)
        activities = Table(activityColumns, source: activitySource)
        packages.isFilterable = false
        packages.spacing = 1
        packages.help = AdapterHelp.packages
        activities.isFilterable = false
        activities.spacing = 1
        activities.weight = 1
        activities.help = AdapterHelp.activities
        let views = [Paragraph(""), packages, Paragraph(""), summary, activities, detail] as [View]
        column = Column { views }
        column.weight = 1
        super.init()
        weight = 1
        add(column)
        packages.onSelect = { [weak self] in self?.showActivities(of: $0?.package) }
        activities.onSelect = { [detail] in detail.text = $0?.activity.description ?? "" }
        show([])
    }

    func show(_ found: [TrackedPackage]) {
        isVisible = !found.isEmpty
        packages.height = min(found.count, 5) + 1
        packageSource.all = found.enumerated().map(PackageLine.init)
        packages.reload()
        showActivities(of: packages.selected?.package)
    }

    private func showActivities(of package: TrackedPackage?) {
        summary.text = [package?.service, package?.description].compactMap(\.self)
            .filter { !$0.isEmpty }.joined(separator: ": ")
        activitySource.all = (package?.activities ?? []).enumerated().map(ActivityLine.init)
        activities.reload()
        detail.text = activities.selected?.activity.description ?? ""
    }

    override func measure(width: Int) -> Size { column.measure(width: width) }

    override func layout() { column.place(in: bounds) }
}

extension TrackedDelivery.Kind {
    fileprivate nonisolated var title: String {
        switch self {
        case .delivered: "delivered"
        case .rescheduled: "rescheduled"
        case .scheduled: "scheduled"
        }
    }
}
