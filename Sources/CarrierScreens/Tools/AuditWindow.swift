internal import CarrierCore
internal import TerminalKit

/// How many of the newest events are shown.
private let limit = 5000

/// Tools ▸ Audit: who did what, the newest first.
func showAudit(_ desk: Desk) async {
    nonisolated struct Line: Identifiable {
        let id: Int
        let event: AuditEvent
    }
    do {
        let form = try desk.store.settings().dateForm
        let lines = try desk.store.auditEvents(limit: limit).reversed().enumerated().map(Line.init)
        let table = Table(
            [
                TableColumn<Line>("Time", width: 22) { LocalDate.text($0.event.at, form) }
                    .sorted { $0.event.at },
                TableColumn<Line>("Who", width: 10) { $0.event.actor },
                TableColumn<Line>("Action", width: 14) { $0.event.action },
                TableColumn<Line>("What", width: 14, weight: 1) { $0.event.subject },
                TableColumn<Line>("Detail", width: 6, weight: 1) { $0.event.detail },
            ], rows: lines)
        table.spacing = 1
        table.weight = 1
        await desk.program.present(Window("Audit", placement: .fill, buttons: [.close()]) { table })
    } catch {
        await desk.report(error)
    }
}
