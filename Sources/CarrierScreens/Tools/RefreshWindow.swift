internal import CarrierCore
internal import TerminalKit

/// Tools ▸ Refresh Keys: renews the keys of carriers and adapters that are due, or all, many at once.
func showRefreshKeys(_ desk: Desk) async {
    do {
        let window = RefreshWindow(desk, try desk.store.settings())
        try window.list()
        await desk.program.present(window)
    } catch {
        await desk.report(error)
    }
}

/// Window `Refresh Keys`: a line per key, and how far the renewals are.
///
/// Leaving it begins no further key and waits for those that have begun, for a refresh token works once.
private final class RefreshWindow: Window {
    private enum Which { case due, all }

    private let desk: Desk
    private let settings: Settings
    /// How far ahead a key is due, in words.
    private let days: String
    private let which: RadioGroup<Which>
    private let source: ArrayTableSource<RefreshLine>
    private let table: Table<RefreshLine>
    /// The current line's outcome at full length.
    private let detail = Paragraph("", maxWidth: .max)
    private let summary = Paragraph("", maxWidth: .max)
    private let bar = ProgressBar(columns: 20)
    private let spinner = Spinner("")
    private let progress: Row
    private var refreshButton: Button?
    private let closeButton = Button("C&lose", closes: .cancel)
    private var underWay: Task<Void, Never>?
    private var goesOn = true

    init(_ desk: Desk, _ settings: Settings) {
        self.desk = desk
        self.settings = settings
        days = "\(settings.alertDays) day\(settings.alertDays == 1 ? "" : "s")"
        which = RadioGroup([Choice(.due, "Due within \(days)"), Choice(.all, "All")], selection: .due)
        source = ArrayTableSource([], columns: RefreshLine.columns)
        let (which, table) = (which, Table(RefreshLine.columns, source: source))
        let (detail, summary, bar, spinner) = (detail, summary, bar, spinner)
        let progress = Row {
            bar
            spinner
        }
        self.table = table
        self.progress = progress
        let footer = Row(alignment: .trailing) {}
        super.init(
            "Refresh Keys", placement: .fill,
            content: Column {
                Form { Field("&Keys", which) }
                table
                detail
                summary
                progress
            }, footer: footer)
        let refresh = Button("&Refresh", isDefault: true) { [weak self] _ in await self?.refresh() }
        footer.replaceSubviews(with: [refresh, closeButton])
        refreshButton = refresh
        help = ToolsHelp.refresh
        which.help = ToolsHelp.refreshWhich
        which.onChange = { [weak self] _ in self?.relist() }
        table.spacing = 1
        table.weight = 1
        table.help = ToolsHelp.refresh
        table.onSelect = { [weak self] _ in self?.tellDetail() }
        progress.isVisible = false
        mayClose = { [weak self] command in await self?.mayLeave(command) ?? true }
    }

    // MARK: The list

    /// Lists the keys as they stand, none of them asked yet.
    func list() throws(CarrierError) {
        let inUse = try desk.store.grants().inUse
        let now = desk.clock.now()
        source.all = inUse.filter { key in
            which.selection == .all || key.grant.isDue(within: settings.alertDays, at: now)
        }.map(line)
        table.emptyText =
            inUse.isEmpty
            ? "There is no key in use. The Carrier Editor's Add Key makes one."
            : "No key ends within \(days). All lists every key."
        table.reload()
        summary.text =
            source.all.isEmpty
            ? "" : "The tokens in use stay until UPS has given new ones and they have been stored."
        settle()
    }

    private func relist() {
        do { try list() } catch { tell(error) }
    }

    private func line(_ key: OwnedGrant) -> RefreshLine {
        RefreshLine(
            key: key,
            standing: KeyStanding(key.grant, at: desk.clock.now(), alertDays: settings.alertDays))
    }

    private func tell(_ error: CarrierError) {
        desk.program.start { [desk] in await desk.report(error) }
    }

    private func settle() {
        let isRunning = underWay != nil
        refreshButton?.isEnabled = !isRunning && source.all.contains { !$0.isRenewed }
        which.isEnabled = !isRunning
        closeButton.caption = isRunning ? "Cance&l" : "C&lose"
        progress.isVisible = isRunning
        summary.isVisible = !isRunning
        tellDetail()
    }

    private func tellDetail() {
        guard let line = table.selected else { return detail.text = "" }
        if let problem = line.problem {
            detail.text = problem.description
        } else if let end = line.key.grant.expiry {
            detail.text = "\(line.key.ownerName): ends on \(LocalDate.text(end, settings.dateForm))."
        } else {
            detail.text = "\(line.key.ownerName): renews itself with the app's own credentials."
        }
    }

    // MARK: Renewing

    /// Renews all keys of the list that have not been; the last ones that failed are tried again.
    private func refresh() async {
        let keys = source.all.filter { !$0.isRenewed }.map(\.key)
        for index in source.all.indices where !source.all[index].isRenewed {
            source.all[index].outcome = .waiting
        }
        goesOn = true
        (bar.fraction, bar.text) = (0, "0 of \(keys.count)")
        spinner.purpose = "Asking UPS"
        spinner.restart()
        let work = Task { await renew(keys) }
        underWay = work
        table.reload()
        settle()
        table.focus()
        await work.value
        underWay = nil
        end(of: keys.count)
    }

    private func renew(_ keys: [OwnedGrant]) async {
        let outcomes = Renewals(broker: desk.broker).renew(keys) { [weak self] in await self?.goesOn ?? false
        }
        var done = 0
        for await outcome in outcomes {
            done += 1
            (bar.fraction, bar.text) = (Double(done) / Double(keys.count), "\(done) of \(keys.count)")
            show(outcome)
        }
    }

    private func show(_ outcome: Renewals.Outcome) {
        guard let index = source.all.firstIndex(where: { $0.id == outcome.key.grant.id }) else { return }
        source.all[index].outcome = outcome.problem.map(RefreshLine.Outcome.failed) ?? .renewed
        table.reload()
        tellDetail()
    }

    /// Shows the keys as they stand now, and what came of it.
    private func end(of count: Int) {
        do {
            let keys = Dictionary(uniqueKeysWithValues: try desk.store.grants().map { ($0.grant.id, $0) })
            source.all = source.all.map { old in
                var new = line(keys[old.id] ?? old.key)
                if case .waiting = old.outcome { return new }
                new.outcome = old.outcome
                return new
            }
        } catch {
            tell(error)
        }
        table.reload()
        let failed = source.all.count { $0.problem != nil }
        let left = source.all.count { !$0.isRenewed } - failed
        summary.text = [
            "Renewed: \(count - failed - left) of \(count).",
            failed > 0 ? "Not renewed: \(failed); choose a line to read why." : "",
            left > 0 ? "Not begun: \(left)." : "",
        ].filter { !$0.isEmpty }.joined(separator: " ")
        settle()
    }

    /// While keys are being renewed, Cancel ends it after those that have begun, and quitting waits for them.
    private func mayLeave(_ command: Command) async -> Bool {
        guard let underWay else { return true }
        goesOn = false
        spinner.purpose = "Finishing what has begun"
        guard command == .quit else { return false }
        await underWay.value
        return true
    }
}
