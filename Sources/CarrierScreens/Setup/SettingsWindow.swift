internal import CarrierCore
internal import TerminalKit

/// Setup ▸ Settings: the installation's UPS application and what holds for every user. True when it was saved.
func editSettings(_ desk: Desk) async -> Bool {
    do {
        let form = SettingsForm(try desk.store.settings(), try desk.store.application())
        let window = form.window
        window.mayClose = { command in
            if command.discardsFields { return await desk.mayDiscard(form.changes) }
            return await form.save(desk)
        }
        return await desk.program.present(window) == .ok
    } catch {
        await desk.report(error)
        return false
    }
}

/// The fields of the Settings window.
private final class SettingsForm {
    private let oldSettings: Settings
    private let oldApplication: UPSApplication?

    private let clientID = TextField(maxLength: 255, columns: 40)
    private let clientSecret = TextField(maxLength: 1024, columns: 40)
    private let redirectURI = TextField(maxLength: 2048, columns: 40)
    private let pkce = CheckBox("Use P&KCE")
    private let alertDays: TextField
    private let dateForm: DropDown<DateForm>
    private let idleLock: TextField
    private let reportsFolder = TextField(maxLength: 4096, columns: 40)

    init(_ settings: Settings, _ application: UPSApplication?) {
        oldSettings = settings
        oldApplication = application
        clientID.text = application?.clientID ?? ""
        clientID.help = FieldHelp.clientID
        clientSecret.isMasked = true
        clientSecret.placeholder = application?.hasSecret == true ? "set; type to replace it" : "not set"
        clientSecret.help = FieldHelp.clientSecret
        redirectURI.text = application?.redirectURI ?? AuthorizationRequest.usualRedirectURI
        redirectURI.help = FieldHelp.redirectURI
        pkce.isOn = application?.pkce ?? true
        pkce.help = FieldHelp.pkce
        alertDays = TextField(String(settings.alertDays), maxLength: 2, columns: 4)
        alertDays.help = FieldHelp.alertDays
        dateForm = DropDown(DateForm.allCases.map { Choice($0, $0.title) }, selection: settings.dateForm)
        dateForm.help = FieldHelp.dateForm
        idleLock = TextField(String(settings.idleLockMinutes), maxLength: 4, columns: 4)
        idleLock.help = FieldHelp.idleLock
        reportsFolder.text = settings.reportsFolder
        reportsFolder.help = FieldHelp.reportsFolder
        for field in [alertDays, idleLock] { field.filter = { $0.isASCII && $0.isNumber ? $0 : nil } }
        check(clientID, "clientID") { $0.applicationProblems }
        check(redirectURI, "redirectURI") { $0.applicationProblems }
        check(alertDays, "alertDays") { $0.settings.validate() }
        check(idleLock, "idleLockMinutes") { $0.settings.validate() }
        check(reportsFolder, "reportsFolder") { $0.settings.validate() }
    }

    private func check(_ field: TextField, _ name: String, _ problems: @escaping (SettingsForm) -> [Problem])
    {
        field.check = { [weak self] in self.flatMap { problems($0).message(name) } }
    }

    var window: Window {
        Window("Settings", buttons: [.ok(), .cancel()]) {
            GroupBox("UPS &Application") {
                Form {
                    Field("&Client ID", clientID)
                    Field("Client &Secret", clientSecret)
                    Field("&Redirect URI", redirectURI)
                    pkce
                }
            }
            GroupBox("&Installation") {
                Form {
                    Field("Alert &Days", alertDays)
                    Field("Date &Form", dateForm)
                    Field("Idle &Lock (minutes)", idleLock)
                    Field("Reports F&older", reportsFolder)
                }
            }
        }
    }

    // MARK: Values

    private var settings: Settings {
        var settings = oldSettings
        // Nothing or nonsense is a number that no rule allows.
        settings.alertDays = Int(alertDays.text) ?? -1
        settings.dateForm = dateForm.selection
        settings.idleLockMinutes = Int(idleLock.text) ?? -1
        settings.reportsFolder = reportsFolder.text
        return settings
    }

    /// Nil while there is none and nothing is said of one.
    private var application: UPSApplication? {
        guard oldApplication != nil || !clientID.isEmpty || !clientSecret.text.isEmpty else { return nil }
        return UPSApplication(
            clientID: clientID.text, redirectURI: redirectURI.text,
            hasSecret: oldApplication?.hasSecret ?? false,
            pkce: pkce.isOn)
    }

    private var applicationProblems: [Problem] { application?.validate() ?? [] }

    /// What differs from the store, in the words of the labels.
    var changes: [String] {
        let old = oldApplication
        let isChanged: [(String, Bool)] = [
            ("Client ID", clientID.text != old?.clientID ?? ""),
            ("Client Secret", !clientSecret.text.isEmpty),
            ("Redirect URI", redirectURI.text != old?.redirectURI ?? AuthorizationRequest.usualRedirectURI),
            ("PKCE", pkce.isOn != old?.pkce ?? true),
            ("Alert Days", settings.alertDays != oldSettings.alertDays),
            ("Date Form", settings.dateForm != oldSettings.dateForm),
            ("Idle Lock", settings.idleLockMinutes != oldSettings.idleLockMinutes),
            ("Reports Folder", settings.reportsFolder != oldSettings.reportsFolder),
        ]
        return isChanged.filter(\.1).map(\.0)
    }

    /// False when the store refused; nothing typed is lost then.
    func save(_ desk: Desk) async -> Bool {
        let (store, actor, settings) = (desk.store, desk.session.actor, settings)
        let secret = clientSecret.text.isEmpty ? SecretChange.keep : .set(Secret(clientSecret.text))
        let newApplication = application != oldApplication || secret.isSet ? application : nil
        do {
            try await desk.working("Saving the settings") {
                if let newApplication { try store.save(newApplication, secret: secret, by: actor) }
                try store.save(settings, by: actor)
            }
            return true
        } catch {
            await desk.report(
                error,
                at: [
                    "clientID": clientID, "redirectURI": redirectURI, "alertDays": alertDays,
                    "idleLockMinutes": idleLock, "reportsFolder": reportsFolder,
                ])
            return false
        }
    }
}

extension SecretChange {
    fileprivate var isSet: Bool {
        if case .set = self { true } else { false }
    }
}
