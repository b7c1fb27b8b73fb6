import Foundation
import TestSupport
import Testing
import UPSSandbox

@Suite("Care of the store on the command line", .serialized)
struct CareCommandTests {
    @Test("Restore killed at any moment leaves the old store or the restored one")
    func restoreKilled() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        try await stage.addKey()
        let backup = stage.folder.file("backup.sqlite")
        try await stage.succeed(["backup", backup])
        try await stage.succeed(["carrier", "copy", "UPS", "Later"])
        var random = SeededRandom()
        for _ in 0..<20 {
            let restore = try stage.program.start(["restore", backup, "--replace"])
            usleep(UInt32.random(in: 0..<80_000, using: &random))
            restore.kill(SIGKILL)
            _ = try await restore.result()
            #expect(try await stage.succeed(["token", "UPS"]).lines.count == 1, "\(random.seed)")
            let names = try await stage.succeed(["carrier", "list"]).output
            #expect(names.contains("UPS"), "\(random.seed)")
        }
        try await stage.succeed(["restore", backup, "--replace"])
        #expect(try await !stage.succeed(["carrier", "list"]).output.contains("Later"))
        let status = try await stage.run("status")
        #expect(status.status == 2 && status.output.contains("uncertain"))
    }

    @Test("A passphrase is read from standard input's first line, the new one after it")
    func passphrase() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        try await stage.addKey()
        let token = try await stage.succeed(["token", "UPS"]).output
        try await stage.succeed(["rekey", "--to", "passphrase"], input: "open sesame\n")
        #expect(try await stage.succeed(["token", "UPS"], input: "open sesame\n").output == token)
        let wrong = try await stage.program.run(["token", "UPS"], input: "open barley\n")
        #expect(wrong.status == 78 && wrong.output.isEmpty)
        #expect(wrong.errors.contains("The passphrase is wrong."))
        let missing = try await stage.run("token UPS")
        #expect(missing.errors.contains("The passphrase of the store is needed."), "\(missing.errors)")
        // Nobody is asked where no secret is needed.
        try await stage.succeed(["carrier", "list"])
        try await stage.succeed(["rekey", "--to", "key-file"], input: "open sesame\n")
        #expect(try await stage.succeed(["token", "UPS"]).output == token)
    }

    @Test("A backup never replaces a file, a restore a store only when told to")
    func refusals() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        let backup = stage.folder.file("backup.sqlite")
        let made = try await stage.succeed(["backup", backup])
        #expect(made.errors.contains("keep a copy of that elsewhere"))
        #expect(try await stage.run("backup \(backup)").status == 65)
        let refused = try await stage.run("restore \(backup)")
        #expect(refused.status == 65 && refused.errors.contains("--replace"))
        #expect(try await stage.run("restore \(backup).missing --replace").status == 65)
    }

    @Test("The record names who did what since when")
    func audit() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        let all = try await stage.succeed(["audit"])
        #expect(all.output.contains("carrier UPS") && all.output.contains("application"))
        #expect(try await stage.succeed(["audit", "--since", "2999-01-01"]).lines.count == 1)
        let json = try await stage.succeed(["audit", "--json", "--since", "2020-01-01T00:00:00Z"]).output
        #expect(json.contains("\"schema\": 1") || json.contains("\"schema\":1"))
        #expect(json.contains("\"events\""))
        #expect(try await stage.run("audit --since yesterday").status == 64)
    }
}
