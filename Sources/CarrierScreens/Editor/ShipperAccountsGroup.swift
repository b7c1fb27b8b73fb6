import CarrierCore
import TerminalKit

extension ShipperAccount: @retroactive Identifiable {
    public var id: String { number }
}

/// Group `Shipper Accounts`: the table and what can be done with its rows.
final class ShipperAccountsGroup {
    private let desk: Desk
    private let draft: CarrierDraft
    private let source: ArrayTableSource<ShipperAccount>
    private let table: Table<ShipperAccount>

    init(_ desk: Desk, _ draft: CarrierDraft) {
        self.desk = desk
        self.draft = draft
        let columns: [TableColumn<ShipperAccount>] = [
            TableColumn("Account Name", width: 9, weight: 3) { $0.name },
            TableColumn("Shipper Number", width: 12, weight: 1) { $0.number },
            TableColumn("Postal Code", width: 11) { $0.postalCode },
            TableColumn("Country Code", width: 7, weight: 2) { $0.country },
            TableColumn("Default", width: 7, alignment: .center) { $0.isDefault ? "✔" : "" },
        ]
        source = ArrayTableSource([], columns: columns)
        table = Table(columns, source: source)
        table.height = 5
        table.isFilterable = false
        table.emptyText = "No shipper accounts yet."
        table.help = FieldHelp.text(for: "accounts")
        draft.watch { [unowned draft, source, table] in
            guard source.all != draft.carrier.accounts else { return }
            source.all = draft.carrier.accounts
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
        table.onOpen = { [self] account in desk.program.start { await self.edit(account) } }
        let onRow: [(Caption, String, (ShipperAccount) async -> Void)] = [
            ("Set &Default", "Makes the current account the one that is billed unless another is chosen.", setDefault),
            ("Edi&t", "Opens the current account.", edit),
            ("Remo&ve", "Takes the current account out of this carrier; the account at UPS stays.", remove),
        ]
        let rowButtons = onRow.map { caption, help, act in
            let button = Button(caption) { [table] _ in
                if let account = table.selected { await act(account) }
            }
            button.help = help
            return button
        }
        let add = Button("Add E&xisting Shipping Account") { [self] _ in await add() }
        add.help = "Adds an account that UPS has opened already, by its shipper number."
        draft.watch { [unowned draft] in
            for button in rowButtons { button.isEnabled = !draft.carrier.accounts.isEmpty }
        }
        return Row(spacing: 1) {
            add
            rowButtons
        }
    }

    private func add() async {
        let taken = draft.carrier.accounts.map(\.number)
        guard let account = await editShipperAccount(desk, nil, taken: taken) else { return }
        draft.carrier.addAccount(account)
        if let added = draft.carrier.accounts.last { table.select(added.id) }
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
        guard
            await desk.program.ask(
                "Remove", "Remove the shipper account \(account.number) from this carrier?", yes: "&Remove",
                no: "&Keep")
        else { return }
        change { try $0.removeAccount(account.number) }
    }

    /// The account asked for is the table's own, so that it is there is certain; anything else is told.
    private func change(_ change: (inout Carrier) throws -> Void) {
        do {
            try change(&draft.carrier)
        } catch {
            desk.program.start { [desk] in await desk.tell(error, title: "Shipper Accounts") }
        }
    }
}
