import Foundation
import TestSupport
import Testing
import UPSSandbox

@Suite("Exit codes", .serialized)
struct ExitCodeTests {
    /// A command and the code that it ends with, in a store with a carrier, a key and an adapter that is Ready.
    private struct Row {
        let code: Int32
        let words: String
        var environment: [String: String] = [:]
    }

    private static let rows = [
        Row(code: 0, words: "carrier list"),
        Row(code: 0, words: "token UPS"),
        Row(code: 0, words: "status"),
        Row(code: 1, words: "status --within 90d"),
        Row(code: 64, words: "carrier frobnicate"),
        Row(code: 64, words: "carrier delete UPS"),
        Row(code: 64, words: "edit"),
        Row(code: 65, words: "carrier create Other"),
        Row(code: 65, words: "track 123"),
        Row(
            code: 69, words: "refresh UPS", environment: ["CARRIER_EDITOR_UPS_TEST_URL": "http://127.0.0.1:1"]
        ),
        Row(code: 74, words: "carrier list", environment: ["CARRIER_EDITOR_STORE": "BROKEN"]),
        Row(code: 75, words: "carrier update UPS --if-version 99 --set weightUnit=KGS"),
        Row(code: 76, words: "track 1Z0000000000000000"),
        Row(code: 77, words: "token UPS --endpoint production"),
        Row(code: 78, words: "token Nobody"),
        Row(
            code: 78, words: "token UPS",
            environment: ["CARRIER_EDITOR_UPS_TEST_URL": "http://onlinetools.ups.com"]),
        Row(
            code: 78, words: "refresh UPS",
            environment: ["CARRIER_EDITOR_UPS_TEST_URL": "http://127.0.0.1.example.com"]),
    ]

    @Test(
        "Each of the contract's codes is what a command ends with, and a code but 0 and status's is said why")
    func table() async throws {
        let stage = try await CommandStage()
        try await stage.makeReady()
        try await stage.addKey()
        let broken = stage.folder.file("data/broken.sqlite")
        #expect(
            FileManager.default.createFile(
                atPath: broken, contents: Data(repeating: 0x5A, count: 4096),
                attributes: [.posixPermissions: 0o600]))
        for row in Self.rows {
            var program = stage.program
            program.environment.merge(row.environment.mapValues { $0 == "BROKEN" ? broken : $0 }) { $1 }
            let result = try await program.run(row.words.split(separator: " ").map(String.init))
            #expect(result.status == row.code, "\(row.words): \(result.errors)")
            #expect(result.errors.isEmpty == (row.code < 64), "\(row.words): \(result.errors)")
        }
        #expect(Set(Self.rows.map(\.code)) == [0, 1, 64, 65, 69, 74, 75, 76, 77, 78])
    }

    @Test("status ends with 2 once a key needs a sign-in")
    func signInNeeded() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        try await stage.addKey()
        await stage.sandbox.revokeGrants(ofUser: SandboxConfiguration.User.demo.name)
        #expect(try await stage.run("refresh UPS").status == 77)
        #expect(try await stage.run("status").status == 2)
    }

    @Test("A proxy is not asked on the way to loopback")
    func proxy() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        try await stage.addKey()
        var program = stage.program
        // Nobody listens on port 1.
        for name in ["http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"] {
            program.environment[name] = "http://127.0.0.1:1"
        }
        try await program.run(["refresh", "UPS"]).expectSuccess()
        #expect(await stage.sandbox.count(.refresh) == 1)
    }
}
