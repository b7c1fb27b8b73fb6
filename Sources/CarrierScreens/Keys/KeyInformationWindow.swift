internal import CarrierCore
internal import TerminalKit

/// Shows what is known of a key until the window is closed.
func showKeyInformation(_ desk: Desk, _ holder: KeyHolder, _ grant: Grant) async {
    do {
        try await KeyInformationWindow(desk, holder, grant).run()
    } catch {
        await desk.report(error)
    }
}

/// Window `Access Token Information`: what is known of a key, never the token.
final class KeyInformationWindow {
    private let desk: Desk
    private let holder: KeyHolder
    private let settings: Settings
    private var grant: Grant
    private let verifiedAt: Int64?
    private let bar = ProgressBar(columns: 20)
    private var values: [Paragraph] = []

    init(_ desk: Desk, _ holder: KeyHolder, _ grant: Grant) throws(CarrierError) {
        self.desk = desk
        self.holder = holder
        self.grant = grant
        verifiedAt = try desk.store.verification(of: grant)
        settings = try desk.store.settings()
    }

    func run() async {
        let information = information
        let items = information.items + information.origin
        values = items.map { _ in Paragraph("", maxWidth: 48) }
        let rows = zip(items, values).map { Field(Caption(verbatim: $0.label), $1) }
        update()
        let refresh = Button("&Refresh Now") { [unowned self] _ in await self.refresh() }
        refresh.help =
            "Asks UPS for a new access token now. The one in use stays until the new one has been stored."
        refresh.isEnabled = desk.session.isAdministrator && grant.isRenewable
        let cancel = Button("Cancel", closes: .cancel, isDefault: true)
        let window = Window("Access Token Information", buttons: [refresh, cancel]) {
            Paragraph(holder.title, role: .title)
            Form {
                rows.prefix(information.items.count).map { $0 as View }
                Paragraph("")
                rows.dropFirst(information.items.count).map { $0 as View }
                Field("Time Left", bar)
            }
        }
        window.help = EditorHelp.keyInformation
        window.moveFocus(to: cancel)
        await desk.program.present(window)
    }

    private var information: KeyInformation {
        KeyInformation(
            grant, verifiedAt: verifiedAt, dateForm: settings.dateForm, alertDays: settings.alertDays,
            now: desk.clock.now())
    }

    private func update() {
        let information = information
        for (value, item) in zip(values, information.items + information.origin) { value.text = item.value }
        bar.fraction = information.lifeLeft ?? 1
        bar.text = KeyStanding(grant, at: desk.clock.now(), alertDays: settings.alertDays).timeLeft
    }

    private func refresh() async {
        do {
            let (desk, holder) = (desk, holder)
            let token = try await desk.program.waiting(for: "Refreshing the key at UPS", title: "Refresh Now")
            {
                try await desk.broker.token(
                    for: holder.owner, named: holder.ownerName, endpoint: holder.endpoint,
                    TokenBroker.Terms(refreshesAlways: true))
            }
            if let problem = token.outcome.problem { await desk.report(problem) }
        } catch is CancellationError {
            // The person gave up waiting; what was begun is in the store or will be.
        } catch {
            await desk.report(error)
        }
        await reread()
    }

    /// Shows what the store has now, whoever wrote it.
    private func reread() async {
        do {
            if let newer = try desk.store.grant(of: holder.owner, endpoint: holder.endpoint) { grant = newer }
        } catch {
            await desk.report(error)
        }
        update()
    }
}
