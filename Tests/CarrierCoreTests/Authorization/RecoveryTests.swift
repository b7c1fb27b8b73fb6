import Foundation
import GRDB
import Glibc
import Testing
import UPSSandbox

@testable import CarrierCore

@Suite("A renewed key that the store does not take")
struct RecoveryTests {
    @Test("It is kept sealed in a private file, and the next call takes it in without asking UPS")
    func spilled() async throws {
        let stage = try await KeyStage()
        let spent = try await stage.addKey()
        let lock = try WriteLock(stage.folder.path)
        stage.clock.advance(seconds: 3600)
        let error = try await #require(throws: CarrierError.self) { try await stage.token(locking: lock) }
        #expect(error.code == .busy)
        #expect(error.advice.contains("kept in a file beside the store"))
        #expect(try stage.folder.mode("store.sqlite.recovery-\(spent.id)-1") == 0o600)
        #expect(try !stage.folder.bytes().contains(subsequence: Data("access_token".utf8)))
        try lock.release()
        #expect(try await stage.token().grant.generation == 2)
        #expect(await stage.count(.refresh) == 1)
        #expect(stage.recoveryFiles().isEmpty)
        // It is the pair that UPS takes from now on.
        stage.clock.advance(seconds: 3600)
        #expect(try await stage.token().grant.generation == 3)
    }

    @Test("It is kept for as long as the store is tried again, and removed with success")
    func triedAgain() async throws {
        let stage = try await KeyStage()
        try await stage.addKey()
        let lock = try WriteLock(stage.folder.path)
        stage.clock.advance(seconds: 3600)
        let token = try await stage.token(
            locking: lock,
            pauses: Pauses(
                sleep: { milliseconds in
                    // The renewal of the lease waits beside the tries.
                    guard milliseconds != 10_000 else { return try await Task.sleep(for: .seconds(10)) }
                    #expect(stage.recoveryFiles().count == 1)
                    try lock.release()
                }, uptime: { 0 }, jitter: { 0 }))
        #expect(token.grant.generation == 2)
        #expect(stage.recoveryFiles().isEmpty)
    }

    @Test(
        "Its room is taken before UPS is asked, holds no pair meanwhile, and is given back whatever UPS answers",
        arguments: [nil, SandboxFault.Name.unavailable, .cutBefore, .blocked])
    func reserved(_ fault: SandboxFault.Name?) async throws {
        let stage = try await KeyStage()
        try await stage.addKey()
        stage.clock.advance(seconds: 3600)
        if let fault { await stage.sandbox.setFault(SandboxFault(fault, on: [.refresh])) }
        let looking = InterposedClient { [stage] _ in
            #expect(throws: Never.self) { try stage.checkReserve() }
        }
        if fault == nil {
            #expect(try await stage.token(http: looking).grant.generation == 2)
        } else {
            await #expect(throws: CarrierError.self) { try await stage.token(http: looking) }
            #expect(try stage.grant().generation == 1)
        }
        #expect(try stage.reserves() == [])
        #expect(stage.recoveryFiles().isEmpty)
    }

    @Test("No room is taken for a key without a refresh token, nor by those who wait")
    func notReserved() async throws {
        let stage = try await KeyStage()
        let grant = try await stage.addKey()
        guard case .taken(let turn) = try stage.store.requestTurn(for: grant, holder: .current()) else {
            throw Unexpected("not taken")
        }
        _ = try stage.store.requestTurn(for: grant, holder: .current())
        #expect(try stage.reserves().count == 1)
        turn.reserve?.release()
        #expect(try stage.reserves() == [])

        let customer = try await KeyStage(method: .customerClientCredentials)
        let request = try customer.store.authorizationRequest(
            for: customer.carrier, endpoint: .test, by: "olga")
        let key = try await customer.authorizer.verify(request)
        guard case .taken = try customer.store.requestTurn(for: key, holder: .current()) else {
            throw Unexpected("not taken")
        }
        #expect(try customer.reserves() == [])
    }

    @Test("The next opening of the store takes it in")
    func opening() async throws {
        let stage = try await KeyStage()
        try await stage.addKey()
        try await stage.spill()
        let store = try stage.folder.open(clock: stage.clock.wall)
        #expect(try store.grant(of: try stage.owner, endpoint: .test)?.generation == 2)
        #expect(stage.recoveryFiles().isEmpty)
    }

