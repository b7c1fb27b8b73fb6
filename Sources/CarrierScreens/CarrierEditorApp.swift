import CarrierCore
public import TerminalKit

/// The whole of the editor on a terminal: Welcome or Login, the alert, the main window, until the person quits.
///
/// The desk's session is of nobody (``Session/init()``); it is filled in here.
/// - Parameter openCarrier: the name of a carrier to open at once.
public func runCarrierEditor(
    desk: Desk, terminal: any Terminal, openCarrier: String? = nil, edit: @escaping EditCarrier
) async -> EditorOutcome {
    await runCarrierEditor(desk, openCarrier, edit) { await desk.program.run(on: terminal) }
}

/// The same in lines, for screen readers and terminals that cannot be drawn on.
public func runCarrierEditor(
    desk: Desk, lines: any LineTerminal, openCarrier: String? = nil, edit: @escaping EditCarrier
) async -> EditorOutcome {
    await runCarrierEditor(desk, openCarrier, edit) { await desk.program.converse(over: lines) }
}

private func runCarrierEditor(
    _ desk: Desk, _ openCarrier: String?, _ edit: @escaping EditCarrier, _ serve: () async -> Void
) async -> EditorOutcome {
    let app = CarrierEditorApp(desk, edit: edit)
    app.bindKeys()
    app.wearTheme()
    desk.program.start { await app.begin(opening: openCarrier) }
    await serve()
    await desk.keepDrafts()
    return app.outcome
}

/// What happens between signing in and leaving.
final class CarrierEditorApp {
    let desk: Desk
    let edit: EditCarrier
    let keys = KeyRing()
    private(set) var outcome = EditorOutcome.quit
    /// What is wrong with the file of keys.
    var keyProblems: [String] = []
    private var alerts = AlertBook()
    private var watch: StoreWatch
    private var carriers: CarriersWindow?
    let lock: IdleLock

    init(_ desk: Desk, edit: @escaping EditCarrier) {
        self.desk = desk
        self.edit = edit
        watch = StoreWatch(desk)
        lock = IdleLock(desk)
        lock.leave = { [weak self] outcome in await self?.leaveLocked(outcome) }
    }

    // MARK: Start

    func begin(opening name: String?) async {
        do {
            let welcome = try await signIn()
            guard let welcome else { return await leave(.quit) }
            if welcome == .exploreSandbox { return await leave(.exploreSandbox) }
            showCarriers()
            try startLock()
            desk.program.onEvent = { [weak self] _ in self?.lookAtStore() }
            desk.program.start { [weak self] in await self?.lookEveryMinute() }
            await tellOfKeyProblems()
            try await tellOfAnotherMachine()
            if welcome == .setUpUPS { await setUp() }
            await showAlerts()
            try await offerDrafts()
            if let name, let id = try desk.store.carrier(named: name).id { await carriers?.open(id) }
        } catch {
            await desk.report(error)
            if desk.session.actor.isEmpty { await leave(.quit) }
        }
    }

    /// Who is there, by Welcome, Login or because there is only one; nil when nobody signed in.
    private func signIn() async throws -> WelcomeChoice? {
        guard let user = try desk.store.soleUserWithoutPassword() else {
            guard let user = await login(desk) else { return nil }
            desk.session.user = user
            return .goOn
        }
        desk.session.user = user
        guard try desk.store.application() == nil, try desk.store.carrierCount() == 0, !desk.store.isReadOnly
        else { return .goOn }
        return await welcome(desk)
    }

    /// A copied store says so once: its keys may have been spent where it came from.
    private func tellOfAnotherMachine() async throws {
        guard !desk.store.isReadOnly, try desk.store.comesFromAnotherMachine() else { return }
        await desk.program.inform(
            "Carrier Editor",
            "This store was last used on another machine, and its keys may have been spent there since.\n"
                + "Generate new access tokens with Add Key where a key is refused.", kind: .warning)
        let (store, actor) = (desk.store, desk.session.actor)
        try await desk.working("Taking the store over") { try store.adoptMachine(by: actor) }
    }

    /// What the signed-in user typed and could not save is offered, the newest first.
    private func offerDrafts() async throws {
        guard desk.session.isAdministrator, !desk.store.isReadOnly else { return }
        for draft in try desk.store.drafts(of: desk.session.actor) {
            switch try await offerDraft(desk, draft) {
            case .goOn: try await goOn(with: draft)
            case .discard:
                let store = desk.store
                try await desk.working("Discarding the draft") { try store.removeDraft(draft.id) }
            case .later: break
            }
        }
    }

