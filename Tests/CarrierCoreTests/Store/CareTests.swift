import CarrierCore
import Foundation
import GRDB
import Testing

@Suite("Care of the store")
struct CareTests {
    private let place: TemporaryStore

    init() throws {
        place = try TemporaryStore()
    }

    private func store(with secret: String) throws -> Store {
        let store = try place.open()
        try store.save(
            UPSApplication(clientID: "app", redirectURI: "https://127.0.0.1/upscallback"),
            secret: .set(Secret(secret)), by: "olga")
        return store
    }

    private func clientSecret(_ store: Store) throws -> Secret? { try store.applicationSecret() }

    // MARK: Rekey

    @Test func `a new key file opens everything, and the old one is kept beside it`() throws {
        let store = try store(with: "canary")
        let old = try Data(contentsOf: URL(fileURLWithPath: place.keyFile))
        let copy = try #require(try store.rekey(to: .keyFile, passphrase: { Secret("") }, by: "olga"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: copy)) == old)
        #expect(try Data(contentsOf: URL(fileURLWithPath: place.keyFile)) != old)
        #expect(try clientSecret(store) == Secret("canary"))
        #expect(try clientSecret(place.open()) == Secret("canary"))
        #expect(try store.auditEvents().last?.action == "rekeyed")
    }

    @Test func `a store that was open meanwhile seals and opens with the new key`() throws {
        let store = try store(with: "canary")
        let other = try place.open()
        #expect(try clientSecret(other) == Secret("canary"))
        try store.rekey(to: .keyFile, passphrase: { Secret("") }, by: "olga")
        #expect(try clientSecret(other) == Secret("canary"))
        try store.rekey(to: .keyFile, passphrase: { Secret("") }, by: "olga")
        try other.save(
            UPSApplication(clientID: "app", redirectURI: "https://127.0.0.1/upscallback"),
            secret: .set(Secret("second")), by: "olga")
        #expect(try clientSecret(place.open()) == Secret("second"))
    }

