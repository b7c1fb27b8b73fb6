internal import CarrierCore
internal import TerminalKit

/// Covers the screen when nobody has touched the program for a while, until the signed-in user's password is given.
final class IdleLock {
    private(set) var isLocked = false
    /// Ends the session for good, with what is below the lock.
    var leave: (EditorOutcome) async -> Void = { _ in }
    private let desk: Desk
    private var watch: IdleWatch?

    init(_ desk: Desk) {
        self.desk = desk
    }

    /// Locks after so many minutes without a key or click; 0 is never.
    func start(afterMinutes minutes: Int) {
        if let watch { desk.program.stop(watch) }
        watch = nil
        guard minutes > 0 else { return }
        watch = desk.program.whenIdle(for: .seconds(60 * minutes)) { [weak self] in await self?.lock() }
    }

    /// Whoever has no password cannot be asked for it. Nobody else can go on with the session: only its own user's
    /// password opens it.
    func lock() async {
        guard !isLocked, desk.session.user.hasPassword else { return }
        isLocked = true
        defer { isLocked = false }
        let password = TextField(maxLength: Secret.longest, columns: 30)
        password.isMasked = true
        let check = SignInCheck(
            desk, password: password, button: Button("&Unlock", closes: .ok, isDefault: true))
        let name = desk.session.user.name
        password.help = StartHelp.lock
        let other = Button("&Sign in as someone else") { [weak self] _ in await self?.leave(.signInAnew) }
        let quit = Button("&Quit", command: .quit) { [weak self] _ in await self?.leave(.quit) }
        let window = Window("Locked", placement: .fill, buttons: [check.button, other, quit]) {
            Paragraph("The session of \(name) is locked. Give the password of \(name) to go on.")
            Form { Field("&Password", password) }
            check.message
            Paragraph("")
            Paragraph(
                """
                Whoever else wants to work signs in instead. What \(name) typed into a carrier or an adapter is kept, and \
                offered to \(name) at the next Login.
                """, role: .faint)
        }
        window.help = StartHelp.lock
        window.isClosable = false
        window.staysOnTop = true
        // Palette and help would open below it.
        window.on(.palette) {}
        window.on(.help) { [desk] in
            let help = Window.message(.information, title: "Help", text: StartHelp.lock)
            help.staysOnTop = true
            await desk.program.present(help)
        }
        window.mayClose = { command in
            if command == .quit { return true }
            return await check.user(named: name) != nil
        }
        await desk.program.present(window)
    }
}
