import Foundation
import TestSupport
import Testing
import UPSSandbox

@Suite("Tools, in a real terminal", .serialized)
struct ToolsTests {
    @Test("Refresh Keys renews a carrier's key, by keyboard at 80×24")
    func refreshKeys() async throws {
        let station = try await Station()
        try await station.setUp()
        try await station.addKey()
        let editor = try await station.editor()
        try await editor.wait(for: "valid 59 d")
        try await editor.press("M-t")
        try await editor.press("r")
        try await editor.wait(for: "No key ends within 7 days.")
        try await editor.press("M-k", "Right")
        try await editor.wait(until: "the key is listed") { screen in
            screen.contains { $0.contains("UPS ") && $0.contains("valid 59 d") && $0.contains("Test") }
        }
        try await editor.press("M-r")
        try await editor.wait(for: "Renewed: 1 of 1.")
        #expect(await station.sandbox.count(.refresh) == 1)
        try await editor.press("Escape")
        try await editor.wait(for: "Carrier Name")
    }

    @Test("A key of one's own opens Track, and the palette finds Audit, at 80×24")
    func ownKeys() async throws {
        let station = try await Station()
        try await station.setUp()
        let folder = station.home.file(".config/carrier-editor")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try "track = F5\nsettings = F99\n".write(toFile: "\(folder)/keys", atomically: true, encoding: .utf8)
        let editor = try await station.editor()
        try await editor.wait(for: "Line 2: There is no key \"F99\".")
        try await editor.press("Enter")
        try await editor.wait(for: "REST API")
        try await editor.press("F5")
        try await editor.wait(for: "Tracking Number")
        try await editor.press("C-p")
        try await editor.wait(for: "Type to find a command")
        try await editor.type("audit")
        try await editor.wait(for: "▌Tools: Audit")
        try await editor.press("Enter")
        try await editor.wait(for: "carrier UPS")
    }

    @Test("Without UTF-8 the signs of the texts become plain ones")
    func plainSigns() async throws {
        let station = try await Station()
        try await station.setUp()
        let editor = try await TmuxTerminal(
            environment: station.environment.merging(["LC_ALL": "C"]) { $1 },
            command: [try BuiltProgram.path])
        try await editor.wait(for: "- Administrator")
        try await editor.press("M-s")
        try await editor.press("s")
        try await editor.wait(for: "UPS Application")
        try await editor.type("x")
        try await editor.press("Escape")
        try await editor.wait(for: "\(Station.application.clientID) > x")
    }

    @Test("Doctor finds files that others can read, and that they have been mended, by mouse at 120×40")
    func doctor() async throws {
        let station = try await Station()
        try await station.setUp()
        let key = station.store + ".key"
        let editor = try await station.editor(columns: 120, rows: 40)
        try await editor.wait(for: "REST API")
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
        try await editor.click("Tools")
        try await editor.click("Doctor")
        try await editor.wait(for: "2 errors, 0 warnings.")
        try await editor.wait(for: "chmod 600")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
        try await editor.click("< Run Again >")
        try await editor.wait(for: "0 errors, 0 warnings.")
        try await editor.click("UPS Test")
        try await editor.wait(for: "There is nothing to do.")
        try await editor.click("< Close >")
        try await editor.wait(for: "Carrier Name")
    }
}