    @Test func `a passphrase takes the key file's place, and a wrong one changes nothing`() throws {
        let store = try store(with: "canary")
        try store.rekey(to: .passphrase, passphrase: { Secret("open sesame") }, by: "olga")
        #expect(!FileManager.default.fileExists(atPath: place.keyFile))
        let wrong = try place.open(passphrase: { Secret("open barley") })
        let error = #expect(throws: CarrierError.self) { try clientSecret(wrong) }
        #expect(error?.message == "The passphrase is wrong.")
        #expect(throws: CarrierError.self) {
            try wrong.rekey(to: .keyFile, passphrase: { Secret("") }, by: "olga")
        }
        #expect(!FileManager.default.fileExists(atPath: place.keyFile))
        #expect(try clientSecret(place.open(passphrase: { Secret("open sesame") })) == Secret("canary"))
    }

    @Test func `nobody is asked for a passphrase while the store is locked for it`() throws {
        let store = try store(with: "canary")
        let lock = try WriteLock(place.path)
        let other = try place.open(passphrase: {
            try lock.take()
            try lock.release()
            return Secret("open sesame")
        })
        #expect(try clientSecret(other) == Secret("canary"))
        try store.rekey(to: .passphrase, passphrase: { Secret("open sesame") }, by: "olga")
        try other.save(
            UPSApplication(clientID: "app", redirectURI: "https://127.0.0.1/upscallback"),
            secret: .set(Secret("second")), by: "olga")
        #expect(try clientSecret(other) == Secret("second"))
    }

    @Test func `a change of key cut short after the store took it is ended at the next use`() throws {
        let store = try store(with: "canary")
        let copy = try #require(try store.rekey(to: .keyFile, passphrase: { Secret("") }, by: "olga"))
        // As if killed before the new file got its name.
        try FileManager.default.moveItem(atPath: place.keyFile, toPath: place.keyFile + ".new")
        try FileManager.default.copyItem(atPath: copy, toPath: place.keyFile)
        #expect(try clientSecret(place.open()) == Secret("canary"))
        #expect(!FileManager.default.fileExists(atPath: place.keyFile + ".new"))
        #expect(try clientSecret(place.open()) == Secret("canary"))
    }

    @Test func `a new key that the store never took is of no account`() throws {
        let store = try store(with: "canary")
        try Data(repeating: 7, count: 32).write(to: URL(fileURLWithPath: place.keyFile + ".new"))
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: place.keyFile + ".new")
        #expect(try clientSecret(place.open()) == Secret("canary"))
        try store.rekey(to: .keyFile, passphrase: { Secret("") }, by: "olga")
        #expect(try clientSecret(place.open()) == Secret("canary"))
    }

    @Test func `a systemd credential becomes the key, and one that is missing changes nothing`() throws {
        let store = try store(with: "canary")
        #expect(throws: CarrierError.self) {
            try store.rekey(to: .systemd, passphrase: { Secret("") }, by: "olga")
        }
        #expect(try clientSecret(place.open()) == Secret("canary"))
        let credentials = place.root + "/credentials"
        try FileManager.default.createDirectory(atPath: credentials, withIntermediateDirectories: false)
        try Data(repeating: 9, count: 32).write(
            to: URL(fileURLWithPath: "\(credentials)/\(VaultKeys.credentialName)"))
        try place.open(credentials: credentials).rekey(to: .systemd, passphrase: { Secret("") }, by: "olga")
        #expect(try clientSecret(place.open(credentials: credentials)) == Secret("canary"))
        #expect(throws: CarrierError.self) { try clientSecret(place.open()) }
    }

    // MARK: Backup

    @Test func `a backup made in use is whole, private, sealed, and without the key`() throws {
        let store = try store(with: "canary")
        let file = place.folder + "/copy.sqlite"
        try store.backUp(to: file, by: "olga")
        let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        #expect(bytes.range(of: Data("canary".utf8)) == nil)
        #expect(bytes.range(of: try Data(contentsOf: URL(fileURLWithPath: place.keyFile))) == nil)
        let names = try FileManager.default.contentsOfDirectory(atPath: place.folder)
        #expect(!names.contains { $0.hasSuffix(".new") || $0.hasPrefix("copy.sqlite-") })
        let error = #expect(throws: CarrierError.self) { try store.backUp(to: file, by: "olga") }
        #expect(error?.code == .invalid)
        #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == bytes)
    }

    /// The umask belongs to the whole process, so a process of its own tries it.
    @Test func `a backup is private under any umask`() async {
        await #expect(processExitsWith: .success) {
            let place = try TemporaryStore()
            let store = try place.open()
            umask(0)
            try store.backUp(to: place.folder + "/copy.sqlite", by: "olga")
            #expect(try place.mode("copy.sqlite") == 0o600)
        }
    }

    @Test func `a store with a damaged secret gives no backup that looks whole`() throws {
        let store = try store(with: "canary")
        let queue = try DatabaseQueue(path: place.path)
        try queue.write { try $0.execute(sql: "UPDATE application SET clientSecret = x'00'") }
        #expect(throws: CarrierError.self) { try store.backUp(to: place.folder + "/copy.sqlite", by: "olga") }
        #expect(!FileManager.default.fileExists(atPath: place.folder + "/copy.sqlite"))
    }

    // MARK: Restore

    private func restore(_ file: String, mayReplace: Bool) throws -> String? {
        try Store.restore(
            file, at: place.path, keys: VaultKeys(keyFile: place.keyFile), mayReplace: mayReplace,
            clock: WallClock { 1_700_000_000_000 }, station: TemporaryStore.station, by: "olga")
    }

    @Test func `a restored store has what was backed up, for whoever has it open, too`() throws {
        let store = try store(with: "first")
        let file = place.folder + "/copy.sqlite"
        try store.backUp(to: file, by: "olga")
        try store.save(
            UPSApplication(clientID: "later", redirectURI: "https://127.0.0.1/upscallback"),
            secret: .set(Secret("second")), by: "olga")
        let error = #expect(throws: CarrierError.self) { try restore(file, mayReplace: false) }
        #expect(error?.code == .invalid)
        #expect(try clientSecret(store) == Secret("second"))
        let kept = try #require(try restore(file, mayReplace: true))
        #expect(try store.application()?.clientID == "app")
        #expect(try clientSecret(store) == Secret("first"))
        #expect(try store.auditEvents().last?.action == "restored")
        // And back again.
        _ = try Store.restore(
            kept, at: place.path, keys: VaultKeys(keyFile: place.keyFile), mayReplace: true,
            clock: WallClock { 1_700_000_001_000 }, station: TemporaryStore.station, by: "olga")
        #expect(try clientSecret(place.open()) == Secret("second"))
    }

    @Test func `keys that rotate are uncertain after a restore`() throws {
        let store = try store(with: "first")
        let queue = try DatabaseQueue(path: place.path)
        try queue.write { db in
            for endpoint in ["test", "production"] {
                try db.execute(
                    sql: """
                        INSERT INTO keyGrant (adapterID, endpoint, method, clientID, issuedAt, expiresIn, receivedAt,
                            authorizedBy, authorizedAt)
                        VALUES (1, '\(endpoint)', 'authorization-code', 'app', 1, 1, 1, 'olga', 1)
                        """)
            }
        }
        let vault = try store.vault()
        try queue.write { db in
            let id = try #require(
                try Int64.fetchOne(db, sql: "SELECT id FROM keyGrant WHERE endpoint = 'test'"))
            let sealed = try vault.seal(
                Secret("r"), table: "keyGrant", row: String(id), column: "refreshToken")
            try db.execute(
                sql: "UPDATE keyGrant SET refreshToken = ? WHERE id = ?", arguments: [Data(sealed), id])
        }
        let file = place.folder + "/copy.sqlite"
        try store.backUp(to: file, by: "olga")
        _ = try restore(file, mayReplace: true)
        let conditions = try queue.read {
            try String.fetchAll($0, sql: "SELECT condition FROM keyGrant ORDER BY endpoint")
        }
        #expect(conditions == ["good", "uncertain"])
    }

    @Test func `a damaged store gives way to its backup and is kept`() throws {
        let store = try store(with: "first")
        let file = place.root + "/copy.sqlite"
        try store.backUp(to: file, by: "olga")
        let broken = Data(repeating: 0x5A, count: 8192)
        try FileManager.default.removeItem(atPath: place.path)
        for suffix in ["-wal", "-shm"] where FileManager.default.fileExists(atPath: place.path + suffix) {
            try FileManager.default.removeItem(atPath: place.path + suffix)
        }
        try broken.write(to: URL(fileURLWithPath: place.path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: place.path)
        let kept = try #require(try restore(file, mayReplace: true))
        #expect(try Data(contentsOf: URL(fileURLWithPath: kept)) == broken)
        #expect(try clientSecret(place.open()) == Secret("first"))
    }

    @Test(arguments: ["", "no database", String(repeating: "SQLite format 3\u{0}", count: 512)])
    func `what is no backup replaces nothing`(_ text: String) throws {
        let store = try store(with: "first")
        let file = place.folder + "/copy.sqlite"
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        let error = #expect(throws: CarrierError.self) { try restore(file, mayReplace: true) }
        #expect(error?.code == .invalid)
        #expect(throws: CarrierError.self) { try restore(place.folder + "/missing", mayReplace: true) }
        #expect(try clientSecret(store) == Secret("first"))
    }

    @Test func `a backup whose key is missing is not put in the store's place`() throws {
        let store = try store(with: "first")
        let file = place.root + "/copy.sqlite"
        try store.backUp(to: file, by: "olga")
        try store.rekey(to: .keyFile, passphrase: { Secret("") }, by: "olga")
        let error = #expect(throws: CarrierError.self) { try restore(file, mayReplace: true) }
        #expect(error?.code == .setup)
        #expect(try clientSecret(store) == Secret("first"))
    }
}
