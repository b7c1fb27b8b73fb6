internal import CarrierCore
internal import TerminalKit

extension CarrierEditorApp {
    /// The menu on the first line; what an operator may not do is dimmed and says so.
    func ribbon() -> Ribbon {
        let isAdministrator = desk.session.isAdministrator
        func item(_ markup: String, _ action: @escaping @MainActor () async -> Void) -> MenuItem {
            MenuItem(
                Caption(isAdministrator ? markup : "\(markup) (administrators only)"),
                isEnabled: { isAdministrator },
                action: action)
        }
        let ribbon = Ribbon([
            RibbonTab(
                "&Setup",
                [
                    MenuItem("&Carriers") { [weak self] in self?.showCarriers() },
                    MenuItem("&Adapters") { [desk] in await showAdapters(desk) },
                    item("&Users") { [weak self] in await self?.showUsers() },
                    item("&Settings") { [weak self] in await self?.showSettings() },
                ]),
            RibbonTab(
                "&Tools",
                [
                    MenuItem("&Track") { [desk] in await showTracking(desk) },
                    item("&Refresh Keys") { [weak self] in await self?.refreshKeys() },
                    MenuItem("&Audit") { [desk] in await showAudit(desk) },
                    MenuItem("&Doctor") { [desk] in await showDoctor(desk) },
                ]),
            RibbonTab(
                "&Help",
                [
                    MenuItem("&Keys", key: Key(.function(1))) { [desk] in await showKeys(desk) },
                    MenuItem("&About") { [desk] in await showAbout(desk) },
                ]),
        ])
        ribbon.status = "\(desk.session.user.name) · \(desk.session.user.role.title)"
        return ribbon
    }
}
