import Foundation
import TestSupport
import Testing
import UPSSandbox

@Suite("Doctor", .serialized)
struct DoctorCommandTests {
    private func finding(_ check: String, in result: BuiltProgram.Result) -> String? {
        result.lines.first { $0.contains(check) }
    }

    @Test("A sound installation has nothing to mend")
    func sound() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        try await stage.addKey()
        let result = try await stage.run("doctor")
        #expect(result.status == 0, "\(result.output)")
        for check in [
            "Permissions", "File System", "Integrity", "Vault", "Machine", "UPS Application", "Keys",
            "UPS Test",
            "UPS Production", "Clock",
        ] {
            #expect(finding(check, in: result)?.hasPrefix("OK") == true, "\(check)")
        }
        let json = try await stage.run("doctor --json")
        #expect(json.output.contains("\"findings\"") && json.output.contains("\"severity\""))
    }

    @Test("A client secret that UPS does not take is found, before any refresh meets it")
    func wrongSecret() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        let application = SandboxConfiguration.Application.demo
        try await stage.succeed(
            [
                "app", "set", "--client-id", application.clientID, "--redirect-uri",
                application.redirectURIs[0],
                "--client-secret-stdin",
            ], input: "wrong\n")
        try await stage.addKey()
        let result = try await stage.run("doctor")
        #expect(result.status == 78, "\(result.output)")
        let line = try #require(finding("UPS Application", in: result))
        #expect(
            line.hasPrefix("Error")
                && line.contains("did not take the installation's Client ID and Client Secret"))
    }

    @Test("Files that others can read are found, with what to do")
    func permissions() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o644], ofItemAtPath: stage.folder.file("data/store.sqlite.key"))
        let result = try await stage.run("doctor")
        #expect(result.status == 78)
        #expect(finding("Permissions", in: result)?.contains("chmod 600") == true)
    }

    @Test("An unreachable UPS, a wrong clock and a missing bundle of certificates are found")
    func wire() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        await stage.sandbox.advanceClock(by: .seconds(3600))
        let skewed = try await stage.run("doctor")
        #expect(finding("Clock", in: skewed)?.hasPrefix("Error") == true, "\(skewed.output)")
        await stage.sandbox.stop()
        let unreachable = try await stage.run("doctor")
        #expect(unreachable.status == 78)
        #expect(finding("UPS Test", in: unreachable)?.hasPrefix("Error") == true)
        var program = stage.program
        program.environment["CURL_CA_BUNDLE"] = "/nowhere/ca.pem"
        let bundle = try await program.run(["doctor"])
        #expect(finding("Certificate Authorities", in: bundle)?.contains("/nowhere/ca.pem") == true)
    }

    @Test("A damaged store, a missing key file and no application are found")
    func store() async throws {
        let stage = try await CommandStage()
        try await stage.succeed(["carrier", "list"])
        let fresh = try await stage.run("doctor")
        #expect(fresh.status == 0)
        #expect(finding("UPS Application", in: fresh)?.hasPrefix("Warning") == true)
        try await stage.setUp()
        let key = stage.folder.file("data/store.sqlite.key")
        try FileManager.default.moveItem(atPath: key, toPath: key + ".away")
        let locked = try await stage.run("doctor")
        #expect(locked.status == 78)
        #expect(finding("Vault", in: locked)?.contains("missing") == true, "\(locked.output)")
        try FileManager.default.moveItem(atPath: key + ".away", toPath: key)
        let store = stage.folder.file("data/store.sqlite")
        try Data(repeating: 0x5A, count: 4096).write(to: URL(fileURLWithPath: store))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: store)
        let broken = try await stage.run("doctor")
        #expect(broken.status == 78)
        let integrity = try #require(finding("Integrity", in: broken), "\(broken.output)")
        #expect(integrity.contains(store), "\(integrity)")
        #expect(integrity.contains("Restore a backup with carrier-editor restore FILE --replace"))
    }
}
