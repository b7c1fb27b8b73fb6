import GRDB
import Locking
import Testing
import UPSSandbox

@testable import CarrierCore

@Suite("Whose turn it is")
struct LeaseTests {
    /// A holder of whom nothing but its lease is known here.
    private static let elsewhere = LeaseHolder(
        machine: "another", boot: "another", namespace: "1", process: 1, start: "1", nonce: "n")

    private func isHeld(_ request: RefreshTurn.Request) -> Bool {
        if case .held = request { true } else { false }
    }
    private func isTaken(_ request: RefreshTurn.Request) -> Bool {
        if case .taken = request { true } else { false }
    }

    /// A stage whose access token has ended, with its key.
    private func stage() async throws -> (KeyStage, Grant) {
        let stage = try await KeyStage()
        let grant = try await stage.addKey()
        stage.clock.advance(seconds: 3600)
        return (stage, grant)
    }

    @Test(
        "A clock that jumps does not end the turn of a process that lives on this machine",
        arguments: [200, -200])
    func clockStep(seconds: Int64) async throws {
        let (stage, grant) = try await stage()
        stage.clock.advance(seconds: 200)
        #expect(isTaken(try stage.store.requestTurn(for: grant, holder: .current())))
        stage.clock.advance(seconds: seconds)
        #expect(isHeld(try stage.store.requestTurn(for: grant, holder: .current())))
        let error = try await #require(throws: CarrierError.self) {
            try await stage.token(TokenBroker.Terms(timeout: 200_000))
        }
        #expect(error.code == .busy)
        #expect(await stage.count(.refresh) == 0)
        #expect(try stage.grant().condition == .good)
    }

    @Test("A key of UPS's own server is neither handed out nor sent to another that the environment names")
    func foreignServer() async throws {
        let (stage, _) = try await stage()
        func move(to server: String) throws {
            try DatabaseQueue(path: stage.store.path).write { db in
                try db.execute(sql: "UPDATE keyGrant SET server = ?", arguments: [server])
            }
        }
        try move(to: "https://wwwcie.ups.com")
        let error = try await #require(throws: CarrierError.self) { try await stage.token() }
        #expect(error.code == .setup)
        #expect(error.description.contains("CARRIER_EDITOR_UPS_TEST_URL"))
        #expect(await stage.count(.refresh) == 0)
        try move(to: await stage.sandbox.address)
        _ = try await stage.token()
        #expect(await stage.count(.refresh) == 1, "the key is well")
    }

    @Test("A turn ends by the machine's uptime, though the clock was set back meanwhile")
    func uptime() async throws {
        let (stage, grant) = try await stage()
        #expect(isTaken(try stage.store.requestTurn(for: grant, holder: .current())))
        stage.clock.advance(seconds: -86_400)
        try await stage.store.queue.write { db in
            try db.execute(sql: "UPDATE keyGrant SET leaseUptime = ?", arguments: [Uptime.now()])
        }
        #expect(try stage.grant().condition == .uncertain)
        #expect(isTaken(try stage.store.requestTurn(for: grant, holder: .current())))
    }

    @Test("Another machine's turn ends by the time of day, at the latest a lease's life after it was met")
    func otherMachine() async throws {
        let (stage, grant) = try await stage()
        stage.clock.advance(seconds: 86_400)
        #expect(isTaken(try stage.store.requestTurn(for: grant, holder: Self.elsewhere)))
        stage.clock.advance(seconds: -86_400)
        for _ in 0..<2 {
            #expect(isHeld(try stage.store.requestTurn(for: grant, holder: .current())))
            stage.clock.advance(seconds: 45)
        }
        #expect(isTaken(try stage.store.requestTurn(for: grant, holder: .current())))
    }

    @Test("A renewal whose turn ran out is in doubt, though nobody can tell whether its process lives")
    func ranOut() async throws {
        let (stage, grant) = try await stage()
        #expect(isTaken(try stage.store.requestTurn(for: grant, holder: Self.elsewhere)))
        #expect(try stage.grant().condition == .good)
        stage.clock.advance(seconds: 90)
        #expect(try stage.grant().condition == .uncertain)
        #expect(try stage.store.grants().map(\.grant.condition) == [.uncertain])
    }

    @Test("Whoever has lost its turn condemns no key, and waits for the winner", arguments: [true, false])
    func loser(isRefused: Bool) async throws {
        let (stage, _) = try await stage()
        if isRefused {
            await stage.sandbox.revokeGrants(ofUser: SandboxConfiguration.User.demo.name)
        } else {
            await stage.sandbox.setFault(SandboxFault(.cutBefore, on: [.refresh]))
        }
        let losing = InterposedClient { [stage] _ in
            await #expect(throws: Never.self) {
                try await stage.store.queue.write { db in
                    try db.execute(
                        sql: "UPDATE keyGrant SET leaseHolder = ?", arguments: [Self.elsewhere.text])
                }
            }
        }
        let error = try await #require(throws: CarrierError.self) {
            try await stage.token(TokenBroker.Terms(timeout: 5000), http: losing)
        }
        #expect(error.code == .busy, "\(error)")
        #expect(await stage.count(.refresh) == 1)
        #expect(try stage.grant().condition == .good)
    }

    @Test("A key that was signed in anew since it was looked at has not expired")
    func signedInMeanwhile() async throws {
        let stage = try await KeyStage { $0.refreshTokenLifetime = 7200 }
        let seen = try await stage.addKey()
        stage.clock.advance(seconds: 7200)
        try await stage.addKey()
        let outcome = await stage.broker().outcome(for: seen, named: "UPS", TokenBroker.Terms())
        guard case .refreshed(let grant) = outcome else { throw Unexpected("\(outcome)") }
        #expect(grant.generation == 2)
        #expect(await stage.count(.refresh) == 0)
    }

    @Test("A retry whose answer is lost as well promises no further one")
    func retryLost() async throws {
        let (stage, _) = try await stage()
        await stage.sandbox.setFault(SandboxFault(.cutAfter, on: [.refresh]))
        let first = try await #require(throws: CarrierError.self) { try await stage.token() }
        #expect((first.code, first.advice.contains("one retry is left")) == (.unavailable, true))
        for _ in 0..<2 {
            let error = try await #require(throws: CarrierError.self) { try await stage.token() }
            #expect(error.code == .signInNeeded)
            #expect(error.message.contains("its one retry as well"), "\(error)")
        }
        #expect(await stage.count(.refresh) == 2)
        #expect(try stage.grant().condition == .uncertain)
    }

    @Test("The vault key is not changed while a renewal is under way, and its answer is kept")
    func rekey() async throws {
        let (stage, _) = try await stage()
        let rekeying = InterposedClient { [stage] _ in
            let error = #expect(throws: CarrierError.self) {
                try stage.store.rekey(to: .passphrase, passphrase: { Secret("open sesame") }, by: "olga")
            }
            #expect(error?.code == .busy)
        }
        #expect(try await stage.token(http: rekeying).grant.generation == 2)
        try stage.store.rekey(to: .keyFile, passphrase: { Secret("") }, by: "olga")
        #expect(try await stage.token().grant.generation == 2)
    }
}
