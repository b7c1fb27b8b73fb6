internal import CarrierCore
internal import TerminalKit

/// Setup ▸ Adapters: what calls UPS with a key of its own, and how each stands.
func showAdapters(_ desk: Desk) async {
    await desk.program.present(AdaptersWindow(desk))
}

private final class AdaptersWindow: Window {
    private let desk: Desk
    private let source: ArrayTableSource<AdapterLine>
    private let table: Table<AdapterLine>
    /// Why the current adapter is not ready, where there is more to say than its status.
    private let reason = Paragraph("", role: .error, maxWidth: .max)

    init(_ desk: Desk) {
        self.desk = desk
        source = ArrayTableSource([], columns: AdapterLine.columns)
        let (table, reason) = (Table(AdapterLine.columns, source: source), reason)
        self.table = table
        table.spacing = 1
        table.weight = 1
        let footer = Row(alignment: .trailing) {}
        super.init(
            "Adapters", placement: .fill,
            content: Column {
                Label("Adapters", role: .title)
                table
                reason
            }, footer: footer)
        hasFrame = false
        keepsMenu = true
        help = AdapterHelp.adapters
        let isAdministrator = desk.session.isAdministrator
        let configure = Button(Self.configureCaption(isAdministrator)) { [weak self] _ in
            await self?.configure()
        }
        let maintain = Button("&Run Maintenance") { [weak self] _ in await self?.maintain() }
        maintain.help = AdapterHelp.maintenance
        maintain.isEnabled = isAdministrator
        maintain.obstacle = Session.administratorsOnly
        footer.replaceSubviews(with: [configure, maintain, Button("C&lose", closes: .cancel)])
        table.onOpen = { [weak self] _ in self?.desk.program.start { await self?.configure() } }
        table.onSelect = { [weak self] _ in self?.tellReason() }
        table.menu = { [weak self] _ in
            [
                MenuItem(Self.configureCaption(isAdministrator)) { await self?.configure() },
                MenuItem("&Run Maintenance", obstacle: { isAdministrator ? nil : Session.administratorsOnly })
                { await self?.maintain() },
            ]
        }
        reload()
    }

    private static func configureCaption(_ isAdministrator: Bool) -> Caption {
        isAdministrator ? "&Edit Configuration" : "&View Configuration"
    }

    private func reload() {
        do {
            source.all = try desk.store.adapterStandings().map(AdapterLine.init)
            table.reload()
        } catch {
            desk.program.start { [desk] in await desk.report(error) }
        }
        tellReason()
    }

    private func tellReason() {
        reason.text =
            if let line = table.selected, line.status == .needMaintenance,
                case .failed(_, let sentence) = line.adapter.maintenance
            { "Maintenance failed: \(sentence)" } else { "" }
    }

    private func configure() async {
        guard let name = table.selected?.adapter.name else { return }
        await configureAdapter(desk, named: name)
        reload()
        table.focus()
    }

    private func maintain() async {
        guard let adapter = table.selected?.adapter else { return }
        await runMaintenance(desk, adapter)
        reload()
        table.focus()
    }
}
