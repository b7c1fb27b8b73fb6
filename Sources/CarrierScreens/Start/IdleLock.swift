internal import CarrierCore
internal import TerminalKit

/// Covers the screen when nobody has touched the program for a while, until the signed-in user's password is given.
final class IdleLock {
    private(set) var isLocked = false
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
        let password = TextField(maxLength: 1024, columns: 30)
        password.isMasked = true
        let check = SignInCheck(
            desk, password: password, button: Button("&Unlock", closes: .ok, isDefault: true))
        let name = desk.session.user.name
        let window = Window("Locked", placement: .fill, buttons: [check.button]) {
            Paragraph("The session of \(name) is locked. Give the password of \(name) to go on.")
            Form { Field("&Password", password) }
            check.message
        }
        window.isClosable = false
        window.staysOnTop = true
        // Help and palette would open below it.
        window.on(.help) {}
        window.on(.palette) {}
        let windowsBelow = desk.program.windows.count
        window.mayClose = { command in
            // Leaving may ask about changes, which would show what is covered.
            if command == .quit { return windowsBelow == 0 }
            return await check.user(named: name) != nil
        }
        await desk.program.present(window)
    }
}
