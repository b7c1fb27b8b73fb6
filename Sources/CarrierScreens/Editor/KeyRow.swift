internal import CarrierCore
internal import TerminalKit

/// The key of one endpoint: whether there is one, how it stands, and what can be done with it.
final class KeyRow {
    private let desk: Desk
    private let endpoint: EndpointType
    private let owner: () -> KeyHolder?
    /// Makes sure that there is an owner; false when there is none.
    private let prepare: () async -> Bool
    private let isReadOnly: Bool
    private var grant: Grant?
    private let token = TokenMark()
    private let state = Paragraph("")
    private var onKey: [Button] = []

    init(
        _ desk: Desk, _ endpoint: EndpointType, isReadOnly: Bool, owner: @escaping () -> KeyHolder?,
        prepare: @escaping () async -> Bool
    ) {
        self.desk = desk
        self.endpoint = endpoint
        self.isReadOnly = isReadOnly
        self.owner = owner
        self.prepare = prepare
    }

    func makeView() -> Field {
        let information = Button("Key &Information") { [self] _ in await showInformation() }
        information.help = EditorHelp.keyInformation
        let remove = Button("Re&move Key") { [self] _ in await removeKey() }
        remove.help = EditorHelp.removeKey
        onKey = isReadOnly ? [information] : [information, remove]
        let add = Button("Add &Key", altTitle: "Paste") { [self] held in
            await addKey(isPasting: held.contains(.alt))
        }
        add.help = EditorHelp.addKey
        let buttons = isReadOnly ? onKey : [add] + onKey
        update()
        return Field(
            Caption(verbatim: endpoint.title),
            Column {
                Row {
                    Paragraph("Access Token"); token; state
                }
                Row(spacing: 1) { buttons }
            })
    }

    /// Shows what the store has now.
    private func update() {
        do {
            let holder = owner()
            grant = if let holder { try desk.store.grant(of: holder.owner, endpoint: endpoint) } else { nil }
            let settings = try desk.store.settings()
            let standing = KeyStanding(grant, at: desk.clock.now(), alertDays: settings.alertDays)
            (state.text, state.role) = (standing.sentence(settings.dateForm), standing.state.role)
        } catch {
            grant = nil
            (state.text, state.role) = (error.message, .error)
        }
        token.isThere = grant != nil
        for button in onKey { button.isVisible = grant != nil }
    }

    private func addKey(isPasting: Bool) async {
        guard await prepare(), let holder = owner() else { return }
        _ = await CarrierScreens.addKey(desk, holder, isPasting: isPasting)
        update()
    }

    private func showInformation() async {
        update()
        guard let grant, let holder = owner() else { return }
        await showKeyInformation(desk, holder, grant)
        update()
    }

    private func removeKey() async {
        guard let grant, let holder = owner() else { return }
        await CarrierScreens.removeKey(desk, holder, grant)
        update()
    }
}
