internal import CarrierCore
internal import TerminalKit

/// The window of an adapter's Edit Configuration, open until it is left.
func configureAdapter(_ desk: Desk, named name: String) async {
    do {
        let editor = try AdapterEditor(desk, try desk.store.adapter(named: name))
        await editor.run()
    } catch {
        await desk.report(error)
    }
}

/// The same with a draft that was kept, as changes to the adapter as it is stored now.
func continueAdapter(_ desk: Desk, _ kept: KeptDraft, adapterID: Int64, content: Secret) async {
    do {
        guard let adapter = try desk.store.adapters().first(where: { $0.id == adapterID }) else { return }
        let editor = try AdapterEditor(desk, adapter, continuing: kept)
        try editor.take(content)
        await editor.run()
    } catch {
        await desk.report(error)
    }
}

/// An adapter's configuration on the pages URI, Information and Shippers.
///
/// What Save stores is read from the controls; ``stored`` is what it is compared with.
final class AdapterEditor {
    let desk: Desk
    /// As it is in the store; a sign-in changes it before Save does.
    private(set) var stored: Adapter
    let authorization: AuthorizationFields
    let endpoint: RadioGroup<EndpointType>
    let isReadOnly: Bool
    let shippers: CheckList<String>?
    let details: AuthorizationDetails
    private var storesSecret = false
    private let kept: KeptDraft?

    init(_ desk: Desk, _ adapter: Adapter, continuing kept: KeptDraft? = nil) throws(CarrierError) {
        self.desk = desk
        self.kept = kept
        stored = adapter
        isReadOnly = !desk.session.isAdministrator
        authorization = AuthorizationFields(
            "OAuth Authorization Option", among: Array(AuthorizationMethod.allCases),
            selection: adapter.authorizationOption)
        endpoint = RadioGroup(
            [EndpointType.production, .test].map { Choice($0, $0.title) },
            selection: adapter.endpoint ?? .production)
        shippers = shipperList(try desk.store.shipperNumbers(), selection: adapter.shippers)
        details = AuthorizationDetails(desk)
        authorization.clientID.text = adapter.customerClientID
        authorization.redirectURI.text = adapter.customerRedirectURI
        try readSecret()
        try details.show(adapter, holder: keyHolder)
        details.onChange = { [unowned self] in await reread() }
        bindControls()
    }

    private func readSecret() throws(CarrierError) {
        guard let id = stored.id else { return }
        storesSecret = try desk.store.customerSecret(adapterID: id) != nil
        settleSecret()
    }

    /// A secret belongs to its client id: another one does not inherit it.
    func settleSecret() {
        authorization.hasStoredSecret =
            storesSecret && authorization.clientID.text == stored.customerClientID
    }

    private func bindControls() {
        let helped: [(Control, String)] = [
            (authorization.method, AdapterHelp.prerequisites), (endpoint, AdapterHelp.endpoint),
            (authorization.clientID, AdapterHelp.clientID),
            (authorization.clientSecret, AdapterHelp.clientSecret),
            (authorization.redirectURI, AdapterHelp.redirectURI),
        ]
        for (control, help) in helped {
            control.help = help
            control.isReadOnly = isReadOnly
        }
        shippers?.isReadOnly = isReadOnly
        authorization.secret.isReadOnly = isReadOnly
        authorization.clientID.onChange = { [unowned self] _ in settleSecret() }
        authorization.clientID.check = { [unowned self] in entered.validate().message("customerClientID") }
        authorization.redirectURI.check = { [unowned self] in
            entered.validate().message("customerRedirectURI")
        }
    }

    func run() async {
        let pages = Pages([
            Page("&URI") { adapterURIs(desk.tracking) },
            Page("&Information") { informationPage() },
            Page("S&hippers") { shippersPage(shippers) },
        ])
        let buttons =
            isReadOnly ? [Button.close()] : [Button("&Save", closes: .ok, isDefault: true), .cancel()]
        let title = "\(isReadOnly ? "" : "Edit ")Configuration - \(stored.name)"
        let window = Window(title, placement: .fill, buttons: buttons) { pages }
        window.help = AdapterHelp.prerequisites
        let keeper = DraftKeeper(desk, continuing: kept) { [unowned self] in draft }
        window.mayClose = { [unowned self] command in
            if isReadOnly { return true }
            guard command.discardsFields ? await desk.mayDiscard(changes) : await save() else { return false }
            await keeper.discard()
            return true
        }
        await desk.program.present(window)
        await keeper.close()
    }

    // MARK: Values

    /// The adapter as the form says.
    var entered: Adapter {
        var adapter = stored
        adapter.authorizationOption = authorization.method.selection
        if adapter.authorizationOption != .legacy || adapter.endpoint != nil {
            adapter.endpoint = endpoint.selection
        }
        adapter.customerClientID = authorization.clientID.text
        adapter.customerRedirectURI = authorization.redirectURI.text
        adapter.shippers = chosenShippers.sorted()
        return adapter
    }

    var typedSecret: Secret? {
        authorization.clientSecret.isEmpty ? nil : Secret(authorization.clientSecret.text)
    }

    private var chosenShippers: Set<String> { shippers?.selection ?? [] }

    var changes: [Change] {
        let new = entered
        func list(_ numbers: [String]) -> String { numbers.joined(separator: " ") }
        return [
            Change(
                label: "OAuth Authorization Option", old: stored.authorizationOption.title,
                new: new.authorizationOption.title),
            Change(
                label: "Endpoint Type", old: stored.endpoint?.title ?? "", new: new.endpoint?.title ?? ""),
            Change(label: "Client ID", old: stored.customerClientID, new: new.customerClientID),
            authorization.secret.asChange,
            Change(label: "Redirect URI", old: stored.customerRedirectURI, new: new.customerRedirectURI),
            Change(label: "Shippers", old: list(stored.shippers), new: list(new.shippers)),
        ].filter { $0.old != $0.new }
    }

    // MARK: Storing

    /// Shows what the store has now, after a key was stored or removed.
    func reread() async {
        do {
            stored = try desk.store.adapter(named: stored.name)
            try readSecret()
            try details.show(stored, holder: keyHolder)
        } catch {
            await desk.report(error)
        }
    }

    /// Stores the form; false leaves the window open, with everything that was typed.
    private func save() async -> Bool {
        let (store, actor, seen, adapter) = (desk.store, desk.session.actor, stored, entered)
        let secret = authorization.secret.change
        do {
            try await desk.working("Saving \(adapter.name)") {
                try store.save(adapter, insteadOf: seen, customerSecret: secret, by: actor)
            }
            return true
        } catch {
            await desk.report(
                error,
                at: [
                    "customerClientID": authorization.clientID,
                    "customerRedirectURI": authorization.redirectURI,
                ])
            return false
        }
    }
}
