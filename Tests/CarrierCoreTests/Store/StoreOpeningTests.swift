import Foundation
import GRDB
import TestSupport
import Testing

@testable import CarrierCore

@Suite("Opening a store")
struct StoreOpeningTests {
    @Test("a new store has one administrator, the tracking adapter and nothing else")
    func new() throws {
        let place = try TemporaryStore()
        let store = try place.open()
        #expect(try store.users().map(\.name) == ["olga"])
        #expect(try store.soleUserWithoutPassword()?.role == .administrator)
        #expect(try store.adapters().map(\.name) == [Adapter.upsTracking])
        #expect(try store.carriers() == [])
        #expect(try store.settings() == Settings())
        #expect(try store.application() == nil)
        #expect(try store.auditEvents().map(\.action) == ["created"])
    }

    @Test("what was saved is there again at the next opening")
    func reopen() throws {
        let place = try TemporaryStore()
        let saved = try place.open().save(fullCarrier(), by: "olga")
        let store = try place.open()
        #expect(try store.carrier(named: "Full") == saved)
        #expect(saved.id != nil && saved.version == 1)
    }

    /// The umask belongs to the whole process, so a process of its own tries it.
    @Test("folder and files are private under any umask", arguments: [0o000, 0o777, 0o022])
    func permissions(mask: Int) async {
        await #expect(processExitsWith: .success) { [mask = mask as Int] in
            let place = try TemporaryStore()
            umask(mode_t(mask))
            let store = try place.open()
            try store.save(soundCarrier(), by: "olga")
            #expect(try place.mode("") == 0o700)
            for name in ["store.sqlite", "store.sqlite-wal", "store.sqlite-shm", "store.sqlite.key"] {
                #expect(try place.mode(name) == 0o600, "\(name)")
            }
        }
    }

    @Test(
        "what others can get at is refused, with the command that helps",
        arguments: [
            ("", 0o750), ("", 0o701), ("store.sqlite", 0o640), ("store.sqlite", 0o602),
            ("store.sqlite.key", 0o604),
        ])
    func unsafe(name: String, mode: Int) throws {
        let place = try TemporaryStore()
        _ = try place.open()
        let path = name.isEmpty ? place.folder : "\(place.folder)/\(name)"
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        let error = #expect(throws: CarrierError.self) { try place.open().vault() }
        #expect(error?.code == .setup)
        #expect(error?.advice.contains("chmod") == true)
    }

    @Test("a store of a newer program is refused and not touched")
    func newer() throws {
        let place = try TemporaryStore()
        _ = try place.open()
        try DatabaseQueue(path: place.path).inDatabase { try $0.execute(sql: "PRAGMA user_version = 99") }
        let error = #expect(throws: CarrierError.self) { try place.open() }
        #expect(error?.code == .setup)
        #expect(error?.message.contains("newer") == true)
    }

    @Test("another program's database, and a file that is none, are refused")
    func foreign() throws {
        let place = try TemporaryStore()
        _ = try place.open()
        try FileManager.default.removeItem(atPath: place.path)
        try DatabaseQueue(path: place.path).inDatabase { try $0.execute(sql: "CREATE TABLE x (y)") }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: place.path)
        #expect(#expect(throws: CarrierError.self) { try place.open() }?.code == .setup)
        try Data("nothing of the kind, but long enough".utf8).write(to: URL(fileURLWithPath: place.path))
        #expect(#expect(throws: CarrierError.self) { try place.open() }?.code == .store)
    }

    @Test("twenty connections at once make one store")
    func race() async throws {
        let place = try TemporaryStore()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    let store = try place.open()
                    _ = try store.vault()
                }
            }
            try await group.waitForAll()
        }
        #expect(try place.open().users().count == 1)
    }

    @Test("the other connection's writes are noticed")
    func dataVersion() throws {
        let place = try TemporaryStore()
        let (one, other) = (try place.open(), try place.open())
        let before = try one.dataVersion()
        #expect(try one.dataVersion() == before)
        try other.save(soundCarrier(), by: "olga")
        #expect(try one.dataVersion() != before)
    }

    @Test("a writer that holds the store is told as busy")
    func busy() throws {
        let place = try TemporaryStore()
        let store = try place.open(busyTimeout: 0)
        let holder = try DatabaseQueue(path: place.path)
        try holder.inDatabase { db in
            try db.execute(sql: "BEGIN IMMEDIATE")
            let error = #expect(throws: CarrierError.self) { try store.save(soundCarrier(), by: "olga") }
            #expect(error?.code == .busy)
            try db.execute(sql: "ROLLBACK")
        }
        #expect(try store.carriers() == [])
    }

    @Test("The command that makes a store private can be pasted into a shell, whatever its folder is called")
    func quoted() throws {
        let place = try TemporaryStore()
        let folder = "\(place.root)/Olga's $(touch x) & Co"
        let keys = VaultKeys(keyFile: folder + "/store.sqlite.key")
        func open() throws { _ = try Store.open(at: folder + "/store.sqlite", keys: keys) }
        try open()
        for name in ["", "/store.sqlite"] {
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder + name)
            let error = try #require(throws: CarrierError.self) { try open() }
            let command = try #require(error.advice.split(separator: "`").dropFirst().first)
            try Spawned.run(["/bin/sh", "-c", "cd '\(place.root)' && \(command)"])
            try open()
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.root) == ["Olga's $(touch x) & Co"])
    }

    @Test("A damaged store is named, with SQLite's words and what to do")
    func damaged() throws {
        let place = try TemporaryStore()
        _ = try place.open()
        try Data(repeating: 0x5A, count: 8192).write(to: URL(fileURLWithPath: place.path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: place.path)
        let error = try #require(throws: CarrierError.self) { try place.open() }
        for part in [place.path, "file is not a database"] {
            #expect(error.message.contains(part), "\(error)")
        }
        #expect(error.advice.contains("carrier-editor restore FILE --replace"))
        for code in [ResultCode.SQLITE_IOERR, .SQLITE_CORRUPT] {
            let error = CarrierError(
                DatabaseError(resultCode: code, message: "disk I/O error"), storeAt: place.path)
            #expect(error.code == .store)
            #expect(error.message.contains(place.path) && error.message.contains("(disk I/O error)"))
            #expect(error.advice.contains("carrier-editor restore FILE --replace"))
        }
    }

    /// Only a user without root's rights is kept out by permissions, so a process of its own becomes one.
    @Test(
        "a store that may only be read is read, with a writer's log beside it or not",
        arguments: [true, false])
    func readOnly(hasLog: Bool) async {
        await #expect(processExitsWith: .success) { [hasLog = hasLog as Bool] in
            if getuid() == 0 { try #require(setgid(65534) == 0 && setuid(65534) == 0) }
            let place = try TemporaryStore()
            defer { chmod(place.folder, 0o700) }
            var writer: Store? = try place.open()
            let saved = try writer?.save(soundCarrier(), customerSecret: .set(Secret("canary")), by: "olga")
            if !hasLog { writer = nil }
            #expect(FileManager.default.fileExists(atPath: place.path + "-wal") == hasLog)
            chmod(place.path, 0o400)
            chmod(place.folder, 0o500)
            let store = try place.open()
            #expect(store.isReadOnly)
            #expect(try store.carrier(named: "UPS") == saved)
            #expect(try store.customerSecret(carrierID: try #require(saved?.id)) == Secret("canary"))
            #expect(throws: CarrierError.self) { try store.deleteCarrier(named: "UPS", by: "olga") }
            withExtendedLifetime(writer) {}
        }
    }

    @Test("a store on another machine says so until it is adopted")
    func machine() throws {
        let place = try TemporaryStore()
        #expect(try !place.open().comesFromAnotherMachine())
        let elsewhere = try place.open(station: Station(loginName: "olga", machineID: "machine-2"))
        #expect(try elsewhere.comesFromAnotherMachine())
        try elsewhere.adoptMachine(by: "olga")
        #expect(try !elsewhere.comesFromAnotherMachine())
        #expect(try place.open().comesFromAnotherMachine())
    }

    @Test("an untouched store opens without writing to it")
    func cheap() throws {
        let place = try TemporaryStore()
        let watcher = try place.open()
        let before = try watcher.dataVersion()
        _ = try place.open().carriers()
        #expect(try watcher.dataVersion() == before)
    }
}
