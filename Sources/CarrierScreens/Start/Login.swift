internal import CarrierCore
internal import TerminalKit

/// Asks who is there; nil when the person would rather leave.
func login(_ desk: Desk) async -> User? {
    let name = TextField(maxLength: 50, columns: 30)
    name.help = FieldHelp.userName
    let password = TextField(maxLength: Secret.longest, columns: 30)
    password.isMasked = true
    password.help = StartHelp.password
    let check = SignInCheck(desk, password: password, button: .ok())
    var user: User?
    let window = Window("Login", buttons: [check.button, .cancel()]) {
        Form {
            Field("User &Name", name, isRequired: true)
            Field("&Password", password)
        }
        check.message
    }
    window.help = StartHelp.login
    window.mayClose = { command in
        guard command == .ok else { return true }
        user = await check.user(named: name.text)
        return user != nil
    }
    return await desk.program.present(window) == .ok ? user : nil
}