    @Test("A file that was written and not yet named is taken in", arguments: [true, false])
    func unnamed(isOpenedAnew: Bool) async throws {
        let stage = try await KeyStage()
        let grant = try await stage.addKey()
        let file = try await stage.spill()
        try FileManager.default.moveItem(atPath: file, toPath: file + ".carrier-editor-0123456789abcdef.new")
        if isOpenedAnew {
            _ = try stage.folder.open(clock: stage.clock.wall)
        } else {
            _ = try await stage.token()
        }
        #expect(try stage.grant().generation == grant.generation + 1)
        #expect(await stage.count(.refresh) == 1)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: stage.folder.folder).allSatisfy {
                !$0.contains("recovery")
            })
    }

    @Test("A stale file is removed, and one for another generation or key is left and not taken in")
    func foreign() async throws {
        let stage = try await KeyStage()
        let grant = try await stage.addKey()
        let file = try await stage.spill()
        let kept = try Data(contentsOf: URL(fileURLWithPath: file))
        #expect(try await stage.token().grant.generation == 2)

        func open(with file: RecoveryFile) throws -> Int64 {
            #expect(
                FileManager.default.createFile(
                    atPath: file.path, contents: kept, attributes: [.posixPermissions: 0o600]))
            _ = try stage.folder.open(clock: stage.clock.wall)
            return try stage.grant().generation
        }
        #expect(try open(with: RecoveryFile(store: stage.folder.path, grantID: grant.id, generation: 1)) == 2)
        #expect(stage.recoveryFiles().isEmpty)
        let renamed = RecoveryFile(store: stage.folder.path, grantID: grant.id, generation: 2)
        #expect(try open(with: renamed) == 2)
        try renamed.remove()

        // Another key in the same row and of the same generation, as after a removal.
        try stage.store.deleteGrant(try stage.grant(), ownerName: "UPS", actor: "olga")
        let other = try await stage.addKey()
        try await stage.store.queue.write { db in
            try db.execute(sql: "UPDATE keyGrant SET generation = 1")
        }
        _ = try open(with: RecoveryFile(store: stage.folder.path, grantID: other.id, generation: 1))
        #expect(try stage.grant().generation == 1)
        #expect(try await stage.token().grant.refreshCount == "0")
    }

    @Test("A file of its name that does not fit gives way to the new pair")
    func misfit() async throws {
        let stage = try await KeyStage()
        let grant = try await stage.addKey()
        let file = RecoveryFile(store: stage.folder.path, grantID: grant.id, generation: grant.generation)
        #expect(
            FileManager.default.createFile(
                atPath: file.path, contents: Data("older".utf8), attributes: [.posixPermissions: 0o600]))
        try await stage.spill()
        _ = try stage.folder.open(clock: stage.clock.wall)
        #expect(try stage.grant().generation == 2)
        #expect(stage.recoveryFiles().isEmpty)
    }

    @Test("A change of the vault key takes it in, for it is sealed with the old key")
    func rekeyed() async throws {
        let stage = try await KeyStage()
        try await stage.addKey()
        try await stage.spill()
        try stage.store.rekey(to: .keyFile, passphrase: { Secret("") }, by: "olga")
        #expect(try stage.grant().generation == 2)
        #expect(stage.recoveryFiles().isEmpty)
    }

    @Test(
        "A holder counts as dead only where this machine can tell, with an id of its own or without",
        arguments: ["here", "-"])
    func holders(machineID: String) throws {
        let now = LeaseHolder.current()
        let me = LeaseHolder(
            machine: machineID, boot: now.boot, namespace: now.namespace, process: now.process,
            start: now.start,
            nonce: now.nonce)
        func died(
            machine: String? = nil, boot: String? = nil, namespace: String? = nil, process: Int32 = 0,
            start: String? = nil
        ) -> Bool {
            LeaseHolder(
                machine: machine ?? me.machine, boot: boot ?? me.boot, namespace: namespace ?? me.namespace,
                process: process == 0 ? me.process : process, start: start ?? me.start, nonce: "n"
            ).hasDied(seenFrom: me)
        }
        #expect(!died())
        #expect(died(start: "1"))
        #expect(died(process: .max))
        #expect(died(boot: "earlier") == (machineID != "-"))
        #expect(!died(machine: "another", process: .max))
        #expect(!died(namespace: "4026531999", process: .max))
        for unknown in [died(machine: "-"), died(boot: "-"), died(namespace: "-"), died(start: "-")] {
            #expect(!unknown)
        }
    }

    @Test("While the store cannot be written, nothing is sent and a token that still lasts is handed out")
    func nothingSent() async throws {
        let stage = try await KeyStage()
        try await stage.addKey()
        let lock = try WriteLock(stage.folder.path)
        try lock.take()
        let store = try stage.folder.open(clock: stage.clock.wall, busyTimeout: 0.05)
        let broker = TokenBroker(store: store, oauth: stage.oauth(), clock: stage.clock.wall)
        stage.clock.advance(seconds: 3599 - 30)
        let token = try await broker.token(for: stage.owner, named: "UPS", endpoint: .test)
        guard case .transient(let error) = token.outcome else { throw Unexpected("\(token.outcome)") }
        #expect(error.code == .busy)
        stage.clock.advance(seconds: 30)
        let ended = try await #require(throws: CarrierError.self) {
            try await broker.token(for: stage.owner, named: "UPS", endpoint: .test)
        }
        #expect(ended.code == .busy)
        #expect(await stage.count(.refresh) == 0)
        try lock.release()
    }

    @Test("A holder that died in the middle of a renewal leaves a key that says so")
    func interrupted() async throws {
        let stage = try await KeyStage()
        let grant = try await stage.addKey()
        let me = LeaseHolder.current()
        let dead = LeaseHolder(
            machine: me.machine, boot: me.boot, namespace: me.namespace, process: 1, start: "1", nonce: "n")
        _ = try stage.store.requestTurn(for: grant, holder: dead)
        #expect(try stage.grant().state(at: stage.clock.wall.now(), alertDays: 7) == .uncertain)
    }
}

