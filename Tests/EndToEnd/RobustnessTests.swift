import Foundation
import TestSupport
import Testing

@Suite("Rough treatment, in a real terminal", .serialized)
struct RobustnessTests {
    @Test("Without a terminal the editor says so with 64, and makes no store")
    func noTerminal() async throws {
        let station = try await Station()
        let result = try await BuiltProgram(environment: station.environment).run([])
        #expect(result.status == 64)
        #expect(result.errors.contains("needs a terminal"))
        #expect(!FileManager.default.fileExists(atPath: station.store))
    }

    @Test(
        "Signals give the terminal back, with a window open", arguments: [SIGTERM, SIGHUP, SIGINT, SIGSEGV])
    func signals(_ signal: Int32) async throws {
        let station = try await Station()
        let editor = try await station.editor()
        try await editor.wait(for: "Welcome to Carrier Editor")
        kill(try await editor.processIdentifier(), signal)
        let screen = try await editor.wait(for: "[ended \(128 + signal)]")
        #expect(!screen.contains { $0.contains("Welcome") })
        // The terminal echoes again.
        try await editor.type("echo is back")
        try await editor.wait(for: "echo is back")
    }

    @Test("A demo that is ended by a signal leaves nothing behind", arguments: [SIGTERM, SIGHUP])
    func demo(_ signal: Int32) async throws {
        let folder = try TemporaryFolder()
        let demo = try await TmuxTerminal(
            environment: BuiltProgram(environment: ["TMPDIR": folder.path]).environment,
            command: [try BuiltProgram.path, "demo"])
        try await demo.wait(for: "Alert")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
        kill(try await demo.processIdentifier(), signal)
        try await demo.wait(for: "[ended \(128 + signal)]")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test("A terminal of 20×5 says what is needed, and recovers; a resize storm ends in the right picture")
    func sizes() async throws {
        let station = try await Station()
        let editor = try await station.editor()
        try await editor.wait(for: "Welcome to Carrier Editor")
        try await editor.resize(columns: 20, rows: 5)
        try await editor.wait(for: "80×24")
        for columns in stride(from: 40, through: 120, by: 4) {
            try await editor.resize(columns: columns, rows: 24)
        }
        try await editor.resize(columns: 80, rows: 24)
        try await editor.wait(for: "Welcome to Carrier Editor")
    }

    @Test("A store that cannot be used is told on the terminal, not over a broken screen")
    func unusableStore() async throws {
        let station = try await Station()
        try await station.setUp()
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: station.store)
        let editor = try await station.editor()
        let screen = try await editor.wait(for: "[ended 78]")
        #expect(screen.contains { $0.contains("chmod") })
    }

    @Test("Typing goes on while another process changes the carrier; OK says so and loses nothing")
    func changedMeanwhile() async throws {
        let station = try await Station()
        try await station.setUp()
        let editor = try await station.editor(columns: 80, rows: 24, "--carrier", "UPS")
        try await editor.wait(for: "Carrier Name*")
        try await editor.press("End")
        try await editor.type(" Mine")
        try await station.run(["carrier", "update", "UPS", "--set", "weightUnit=KGS"])
        try await editor.press("C-s")
        try await editor.wait(for: "changed")
        try await editor.press("Escape")
        try await editor.wait(for: "UPS Mine")
    }
}
