internal import CarrierCore
internal import TerminalKit

/// A line of the table of carriers.
nonisolated struct CarrierLine: Identifiable {
    let summary: CarrierSummary
    let test: KeyStanding
    let production: KeyStanding

    var id: Int64 { summary.id }
}

extension CarrierLine {
    /// The columns in the order of the screen; ``CarrierTableSource`` knows what each is sorted by.
    @MainActor static var columns: [TableColumn<CarrierLine>] {
        [
            TableColumn("Carrier Name", width: 12, weight: 1, limit: 50) { $0.summary.name },
            // The store holds carriers of UPS alone.
            TableColumn("Type", width: 4) { _ in "UPS" },
            TableColumn("API Type", width: 8) { $0.summary.apiType == .rest ? "REST API" : "Legacy" },
            TableColumn("Endpoint", width: 10) { $0.summary.endpoint.title },
            TableColumn("Test key", width: 12, role: { $0.test.state.role }, text: { $0.test.word }),
            TableColumn(
                "Production key", width: 14, role: { $0.production.state.role },
                text: { $0.production.word }),
            TableColumn("Active", width: 6, role: { $0.summary.isInactive ? .faint : nil }) {
                $0.summary.isInactive ? "no" : "yes"
            },
        ]
    }
}
