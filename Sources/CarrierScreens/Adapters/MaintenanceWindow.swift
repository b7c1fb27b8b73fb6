internal import CarrierCore
internal import TerminalKit

/// Runs an adapter's maintenance in a window with a line per shipper; Cancel ends it before its end.
func runMaintenance(_ desk: Desk, _ adapter: Adapter) async {
    await MaintenanceWindow(desk, adapter).run()
}

private final class MaintenanceWindow {
    private let desk: Desk
    private let adapter: Adapter
    private let lines: [String: Paragraph]
    /// Whether a line says what is wrong.
    private var isTold = false
    private let outcome = Paragraph("", maxWidth: 66)
    private let spinner: Spinner
    private let window: Window
    private let close = Button("Cancel", closes: .cancel, isDefault: true)

    init(_ desk: Desk, _ adapter: Adapter) {
        self.desk = desk
        self.adapter = adapter
        let (spinner, outcome) = (Spinner("Trying the key at UPS"), outcome)
        self.spinner = spinner
        let rows = adapter.shippers.map {
            (number: $0, line: Paragraph("not tried yet", role: .faint, maxWidth: .max))
        }
        lines = Dictionary(uniqueKeysWithValues: rows.map { ($0.number, $0.line) })
        outcome.isVisible = false
        window = Window("Run Maintenance", buttons: [close]) {
            Paragraph(adapter.name, role: .title)
            Paragraph("The key is tried with a tracking call, and for each shipper account.")
            Paragraph("")
            ScrollView {
                Form { rows.map { Field(Caption(verbatim: $0.number), $0.line) as View } }
            }
            Paragraph("")
            spinner
            outcome
        }
        window.help = AdapterHelp.maintenance
    }

    func run() async {
        await desk.program.present(window) { window.whileOpen { await self.maintain() } }
    }

    private func maintain() async {
        do {
            try await desk.maintenance.run(adapter.name, by: desk.session.actor) { line in
                await self.show(line)
            }
            end("The adapter is Ready.", .success)
        } catch {
            end(isTold ? error.advice : error.description, .error)
        }
    }

    private func show(_ found: AdapterMaintenance.Line) {
        isTold = isTold || found.problem != nil
        guard let line = lines[found.shipper] else { return }
        (line.text, line.role) = (found.text, found.problem == nil ? .success : .error)
    }

    private func end(_ text: String, _ role: TerminalKit.Role) {
        spinner.isVisible = false
        (outcome.text, outcome.role) = (text, role)
        outcome.isVisible = true
        close.caption = "Close"
    }
}
