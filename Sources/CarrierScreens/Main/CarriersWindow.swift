internal import CarrierCore
internal import TerminalKit

/// The table of carriers, which fills the screen under the other windows, and what can be done with them.
final class CarriersWindow: Window {
    private let desk: Desk
    private let keys: KeyRing
    private let editor: EditCarrier
    private let source: CarrierTableSource
    private let table: Table<CarrierLine>
    private var needsCarrier: [Button] = []

    init(_ desk: Desk, keys: KeyRing, edit: @escaping EditCarrier, onClose: @escaping () -> Void) {
        self.desk = desk
        self.keys = keys
        self.editor = edit
        source = CarrierTableSource(store: desk.store, keys: keys, clock: desk.clock)
        let table = Table(CarrierLine.columns, source: source)
        table.spacing = 1
        table.weight = 1
        self.table = table
        let isAdministrator = desk.session.isAdministrator
        let note = isAdministrator ? "" : "Operators change nothing: ask an administrator."
        let heading = Row {
            Label("Carriers", role: .title)
            Spacer()
            Label(Caption(verbatim: note), role: .faint)
        }
        let buttons = Row(alignment: .trailing) {}
        super.init(
            "Carriers", placement: .fill,
            content: Column {
                heading
                table
            }, footer: buttons)
        hasFrame = false
        isClosable = false
        help = FieldHelp.carriers

        func button(
            _ caption: Caption, _ command: Command?, changes: Bool = true,
            _ action: @escaping () async -> Void
        ) -> Button {
            let button = Button(caption, command: command) { [weak self] _ in
                await action()
                self?.table.focus()
            }
            button.isEnabled = isAdministrator || !changes
            button.obstacle = button.isEnabled ? "no carrier is chosen" : Session.administratorsOnly
            return button
        }
        let new = button("&New", .newCarrier) { [weak self] in await self?.new() }
        let open = button(isAdministrator ? "&Edit" : "&View", .editCarrier, changes: false) {
            [weak self] in await self?.openSelected()
        }
        let copy = button("&Copy", .copyCarrier) { [weak self] in await self?.copySelected() }
        let delete = button("&Delete", .deleteCarrier) { [weak self] in await self?.deleteSelected() }
        let importing = button("&Import", .importCarriers) { [weak self] in await self?.importCarriers() }
        let export = button("E&xport", .exportCarriers, changes: false) { [weak self] in
            await self?.exportCarriers()
        }
        let close = button("C&lose", nil, changes: false) { onClose() }
        buttons.replaceSubviews(with: [new, open, copy, delete, importing, export, close])
        needsCarrier = [open, export] + (isAdministrator ? [copy, delete] : [])

        source.onError = { [weak desk] error in desk?.program.start { await desk?.report(error) } }
        table.emptyText = isAdministrator ? "No carriers yet: New makes the first one." : "No carriers yet."
        table.onOpen = { [weak self] line in self?.desk.program.start { await self?.open(line.id) } }
        if isAdministrator {
            table.addTitle = "New"
            table.onAdd = { [weak self] in self?.desk.program.start { await self?.new() } }
        }
        table.onSelect = { [weak self] line in self?.enableButtons(hasCarrier: line != nil) }
    }

    /// Reads the table anew; the current carrier stays the current one.
    func refresh(alertDays: Int) {
        source.refresh(alertDays: alertDays)
        table.reload()
        enableButtons(hasCarrier: table.selected != nil)
    }

    /// The same as soon as the store has been read; what cannot be read is told.
    private func refreshAll() async {
        do {
            try keys.reload(from: desk.store)
            refresh(alertDays: try desk.store.settings().alertDays)
        } catch {
            await desk.report(error)
        }
    }

    private func enableButtons(hasCarrier: Bool) {
        for button in needsCarrier { button.isEnabled = hasCarrier }
    }

    // MARK: Actions

    func new() async {
        await edit(Carrier())
    }

    private func openSelected() async {
        if let line = table.selected { await open(line.id) }
    }

    /// Opens the editor on a carrier as it stands in the store now.
    func open(_ id: Int64) async {
        do {
            await edit(try desk.store.carrier(id: id))
        } catch {
            await desk.report(error)
            await refreshAll()
        }
    }

    /// Keys are made in the editor even when it is cancelled, so the table is read anew either way.
    private func edit(_ carrier: Carrier) async {
        let saved = await editor(desk, carrier)
        await refreshAll()
        if let id = saved?.id { table.select(id) }
    }

    private func copySelected() async {
        guard let line = table.selected,
            let name = await copyCarrier(desk, named: line.summary.name)
        else { return }
        await refreshAll()
        do {
            if let id = try desk.store.carrier(named: name).id { table.select(id) }
        } catch {
            await desk.report(error)
        }
    }

    private func deleteSelected() async {
        guard let line = table.selected else { return }
        let name = line.summary.name
        let isMeant = await desk.mayDestroy(
            "Delete Carrier", "Delete the carrier \(name) with its shipper accounts and keys?",
            button: "Delete")
        guard isMeant else { return }
        do {
            let (store, actor) = (desk.store, desk.session.actor)
            try await desk.working("Deleting \(name)") { try store.deleteCarrier(named: name, by: actor) }
        } catch {
            await desk.report(error)
        }
        await refreshAll()
    }

    private func importCarriers() async {
        guard let first = await CarrierScreens.importCarriers(desk) else { return }
        await refreshAll()
        do {
            if let id = try desk.store.carrier(named: first).id { table.select(id) }
        } catch {
            await desk.report(error)
        }
    }

    private func exportCarriers() async {
        guard let line = table.selected else { return }
        await CarrierScreens.exportCarriers(desk, selected: line.summary.name)
    }
}
