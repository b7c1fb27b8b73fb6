internal import CarrierCore
internal import TerminalKit

/// What the person wants to begin with.
enum WelcomeChoice {
    case setUpUPS, exploreSandbox, goOn
}

/// The first window of a new, empty store: an optional password for its administrator, and two ways on.
func welcome(_ desk: Desk) async -> WelcomeChoice {
    let name = desk.session.user.name
    let password = NewPassword(isRequired: false)
    let window = Window(
        "Welcome",
        buttons: [
            Button("Set up &UPS", closes: "setUpUPS", isDefault: true),
            Button("&Explore with the sandbox", closes: "exploreSandbox"), Button("&Continue", closes: .ok),
        ]
    ) {
        Column(spacing: 1) {
            Paragraph(
                """
                Welcome to Carrier Editor. You are \(name), the administrator of this new store. A password is asked \
                for at the next start, if you set one here; you can set it later, too.
                """, maxWidth: 66)
            Form { password.fields }
            Paragraph(
                """
                Set up UPS asks for the application that UPS's developer portal gave you, then for the first carrier. \
                Explore with the sandbox opens sample carriers and a UPS of our own, in a store that is thrown away. \
                Continue goes on without either.
                """, maxWidth: 66)
        }
    }
    window.help = StartHelp.welcome
    window.mayClose = { command in
        if command.discardsFields { return await desk.mayDiscard([password.asChange]) }
        guard let secret = password.secret else { return true }
        do {
            let store = desk.store
            try await desk.working("Setting the password") {
                try store.setPassword(secret, of: name, by: name)
            }
            desk.session.user.hasPassword = true
            return true
        } catch {
            await desk.report(error)
            return false
        }
    }
    return switch await desk.program.present(window) {
    case "setUpUPS": .setUpUPS
    case "exploreSandbox": .exploreSandbox
    default: .goOn
    }
}
