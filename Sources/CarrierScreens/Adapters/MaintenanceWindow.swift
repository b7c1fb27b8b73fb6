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
    private let outcome = Paragraph("", maxWidth: 66)
    private let spinner: Spinner
    private let window: Window
    private let close = Button("Cancel", closes: .cancel, isDefault: true)

    init(_ desk: Desk, _ adapter: Adapter) {
        self.desk = desk
        self.adapter = adapter
        let (spinner, outcome) = (Spinner("Running maintenance"), outcome)
        self.spinner = spinner
        let rows = adapter.shippers.map { (number: $0, line: Paragraph("waiting", role: .faint, maxWidth: .max)) }
        lines = Dictionary(uniqueKeysWithValues: rows.map { ($0.number, $0.line) })
        outcome.isVisible = false
        window = Window("Run Maintenance", buttons: [close]) {
            Paragraph(adapter.name, role: .title)
            Paragraph("The key is tried for each shipper account, and then with a tracking call.")
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
        await withCheckedContinuation { (closed: CheckedContinuation<Void, Never>) in
            desk.program.open(window) { _ in closed.resume() }
            window.whileOpen { await self.maintain() }
        }
    }

    private func maintain() async {
        do {
            try await desk.maintenance.run(adapter.name, by: desk.session.actor) { step in
                await self.show(step)
            }
            end("The adapter is Ready.", .success)
        } catch {
            end(error.description, .error)
        }
    }

    private func show(_ step: AdapterMaintenance.Step) {
        switch step {
        case .asking(let shipper): set(shipper, "asking UPS for a token", .window)
        case .passed(let shipper): set(shipper, "UPS gave a token", .success)
        case .failed(let shipper, let reason): set(shipper, reason, .error)
        case .tracking: spinner.purpose = "Making a tracking call"
        }
    }

    private func set(_ shipper: String, _ text: String, _ role: TerminalKit.Role) {
        lines[shipper]?.text = text
        lines[shipper]?.role = role
    }

    private func end(_ text: String, _ role: TerminalKit.Role) {
        spinner.isVisible = false
        (outcome.text, outcome.role) = (text, role)
        outcome.isVisible = true
        close.caption = "Close"
    }
}