    private func goOn(with draft: KeptDraft) async throws {
        let store = desk.store
        guard let content = try await desk.working("Opening the draft", { try store.takeDraft(draft) }) else {
            return
        }
        switch draft.subject {
        case .newCarrier, .carrier: await continueCarrier(desk, draft, content: content)
        case .adapter(let id): await continueAdapter(desk, draft, adapterID: id, content: content)
        }
        refresh()
    }

    /// From Welcome: the installation's UPS application first, then its first carrier.
    private func setUp() async {
        await showSettings()
        await carriers?.new()
    }

    private func leave(_ outcome: EditorOutcome) async {
        self.outcome = outcome
        await desk.program.quit()
    }

    /// From the lock nobody can be asked about changes below it: their drafts are kept.
    private func leaveLocked(_ outcome: EditorOutcome) async {
        await desk.closeDrafts()
        desk.asksBeforeDiscarding = false
        await leave(outcome)
    }

    // MARK: The desktop

    func showCarriers() {
        desk.program.ribbon = ribbon()
        let window = CarriersWindow(desk, keys: keys, edit: edit) { [weak self] in self?.showHome() }
        carriers = window
        desk.program.desktop = window
        refresh()
    }

    private func showHome() {
        carriers = nil
        desk.program.desktop = HomeWindow(
            onCarriers: { [weak self] in self?.showCarriers() },
            onQuit: { [weak self] in
                guard let program = self?.desk.program else { return }
                program.start { await program.quit() }
            })
    }

    func showSettings() async {
        guard await editSettings(desk) else { return }
        wearTheme()
        do { try startLock() } catch { await desk.report(error) }
        refresh()
    }

    func refreshKeys() async {
        await showRefreshKeys(desk)
        refresh()
    }

    /// Whoever changed the own role sees the screen of the new one at once.
    func showUsers() async {
        await editUsers(desk)
        do {
            let me = try desk.store.users().first { $0.name == desk.session.user.name }
            guard let me, me != desk.session.user else { return }
            desk.session.user = me
            if carriers != nil { showCarriers() } else { desk.program.ribbon = ribbon() }
        } catch {
            await desk.report(error)
        }
    }

    /// The chosen look, from Login on; a store that cannot be read says so where it is read for its content.
    func wearTheme() {
        desk.program.theme = desk.outside.theme((try? desk.store.settings())?.theme ?? .terminal)
    }

    private func startLock() throws {
        lock.start(afterMinutes: try desk.store.settings().idleLockMinutes)
    }

    // MARK: What others do meanwhile

    /// Other processes' writes are noticed when somebody is there to see them: at an event, but at most once a second,
    /// and once a minute. `PRAGMA data_version` reads one number from shared memory, and a program that nobody touches
    /// stays asleep.
    private func lookAtStore() {
        if watch.hasChanged(atMostEvery: .seconds(1)) { refresh() }
    }

    private func lookEveryMinute() async {
        while (try? await desk.program.sleep(for: .seconds(60))) != nil {  // it throws only when cancelled
            lookAtStore()
            // What is left of a key shrinks without a write.
            if desk.pendingWork == 0 { refresh() }
            if !lock.isLocked { await showAlerts() }
        }
    }

    private func refresh() {
        do {
            try keys.reload(from: desk.store)
            carriers?.refresh(alertDays: try desk.store.settings().alertDays)
        } catch {
            desk.program.start { [desk] in await desk.report(error) }
        }
    }

    /// Opens the carrier of a key, but where it is open already.
    private func open(_ owner: KeyOwner) async {
        guard !desk.openCarriers.contains(owner.id) else { return }
        if carriers == nil { showCarriers() }
        await carriers?.open(owner.id)
    }

    private func showAlerts() async {
        do {
            let settings = try desk.store.settings()
            let all = ExpiryAlert.all(keys.grants, settings: settings, now: desk.clock.now())
            let news = alerts.unseen(of: all)
            guard !news.isEmpty else { return }
            // Before it is closed: the look of the next minute must not show it again.
            alerts.acknowledge(all)
            guard let chosen = await showExpirationAlert(desk, news) else { return }
            // The look of the next minute does not wait for the editor.
            desk.program.start { [weak self] in await self?.open(chosen) }
        } catch {
            await desk.report(error)
        }
    }
}
