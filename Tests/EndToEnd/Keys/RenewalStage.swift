import Foundation
import GRDB
import TestSupport
import Testing
import UPSSandbox

/// A carrier whose access token has always ended already, so that every `token` must renew its key.
final class RenewalStage: Sendable {
    typealias Rotation = SandboxConfiguration.Rotation

    /// A refresh token that was used is refused, and the grant with it.
    static let strict = Rotation.strict
    /// It may be used again for longer than any test.
    static let lenient = Rotation.lenient(grace: 86_400)

    let station: Station
    let rotation: Rotation
    var sandbox: UPSSandbox { station.sandbox }

    init(_ rotation: Rotation) async throws {
        self.rotation = rotation
        station = try await Station {
            $0.rotation = rotation
            $0.accessTokenLifetime = 0
        }
        try await station.setUp()
        try await station.addKey()
    }

    /// `token UPS`, begun; at another UPS where one is named.
    func startToken(at address: String? = nil) throws -> RunningProgram {
        let running = try program(at: address).start(["token", "UPS", "--timeout", "5"])
        try running.closeInput()
        return running
    }

    /// `token UPS`, started by a shell's line.
    func startToken(by line: String) throws -> RunningProgram {
        try program().start(["token", "UPS", "--timeout", "5"], by: line)
    }

    /// `token UPS`, whose files may not grow beyond so many bytes from the moment that UPS has rotated.
    func startTokenOnFullDisk(room: Int) async throws -> RunningProgram {
        await sandbox.holdAnswers()
        let running = try startToken()
        try await eventually { await sandbox.count(.refresh) == 1 ? true : nil }
        try running.limitFiles(to: room)
        await sandbox.releaseAnswers()
        return running
    }

    func token() async throws -> BuiltProgram.Result {
        try await program().run(["token", "UPS", "--timeout", "5"])
    }

    /// The key's state in the words of `status --json`.
    func state() async throws -> String {
        let status = try await program().run(["status", "--json"])
        let answer = try JSONSerialization.jsonObject(with: Data(status.output.utf8)) as? [String: Any]
        let keys = try #require(answer?["keys"] as? [[String: Any]], "\(status.errors)")
        let key = try #require(keys.first { $0["endpoint"] as? String == "test" })
        return try #require(key["state"] as? String)
    }

    /// What the store holds of the key, read beside the program and without a change.
    func stored<Value: DatabaseValueConvertible & Sendable>(_ column: String) async throws -> Value? {
        let queue = try DatabaseQueue(path: station.store)
        let value = try await queue.read {
            try Value.fetchOne($0, sql: "SELECT \(column) FROM keyGrant WHERE endpoint = 'test'")
        }
        try queue.close()
        return value
    }

    /// Takes the store's log in, so that the next commit needs room of its own.
    func emptyLog() async throws {
        let queue = try DatabaseQueue(path: station.store)
        try await queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        try queue.close()
    }

    /// Whether a program has written down that it is about to use the refresh token.
    func hasIntent() async throws -> Bool {
        let intent: String? = try await stored("intent")
        return intent != nil
    }

    /// Whether UPS has given a newer pair of this sign-in than the store holds: it counts the pairs, and each says its
    /// number.
    func hasLostPair() async throws -> Bool {
        let log = await sandbox.log
        let signIn = log.lastIndex { $0.endpoint == .token } ?? 0
        let given = log[signIn...].count { $0.endpoint == .refresh && $0.status == 200 && $0.isCarriedOut }
        let held: String? = try await stored("refreshCount")
        return given > (try #require(held.flatMap { Int($0) }))
    }

    /// Whether a pair that the store did not take lies beside it.
    func keepsRecoveryFile() throws -> Bool {
        let folder = URL(fileURLWithPath: station.store).deletingLastPathComponent().path
        return try FileManager.default.contentsOfDirectory(atPath: folder).contains {
            // While it is written it has another ending.
            $0.contains(".recovery-") && !$0.hasSuffix(".new")
        }
    }

    /// How often UPS was shown a refresh token that it refused.
    func refusals() async -> Int {
        await sandbox.log.count { $0.endpoint == .refresh && [400, 401].contains($0.status) }
    }

    /// The store opens and SQLite finds it whole.
    func checkStore(_ note: Comment? = nil) async throws {
        let queue = try DatabaseQueue(path: station.store)
        let words = try await queue.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
        #expect(words == ["ok"], note)
        try queue.close()
    }

    /// How a key came out of a renewal that ended badly.
    enum Verdict: String {
        case well
        case saved = "in doubt and saved"
        case lost = "lost and said to be so"
    }

    /// What must hold however the last renewal ended: the store is whole, and the key is usable or was said to be in
    /// doubt before UPS was asked again. It is lost only where a strict UPS has given a pair that the store never got.
    /// A key that is lost is then replaced.
    ///
    /// - Parameter mayBeLost: whether it may be lost even then.
    @discardableResult
    func checkKey(mayBeLost: Bool, _ note: Comment) async throws -> Verdict {
        try await checkStore(note)
        await sandbox.clearFaults()
        let said = try await state()
        if try await hasLostPair() { #expect(said == "uncertain" || said == "signInNeeded", note) }
        let refusals = await refusals()
        let result = try await token()
        if result.status == 0 {
            #expect(try await state() == "valid", note)
            return said == "valid" ? .well : .saved
        }
        #expect(mayBeLost, note)
        #expect(rotation == Self.strict, note)
        #expect(try await hasLostPair(), note)
        #expect(result.status == 77, "\(note): \(result.errors)")
        #expect(said == "uncertain" || said == "signInNeeded", note)
        #expect(try await state() == "signInNeeded", note)
        #expect(await self.refusals() <= refusals + (said == "uncertain" ? 1 : 0), note)
        // Once it is known to be lost nothing more is sent.
        #expect(try await token().status == 77, note)
        #expect(await self.refusals() <= refusals + (said == "uncertain" ? 1 : 0), note)
        try await station.addKey()
        return .lost
    }

    private func program(at address: String? = nil) -> BuiltProgram {
        var program = BuiltProgram(environment: station.environment)
        if let address { program.environment["CARRIER_EDITOR_UPS_TEST_URL"] = address }
        return program
    }
}

extension SandboxConfiguration.Rotation {
    var mayLoseKeys: Bool { self == .strict }
}
