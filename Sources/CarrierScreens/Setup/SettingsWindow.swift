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
        form.theme.onChange = { desk.program.theme = desk.outside.theme($0) }
        let isSaved = await desk.program.present(window) == .ok
        if !isSaved { desk.program.theme = desk.outside.theme(form.oldSettings.theme) }
        return isSaved
    } catch {
        await desk.report(error)
        return false
    }
}

/// The fields of the Settings window.
private final class SettingsForm {
    let oldSettings: Settings
    private let oldApplication: UPSApplication?

    private let clientID = TextField(maxLength: 255, columns: 40)
    private let secret = SecretField()
    private let redirectURI = TextField(maxLength: 2048, columns: 40)
    private let pkce = CheckBox("Use P&KCE")
    private let alertDays: TextField
    private let dateForm: DropDown<DateForm>
    let theme: DropDown<ThemeChoice>
    private let idleLock: TextField
    private let reportsFolder = TextField(maxLength: 4096, columns: 40)

    init(_ settings: Settings, _ application: UPSApplication?) {
        oldSettings = settings
        oldApplication = application
        clientID.text = application?.clientID ?? ""
        clientID.help = FieldHelp.clientID
        secret.isStored = application?.hasSecret ?? false
        secret.field.help = FieldHelp.clientSecret
        // A secret belongs to its client id.
        clientID.onChange = { [secret] id in
            secret.isStored = application?.hasSecret == true && application?.clientID == id
        }
        redirectURI.text = application?.redirectURI ?? AuthorizationRequest.usualRedirectURI
        redirectURI.help = FieldHelp.redirectURI
        pkce.isOn = application?.pkce ?? true
        pkce.help = FieldHelp.pkce
        alertDays = TextField(String(settings.alertDays), maxLength: 2, columns: 4)
        alertDays.help = FieldHelp.alertDays
        dateForm = DropDown(DateForm.allCases.map { Choice($0, $0.title) }, selection: settings.dateForm)
        dateForm.help = FieldHelp.dateForm
        theme = DropDown(ThemeChoice.allCases.map { Choice($0, $0.title) }, selection: settings.theme)
        theme.help = FieldHelp.theme
        idleLock = TextField(String(settings.idleLockMinutes), maxLength: 4, columns: 4)
        idleLock.help = FieldHelp.idleLock
        reportsFolder.text = settings.reportsFolder
        reportsFolder.help = FieldHelp.reportsFolder
        for field in [alertDays, idleLock] {
            field.filter = { $0.isASCII && $0.isNumber ? $0 : nil }
            field.alignment = .trailing
        }
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
        let window = Window("Settings", buttons: [.ok(), .cancel()]) {
            GroupBox("UPS &Application") {
                Form {
                    Field("&Client ID", clientID)
                    Field("Client &Secret", secret.view)
                    Field("&Redirect URI", redirectURI)
                    pkce
                }
            }
            GroupBox("&Installation") {
                Form {
                    Field("Alert &Days", alertDays)
                    Field("Date &Form", dateForm)
                    Field("&Theme", theme)
                    Field("Idle &Lock (minutes)", idleLock)
                    Field("Reports F&older", reportsFolder)
                }
            }
        }
        window.help = FieldHelp.settings
        return window
    }

    // MARK: Values

    private var settings: Settings {
        var settings = oldSettings
        // Nothing or nonsense is a number that no rule allows.
        settings.alertDays = Int(alertDays.text) ?? -1
        settings.dateForm = dateForm.selection
        settings.theme = theme.selection
        settings.idleLockMinutes = Int(idleLock.text) ?? -1
        settings.reportsFolder = reportsFolder.text
        return settings
    }

    /// Nil while there is none and nothing is said of one.
    private var application: UPSApplication? {
        guard oldApplication != nil || !clientID.isEmpty || !secret.isMissing else { return nil }
        return UPSApplication(
            clientID: clientID.text, redirectURI: redirectURI.text,
            hasSecret: oldApplication?.hasSecret ?? false,
            pkce: pkce.isOn)
    }

    private var applicationProblems: [Problem] { application?.validate() ?? [] }

    /// What was stored and what the form says, in the words of the labels.
    var changes: [Change] {
        let old = oldApplication
        func words(_ isOn: Bool) -> String { isOn ? "on" : "off" }
        return [
            Change(label: "Client ID", old: old?.clientID ?? "", new: clientID.text),
            secret.asChange,
            Change(
                label: "Redirect URI", old: old?.redirectURI ?? AuthorizationRequest.usualRedirectURI,
                new: redirectURI.text),
            Change(label: "PKCE", old: words(old?.pkce ?? true), new: words(pkce.isOn)),
            Change(label: "Alert Days", old: String(oldSettings.alertDays), new: alertDays.text),
            Change(label: "Date Form", old: oldSettings.dateForm.title, new: dateForm.selection.title),
            Change(label: "Theme", old: oldSettings.theme.title, new: theme.selection.title),
            Change(label: "Idle Lock", old: String(oldSettings.idleLockMinutes), new: idleLock.text),
            Change(label: "Reports Folder", old: oldSettings.reportsFolder, new: reportsFolder.text),
        ]
    }

    /// False when the store refused; nothing typed is lost then.
    func save(_ desk: Desk) async -> Bool {
        let (store, actor, settings) = (desk.store, desk.session.actor, settings)
        let secret = secret.change
        let newApplication = application != oldApplication || secret.isChange ? application : nil
        do {
            try await desk.working("Saving the settings") {
                if let newApplication {
                    try store.save(settings, newApplication, secret: secret, by: actor)
                } else {
                    try store.save(settings, by: actor)
                }
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
