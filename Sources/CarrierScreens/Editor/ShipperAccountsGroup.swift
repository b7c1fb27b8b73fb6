internal import CarrierCore
internal import TerminalKit

/// A row of the table, known by its shipper number, which is unique in a carrier.
struct AccountRow: Identifiable {
    let account: ShipperAccount
    var id: String { account.number }
}

/// Group `Shipper Accounts`: the table and what can be done with its rows.
final class ShipperAccountsGroup {
    private let desk: Desk
    private let draft: CarrierDraft
    private let source: ArrayTableSource<AccountRow>
    private let table: Table<AccountRow>

    init(_ desk: Desk, _ draft: CarrierDraft) {
        self.desk = desk
        self.draft = draft
        let columns: [TableColumn<AccountRow>] = [
            TableColumn("Account Name", width: 12, weight: 1, limit: 35) { $0.account.name },
            TableColumn("Shipper Number", width: 7) { $0.account.number },
            TableColumn("Postal Code", width: 9) { $0.account.postalCode },
            TableColumn("Country Code", width: 7) { $0.account.country },
            TableColumn("Default", width: 7, alignment: .center) { [program = desk.program] in
                $0.account.isDefault ? String(program.theme.glyphs.check) : ""
            },
        ]
        source = ArrayTableSource([], columns: columns)
        table = Table(columns, source: source)
        table.height = 5
        table.spacing = 1
        table.isFilterable = false
        table.emptyText = "No shipper accounts yet."
        table.help = EditorHelp.text(for: "accounts")
        draft.watch { [unowned draft, source, table] in
            guard source.all.map(\.account) != draft.carrier.accounts else { return }
            source.all = draft.carrier.accounts.map { AccountRow(account: $0) }
            table.reload()
        }
    }

    func makeView() -> GroupBox {
        GroupBox("&Shipper Accounts") {
            table
            if !draft.isReadOnly { buttons() }
        }
    }

    private func buttons() -> Row {
        table.onOpen = { [self] row in desk.program.start { await self.edit(row.account) } }
        table.onAdd = { [self] in desk.program.start { await self.add() } }
        let onRow: [(Caption, String, (ShipperAccount) async -> Void)] = [
            (
                "Set &Default", "Makes the current account the one that is billed unless another is chosen.",
                setDefault
            ),
            ("Edi&t", "Opens the current account.", edit),
            ("Remo&ve", "Takes the current account out of this carrier; the account at UPS stays.", remove),
        ]
        let rowButtons = onRow.map { caption, help, act in
            let button = Button(caption) { [table] _ in
                if let row = table.selected { await act(row.account) }
            }
            button.help = help
            return button
        }
        let existing = Button("Add E&xisting Shipping Account") { [self] _ in await add() }
        existing.help = "Adds an account that UPS has opened already, by its shipper number."
        draft.watch { [unowned draft] in
            for button in rowButtons { button.isEnabled = !draft.carrier.accounts.isEmpty }
        }
        return Row(spacing: 1) {
            existing
            rowButtons
        }
    }

    private func add() async {
        let taken = draft.carrier.accounts.map(\.number)
        guard let account = await editShipperAccount(desk, nil, taken: taken) else { return }
        draft.carrier.addAccount(account)
        if let added = draft.carrier.accounts.last { table.select(added.number) }
    }

    private func edit(_ account: ShipperAccount) async {
        let taken = draft.carrier.accounts.map(\.number).filter { $0 != account.number }
        guard let changed = await editShipperAccount(desk, account, taken: taken) else { return }
        change { try $0.replaceAccount(account.number, with: changed) }
    }

    private func setDefault(_ account: ShipperAccount) async {
        change { try $0.setDefaultAccount(account.number) }
    }

    private func remove(_ account: ShipperAccount) async {
        let text = "Remove the shipper account \(account.number) from this carrier?"
        guard await desk.mayDestroy("Remove", text, button: "Remove") else { return }
        change { try $0.removeAccount(account.number) }
    }

    /// The account asked for is the table's own, so that it is there is certain; anything else is told.
    private func change(_ change: (inout Carrier) throws -> Void) {
        do {
            try change(&draft.carrier)
        } catch {
            desk.program.start { [desk] in await desk.report(error) }
        }
    }
}
