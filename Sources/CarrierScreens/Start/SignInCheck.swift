internal import CarrierCore
internal import TerminalKit

/// Tries passwords for Login and for the lock: off the screen's thread, and with a countdown after a wrong one.
final class SignInCheck {
    let message = Paragraph("", role: .error)
    let button: Button
    private let desk: Desk
    private let password: TextField
    private var countdown: Task<Void, Never>?

    init(_ desk: Desk, password: TextField, button: Button) {
        self.desk = desk
        self.password = password
        self.button = button
    }

    /// The user, when name and password are right; nothing tells which of them is wrong.
    func user(named name: String) async -> User? {
        let (store, secret) = (desk.store, Secret(password.text))
        message.role = .faint
        message.text = "Checking…"
        do {
            switch try await desk.working(
                "Checking the password", { try store.authenticate(name: name, password: secret) })
            {
            case .accepted(let user):
                message.text = ""
                return user
            case .refused(let wait): refuse((wait + 999) / 1000)
            }
        } catch {
            message.text = ""
            await desk.report(error)
        }
        return nil
    }

    /// Counts the seconds down until the next attempt is looked at.
    private func refuse(_ seconds: Int64) {
        password.text = ""
        message.role = .error
        button.isEnabled = false
        password.focus()
        countdown?.cancel()
        countdown = Task {
            for left in stride(from: seconds, to: 0, by: -1) {
                message.text = "The user name or the password is wrong. Try again in \(left) s."
                do { try await desk.program.sleep(for: .seconds(1)) } catch { return }
            }
            message.text = "The user name or the password is wrong."
            button.isEnabled = true
        }
    }
}
