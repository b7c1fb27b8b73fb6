internal import CarrierCore
internal import TerminalKit

/// A line of the table of users.
private nonisolated struct UserLine: Identifiable {
    let user: User
    var id: String { user.name }
}

/// Setup ▸ Users: who may sign in to this program, and as what.
func editUsers(_ desk: Desk) async {
    await desk.program.present(UsersWindow(desk))
}

private final class UsersWindow: Window {
    private let desk: Desk
    private let source: ArrayTableSource<UserLine>
    private let table: Table<UserLine>
    private let note: Paragraph
    private var disableButton: Button?
    private var needsUser: [Button] = []

    init(_ desk: Desk) {
        self.desk = desk
        let columns = [
            TableColumn<UserLine>("User Name", width: 16, weight: 1) { $0.user.name },
            TableColumn<UserLine>("Role", width: 13) { $0.user.role.title },
            TableColumn<UserLine>("Password", width: 8, role: { $0.user.hasPassword ? nil : .warning }) {
                $0.user.hasPassword ? "set" : "none"
            },
            TableColumn<UserLine>("State", width: 8, role: { $0.user.isDisabled ? .faint : nil }) {
                $0.user.isDisabled ? "disabled" : "active"
            },
        ]
        source = ArrayTableSource([], columns: columns)
        let (table, note) = (Table(columns, source: source), Paragraph("", role: .warning))
        self.table = table
        self.note = note
        table.weight = 1
        table.openTitle = "Role"
        table.height = 12
        let footer = Row(alignment: .trailing) {}
        super.init(
            "Users",
            content: Column {
                table; note
            }, footer: footer)
        let add = Button("&Add") { [weak self] _ in await self?.add() }
        let role = Button("&Role") { [weak self] _ in await self?.changeRole() }
        let password = Button("&Password") { [weak self] _ in await self?.setPassword() }
        let disable = Button("&Disable") { [weak self] _ in await self?.toggleDisabled() }
        footer.replaceSubviews(with: [add, role, password, disable, Button("C&lose", closes: .cancel)])
        disableButton = disable
        needsUser = [role, password, disable]
        help = FieldHelp.users
        table.onSelect = { [weak self] _ in self?.settleButtons() }
        table.onOpen = { [weak self] _ in self?.desk.program.start { await self?.changeRole() } }
        reload()
    }

    private func reload() {
        do {
            let users = try desk.store.users()
            source.all = users.map(UserLine.init)
            table.reload()
            let open = users.filter { !$0.hasPassword && !$0.isDisabled }.map(\.name)
            note.text =
                open.isEmpty || users.count == 1
                ? "" : "Without a password anybody can sign in as \(open.joined(separator: ", "))."
        } catch {
            desk.program.start { [desk] in await desk.report(error) }
        }
        settleButtons()
    }

    private func settleButtons() {
        let user = table.selected?.user
        for button in needsUser { button.isEnabled = user != nil }
        disableButton?.caption = user?.isDisabled == true ? "Ena&ble" : "&Disable"
    }

    // MARK: Actions

    private func add() async {
        guard let name = await addUser(desk) else { return }
        reload()
        table.select(name)
    }

    private func changeRole() async {
        guard let user = table.selected?.user else { return }
        await CarrierScreens.changeRole(desk, of: user)
        reload()
    }

    private func setPassword() async {
        guard let user = table.selected?.user else { return }
        await CarrierScreens.setPassword(desk, of: user)
        reload()
    }

    private func toggleDisabled() async {
        guard let user = table.selected?.user else { return }
        if !user.isDisabled {
            let text = "Disable \(user.name)? Nobody can sign in as \(user.name) until Enable."
            guard await desk.mayDestroy("Disable User", text, button: "Disable") else { return }
        }
        let (store, actor) = (desk.store, desk.session.actor)
        do {
            try await desk.working("Changing \(user.name)") {
                try store.setDisabled(!user.isDisabled, of: user.name, by: actor)
            }
        } catch {
            await desk.report(error)
        }
        reload()
    }
}
