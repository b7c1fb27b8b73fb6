import TestSupport
import Testing
import UPSSandbox

@Suite("The alert and the login, in a real terminal", .serialized)
struct AlertTests {
    @Test("A key of short life raises the alert in the seed's words")
    func alert() async throws {
        let station = try await Station { $0.refreshTokenLifetime = 3 * 86_400 }
        try await station.setUp()
        try await station.addKey()
        let editor = try await station.editor()
        let screen = try await editor.wait(for: "Access Token Expiration Alert")
        let text = screen.map { $0.replacing("│", with: " ") }.joined(separator: " ")
            .split(separator: " ").joined(separator: " ")
        #expect(text.contains("UPS Test access token expires on "))
        #expect(
            text.contains(
                "Contact your Carrier Editor administrator to refresh the token before the expiration date to avoid shipping interruptions."
            ))
        #expect(text.contains("Open Carrier"))
        try await editor.press("Enter")
        try await editor.wait(until: "the alert is closed") {
            !$0.contains { $0.contains("Expiration Alert") }
        }
    }

    @Test("An operator signs in, sees the alert without Open Carrier, and changes nothing")
    func operatorLogin() async throws {
        let station = try await Station { $0.refreshTokenLifetime = 3 * 86_400 }
        try await station.setUp()
        try await station.addKey()
        try await station.run(
            ["user", "add", "olga", "--role", "operator", "--password-stdin"], input: "a-long-one\n")
        let editor = try await station.editor()
        try await editor.wait(for: "User Name")
        try await editor.fill("olga", then: "Tab")
        try await editor.fill("wrong", then: "Enter")
        try await editor.wait(for: "The user name or the password is wrong.")
        // The next try has to wait a little; the window counts the seconds and says when.
        try await editor.wait(until: "another try is allowed") { screen in
            !screen.contains { $0.contains("Try again in") }
        }
        try await editor.press("C-u")
        try await editor.fill("a-long-one", then: "Enter")
        try await editor.wait(for: "Expiration Alert")
        let screen = try await editor.screen()
        #expect(!screen.contains { $0.contains("Open Carrier") })
        try await editor.press("Enter")
        try await editor.wait(for: "olga · Operator")
    }
}
