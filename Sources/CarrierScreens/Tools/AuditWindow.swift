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
                TableColumn<Line>("Who", width: 8, weight: 1) { $0.event.actor },
                TableColumn<Line>("Action", width: 14) { $0.event.action },
                TableColumn<Line>("What", width: 26, weight: 3) { $0.event.subject },
            ], rows: lines)
        table.spacing = 1
        table.weight = 1
        let (subject, detail) = (
            Paragraph("", role: .emphasis, maxWidth: .max), Paragraph("", maxWidth: .max)
        )
        func tell(_ event: AuditEvent?) {
            subject.text = event?.subject ?? ""
            detail.text = event?.detailInWords ?? ""
        }
        table.onSelect = { tell($0?.event) }
        table.reload()
        let window = Window("Audit", placement: .fill, buttons: [.close()]) {
            table
            Paragraph("")
            subject
            detail
        }
        window.help = ToolsHelp.audit
        await desk.program.present(window)
    } catch {
        await desk.report(error)
    }
}

extension AuditEvent {
    /// The detail with the fields of a carrier by their labels.
    fileprivate var detailInWords: String {
        guard subject.hasPrefix("carrier ") else { return detail }
        return detail.split(separator: ", ").map { CarrierField.label(of: String($0)) }.joined(
            separator: ", ")
    }
}
