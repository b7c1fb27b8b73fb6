internal import CarrierCore
internal import TerminalKit

/// Tools ▸ Doctor: whether everything that keys depend on is as it should be.
func showDoctor(_ desk: Desk) async {
    await DoctorWindow(desk).run()
}

private final class DoctorWindow: Window {
    private nonisolated struct Line: Identifiable {
        let id: Int
        let finding: Finding
    }

    private let desk: Desk
    private let source: ArrayTableSource<Line>
    private let table: Table<Line>
    /// The current finding at full length, and what to do about it.
    private let message = Paragraph("", role: .emphasis, maxWidth: .max)
    private let advice = Paragraph("", maxWidth: .max)
    private let summary = Paragraph("", maxWidth: .max)
    private let spinner = Spinner("Examining the store and the way to UPS")
    private var again: Button?

    init(_ desk: Desk) {
        self.desk = desk
        var severity = TableColumn<Line>("Severity", width: 9, isSortable: false) {
            $0.finding.severity.title
        }
        severity.role = { $0.finding.severity.kind.role }
        severity.mark = { $0.finding.severity.kind }
        let columns = [
            severity,
            TableColumn<Line>("Check", width: 23, isSortable: false) { $0.finding.check.title },
            TableColumn<Line>("Finding", width: 30, weight: 1, isSortable: false) { $0.finding.message },
        ]
        source = ArrayTableSource([], columns: columns)
        let (table, message, advice) = (Table(columns, source: source), message, advice)
        let (summary, spinner) = (summary, spinner)
        self.table = table
        table.spacing = 1
        table.weight = 1
        table.isFilterable = false
        let footer = Row(alignment: .trailing) {}
        super.init(
            "Doctor", placement: .fill,
            content: Column {
                summary
                spinner
                table
                Paragraph("")
                message
                advice
            }, footer: footer)
        let again = Button("&Run Again", isDefault: true) { [weak self] _ in
            self?.whileOpen { await self?.examine() }
        }
        footer.replaceSubviews(with: [again, Button("C&lose", closes: .cancel)])
        self.again = again
        help = ToolsHelp.doctor
        table.onSelect = { [weak self] in self?.tell($0?.finding) }
    }

    func run() async {
        await desk.program.present(self) { whileOpen { await self.examine() } }
    }

    private func examine() async {
        settle(isRunning: true)
        show([])
        spinner.restart()
        desk.pendingWork += 1
        let findings = await desk.doctor.findings()
        desk.pendingWork -= 1
        guard !Task.isCancelled else { return }
        show(findings)
        settle(isRunning: false)
    }

    private func settle(isRunning: Bool) {
        again?.isEnabled = !isRunning
        spinner.isVisible = isRunning
        summary.isVisible = !isRunning
    }

    /// Shows all findings, the first of the worst as the current one.
    private func show(_ findings: [Finding]) {
        source.all = findings.enumerated().map(Line.init)
        table.reload()
        let (errors, warnings) = (
            findings.filter { $0.severity == .error }, findings.filter { $0.severity == .warning }
        )
        if let worst = source.all.max(by: { $0.finding.severity < $1.finding.severity }) {
            let first = source.all.first { $0.finding.severity == worst.finding.severity }
            table.select(first?.id ?? worst.id)
        }
        tell(table.selected?.finding)
        summary.text = "\(errors.counted("error")), \(warnings.counted("warning"))."
        summary.role = errors.isEmpty ? warnings.isEmpty ? .success : .warning : .error
    }

    private func tell(_ finding: Finding?) {
        message.text = finding?.message ?? ""
        advice.text = finding.map { $0.advice.isEmpty ? "There is nothing to do." : $0.advice } ?? ""
    }
}

extension Finding.Severity {
    fileprivate nonisolated var kind: MessageKind {
        switch self {
        case .ok: .success
        case .warning: .warning
        case .error: .error
        }
    }
}
