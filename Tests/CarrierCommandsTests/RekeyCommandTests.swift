import Foundation
import TestSupport
import Testing
import UPSSandbox

@Suite("rekey on the command line", .serialized)
struct RekeyCommandTests {
    /// A way to keep the vault key, from the key file that the store has at first.
    struct Change: CustomTestStringConvertible, Sendable {
        let kind: String
        /// What a rekeying reads, and what a command reads that needs a secret afterwards.
        var input = ""
        let rounds: Int

        var testDescription: String { kind }
        static let all = [
            Change(kind: "key-file", rounds: 25),
            Change(kind: "passphrase", input: "open sesame\n", rounds: 15),
            Change(kind: "systemd", rounds: 25),
        ]
    }

    @Test(
        "Killed at any moment it leaves a whole store that opens with its old key or its new one",
        arguments: Change.all)
    func killed(_ change: Change) async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        try await stage.addKey()
        let token = try await stage.succeed(["token", "UPS"]).output
        var program = stage.program
        program.environment["CREDENTIALS_DIRECTORY"] = try Self.credential(in: stage.folder)
        var random = SeededRandom()
        let length = try await ContinuousClock().measure {
            try await program.run(["rekey", "--to", change.kind], input: change.input).expectSuccess()
        }
        var outcomes: Set<Bool> = []
        // How much of that time a kill may come after: more and more while none has come after the commit.
        var reach = 1.1
        for round in 1...change.rounds {
            try await Self.goBack(from: change, program)
            let before = try await Self.key(of: stage, program, change)
            let rekey = try program.start(["rekey", "--to", change.kind])
            try rekey.send(change.input)
            try await Task.sleep(for: length * Double.random(in: 0..<reach, using: &random))
            rekey.kill(SIGKILL)
            _ = try await rekey.result()
            let note: Comment = "SEED=\(random.seed), round \(round)"
            #expect(try await program.run(["token", "UPS"], input: change.input).output == token, note)
            outcomes.insert(try await Self.key(of: stage, program, change) == before)
            if !outcomes.contains(false) { reach *= 1.2 }
        }
        // Some were killed before their commit, and some after it.
        #expect(outcomes == [false, true], "SEED=\(random.seed)")
        try await Self.goBack(from: change, program)
        try await program.run(["rekey", "--to", change.kind], input: change.input).expectSuccess()
        #expect(try await program.run(["token", "UPS"], input: change.input).output == token)
        #expect(await stage.sandbox.count(.refresh) == 0)
    }

    /// To the key file, from which every rekeying starts: one from passphrase to passphrase would read two.
    private static func goBack(from change: Change, _ program: BuiltProgram) async throws {
        guard change.kind != "key-file" else { return }
        try await program.run(["rekey", "--to", "key-file"], input: change.input).expectSuccess()
    }

    /// What opens the store, which must be whole: the kind of its key, and the key file that there may be.
    private static func key(
        of stage: CommandStage, _ program: BuiltProgram, _ change: Change
    ) async throws -> [String] {
        let doctor = try await program.run(["doctor"], input: change.input)
        func finding(_ check: String) throws -> String {
            try #require(
                doctor.lines.first { $0.hasPrefix("OK") && $0.contains(" \(check) ") }, "\(doctor.output)")
        }
        _ = try finding("Integrity")
        let file = FileManager.default.contents(atPath: stage.folder.file("data/store.sqlite.key"))
        // It says that every sealed value opens.
        return [try finding("Vault"), file?.base64EncodedString() ?? "no file"]
    }

    /// A folder of credentials as systemd makes it.
    private static func credential(in folder: TemporaryFolder) throws -> String {
        let path = folder.file("credentials")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        let key = Data((0..<32).map { _ in UInt8.random(in: .min ... .max) })
        try key.write(to: URL(fileURLWithPath: "\(path)/carrier-editor.key"))
        return path
    }
}
