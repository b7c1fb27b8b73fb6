import Foundation
import GRDB
import TestSupport
import Testing

@Suite("A lost connection with unsaved changes, in a real terminal", .serialized)
struct KeptDraftTests {
    /// SIGHUP is the connection, SIGTERM the machine going down, SIGKILL nobody's warning.
    @Test("What was typed is offered at the next start", arguments: [SIGHUP, SIGTERM, SIGKILL])
    func lost(_ signal: Int32) async throws {
        let station = try await Station()
        try await station.setUp()
        let editor = try await station.editor(columns: 80, rows: 24, "--carrier", "UPS")
        try await editor.wait(for: "Carrier Name*")
        try await editor.press("End")
        try await editor.type(" Canary")
        try await editor.wait(for: "UPS Canary")
        // Without a warning only what was kept after the last pause is there.
        if signal == SIGKILL { try await waitForDraft(station) }
        kill(try await editor.processIdentifier(), signal)
        try await editor.wait(for: "[ended \(128 + signal)]")
        try expectNoTrace(of: "Canary", beside: station.store)

        let next = try await station.editor()
        try await next.wait(for: "Changes to the carrier UPS, last typed in on")
        try await next.press("M-c")
        try await next.wait(for: "UPS Canary")
        try await next.press("C-s")
        try await next.wait(for: "Production key")
        _ = try await station.run(["carrier", "show", "UPS Canary"])
        try await next.press("C-q")
        try await next.wait(for: "[ended 0]")

        let last = try await station.editor()
        let screen = try await last.wait(for: "UPS Canary")
        #expect(!screen.contains { $0.contains("Unsaved") })
    }

    private func waitForDraft(_ station: Station) async throws {
        try await eventually(within: 15, seen: { "no draft was kept" }) {
            let count = try await DatabaseQueue(path: station.store).read {
                try Int.fetchOne($0, sql: "SELECT count(*) FROM draft")
            }
            return count == 1 ? true : nil
        }
    }

    private func expectNoTrace(of text: String, beside store: String) throws {
        let folder = URL(fileURLWithPath: store).deletingLastPathComponent()
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            #expect(try Data(contentsOf: file).range(of: Data(text.utf8)) == nil, "\(file.lastPathComponent)")
        }
    }
}