extension KeyStage {
    /// Asks for a token while the store is locked from the moment of UPS's answer on.
    fileprivate func token(locking lock: WriteLock, pauses given: Pauses? = nil) async throws
        -> TokenBroker.Token
    {
        let store = try folder.open(clock: clock.wall, busyTimeout: 0.05)
        let broker = TokenBroker(
            store: store, oauth: oauth(AnsweredClient { try lock.take() }), clock: clock.wall,
            pauses: given ?? pauses.pauses(moving: clock))
        return try await broker.token(for: try owner, named: carrier.name, endpoint: .test)
    }

    /// Leaves a renewed pair in a file; its path.
    @discardableResult
    fileprivate func spill() async throws -> String {
        let lock = try WriteLock(folder.path)
        clock.advance(seconds: 3600)
        await #expect(throws: CarrierError.self) { try await token(locking: lock) }
        try lock.release()
        return try #require(recoveryFiles().first)
    }

    /// The names of the files in the making that have room for a pair.
    fileprivate func reserves() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.folder).filter {
            $0.contains(".recovery-") && $0.hasSuffix(".new")
        }
    }

    /// While UPS is asked: opening, a backup and a new vault key leave the room alone, and take it for no pair.
    fileprivate func checkReserve() throws {
        _ = try folder.open(clock: clock.wall)
        let backup = "\(folder.folder)/backup-\(UInt64.random(in: .min ... .max)).sqlite"
        try store.backUp(to: backup, by: "olga")
        let busy = #expect(throws: CarrierError.self) {
            try store.rekey(to: .keyFile, passphrase: { Secret("") }, by: "olga")
        }
        #expect(busy?.code == .busy)
        let names = try reserves()
        #expect(names.count == 1)
        var found = stat()
        #expect(stat("\(folder.folder)/\(names.joined())", &found) == 0)
        #expect(found.st_mode & 0o777 == 0o600)
        // An answer of 1 MiB has room in its blocks of 512 bytes.
        #expect(found.st_blocks * 512 > 1 << 20)
        #expect(recoveryFiles().isEmpty)
    }

    fileprivate func recoveryFiles() -> [String] {
        RecoveryFile.all(besideStoreAt: folder.path).map(\.path)
    }
}

/// Does something once UPS has answered.
private struct AnsweredClient: HTTPClient {
    let after: @Sendable () throws -> Void

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let response = try await KeyStage.curl.send(request)
        #expect(throws: Never.self) { try after() }
        return response
    }
}

extension Data {
    fileprivate func contains(subsequence: Data) -> Bool { range(of: subsequence) != nil }
}
