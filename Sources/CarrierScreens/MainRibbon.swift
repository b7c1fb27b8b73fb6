internal import CarrierCore
internal import TerminalKit

extension CarrierEditorApp {
    /// The menu on the first line; what an operator may not do is dimmed and says so.
    func ribbon() -> Ribbon {
        let ribbon = Ribbon([
            RibbonTab(
                "&Setup",
                [
                    MenuItem("&Carriers", command: .carriers, leavesWindows: true) { [weak self] in
                        self?.showCarriers()
                    },
                    MenuItem("&Adapters", command: .adapters, leavesWindows: true) { [desk] in
                        await showAdapters(desk)
                    },
                    administrative("&Users", .users) { await $0.showUsers() },
                    administrative("&Settings", .settings) { await $0.showSettings() },
                ]),
            RibbonTab(
                "&Tools",
                [
                    MenuItem("&Track", command: .track) { [desk] in await showTracking(desk) },
                    administrative("&Refresh Keys", .refreshKeys) { await $0.refreshKeys() },
                    MenuItem("&Audit", command: .audit) { [desk] in await showAudit(desk) },
                    MenuItem("&Doctor", command: .doctor) { [desk] in await showDoctor(desk) },
                    MenuItem(
                        "&Lock", command: .lock,
                        obstacle: { [desk] in
                            desk.session.user.hasPassword ? nil : "you have no password"
                        }
                    ) { [weak self] in await self?.lock.lock() },
                ]),
            RibbonTab(
                "&Help",
                [
                    MenuItem("&Keys", command: .keys) { [desk] in await showKeys(desk) },
                    MenuItem("&About", command: .about) { [desk] in await showAbout(desk) },
                ]),
        ])
        ribbon.status = "\(desk.session.user.name) · \(desk.session.user.role.title)"
        ribbon.notice = desk.notice
        return ribbon
    }

    private func administrative(
        _ caption: Caption, _ command: Command,
        _ action: @escaping @MainActor (CarrierEditorApp) async -> Void
    ) -> MenuItem {
        let isAdministrator = desk.session.isAdministrator
        return MenuItem(
            caption, command: command, leavesWindows: true,
            obstacle: { isAdministrator ? nil : Session.administratorsOnly }
        ) { [weak self] in
            if let self { await action(self) }
        }
    }
}
