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
    var sandbox: UPSSandbox { station.sandbox }

    init(_ rotation: Rotation) async throws {
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
    /// doubt before UPS was asked again. A key that is lost is then replaced.
    ///
    /// - Parameter mayBeLost: whether UPS may have refused a token that was spent.
    @discardableResult
    func checkKey(mayBeLost: Bool, _ note: Comment) async throws -> Verdict {
        try await checkStore(note)
        await sandbox.clearFaults()
        let said = try await state()
        let refusals = await refusals()
        let result = try await token()
        if result.status == 0 {
            #expect(try await state() == "valid", note)
            return said == "valid" ? .well : .saved
        }
        #expect(mayBeLost, note)
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
