import Foundation
import TestSupport
import Testing

@Suite("A locked session, in a real terminal", .serialized)
struct LockTests {
    @Test("Somebody else signs in, and the first user finds what was typed at the next Login")
    func anotherUser() async throws {
        let station = try await Station()
        try await station.setUp()
        try await station.run(
            ["user", "add", "ada", "--role", "administrator", "--password-stdin"], input: "a\n")
        try await station.run(
            ["user", "add", "olga", "--role", "operator", "--password-stdin"], input: "o\n")
        let editor = try await station.editor(columns: 80, rows: 24)
        try await signIn(editor, "ada", "a", as: "ada · Administrator")
        try await editor.press("M-t")
        try await editor.wait(for: "Lock")
        try await editor.press("l")
        try await editor.wait(for: "The session of ada is locked.")
        try await editor.press("M-s")
        try await signIn(editor, "olga", "o", as: "olga · Operator")
        try await editor.press("C-q")
        try await editor.wait(for: "[ended 0]")
    }

    private func signIn(_ editor: TmuxTerminal, _ name: String, _ password: String, as status: String)
        async throws
    {
        try await editor.wait(for: "User Name*")
        try await editor.type(name)
        try await editor.press("Tab")
        try await editor.type(password)
        try await editor.press("Enter")
        try await editor.wait(for: status)
    }
}
