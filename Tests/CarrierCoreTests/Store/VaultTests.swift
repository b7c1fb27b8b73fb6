import CarrierCore
import Foundation
import GRDB
import TestSupport
import Testing

@Suite("Vault")
struct VaultTests {
    private let place: TemporaryStore

    init() throws {
        place = try TemporaryStore()
    }

    @Test("a sealed value opens at its own place only, and only unchanged")
    func places() throws {
        let vault = try place.open().vault()
        let sealed = try vault.seal(Secret("canary"), table: "keyGrant", row: "7", column: "accessToken")
        #expect(
            try vault.open(sealed, table: "keyGrant", row: "7", column: "accessToken") == Secret("canary"))
        for (table, row, column) in [
            ("keyGrant", "8", "accessToken"), ("keyGrant", "7", "refreshToken"),
            ("carrier", "7", "accessToken"),
        ] {
            #expect(throws: CarrierError.self) {
                try vault.open(sealed, table: table, row: row, column: column)
            }
        }
        for index in sealed.indices {
            var changed = sealed
            changed[index] ^= 1
            #expect(throws: CarrierError.self) {
                try vault.open(changed, table: "keyGrant", row: "7", column: "accessToken")
            }
        }
        for length in [0, 1, 25, 40] {
            #expect(throws: CarrierError.self) {
                try vault.open(
                    Array(sealed.prefix(length)), table: "keyGrant", row: "7", column: "accessToken")
            }
        }
    }

    @Test("the same secret never looks the same twice, and an empty one can be sealed")
    func nonces() throws {
        let vault = try place.open().vault()
        let seal = { try vault.seal(Secret(""), table: "carrier", row: "1", column: "customerClientSecret") }
        let (one, other) = (try seal(), try seal())
        #expect(one != other)
        #expect(try vault.open(one, table: "carrier", row: "1", column: "customerClientSecret").isEmpty)
    }

    @Test("a column that is not listed takes no secret")
    func unlisted() throws {
        let vault = try place.open().vault()
        let error = #expect(throws: CarrierError.self) {
            try vault.seal(Secret("x"), table: "carrier", row: "1", column: "name")
        }
        #expect(error?.code == .fault)
    }

    @Test("a sealed value copied to another row does not open")
    func moved() throws {
        let store = try place.open()
        let one = try store.save(soundCarrier("One"), customerSecret: .set(Secret("canary")), by: "olga")
        let two = try store.save(soundCarrier("Two"), by: "olga")
        try DatabaseQueue(path: place.path).write { db in
            try db.execute(
                sql: """
                    UPDATE carrier SET customerClientSecret =
                        (SELECT customerClientSecret FROM carrier WHERE id = ?) WHERE id = ?
                    """, arguments: [one.id, two.id])
        }
        let error = #expect(throws: CarrierError.self) {
            try store.customerSecret(carrierID: try #require(two.id))
        }
        #expect(error?.code == .store)
    }

    @Test("no secret is found in the folder's bytes")
    func canary() throws {
        let store = try place.open()
        let canary = "canary-7f3a9c51e0"
        var application = UPSApplication(clientID: "id", redirectURI: "https://127.0.0.1/upscallback")
        application.pkce = false
        try store.save(application, secret: .set(Secret(canary)), by: "olga")
        try store.save(soundCarrier(), customerSecret: .set(Secret(canary)), by: "olga")
        var adapter = try store.adapter(named: Adapter.upsTracking)
        adapter.authorizationOption = .customerClientCredentials
        try store.save(adapter, customerSecret: .set(Secret(canary)), by: "olga")
        try store.setPassword(Secret(canary), of: "olga", by: "olga")
        _ = try store.authenticate(name: canary, password: Secret("x"))
        _ = try store.authenticate(name: "olga", password: Secret(canary + "?"))
        _ = try store.keepDraft(Secret(canary), of: .newCarrier, as: nil, by: "olga")
        try store.backUp(to: place.folder + "/backup.sqlite", by: "olga")
        #expect(try store.applicationSecret() == Secret(canary))
        let bytes = try place.bytes()
        #expect(bytes.range(of: Data("olga".utf8)) != nil)
        for trace in ["argon2"] + Canary.traces(of: canary) {
            #expect(bytes.range(of: Data(trace.utf8)) == nil, "\(trace)")
        }
    }

    @Test("another store's key file, a short one and a missing one are told apart")
    func keyFiles() throws {
        try place.open().save(soundCarrier(), customerSecret: .set(Secret("canary")), by: "olga")
        let other = try TemporaryStore()
        _ = try other.open()
        let own = try Data(contentsOf: URL(fileURLWithPath: place.keyFile))
        func message(_ key: Data?) throws -> String? {
            if let key {
                try key.write(to: URL(fileURLWithPath: place.keyFile))
                try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: place.keyFile)
            } else {
                try FileManager.default.removeItem(atPath: place.keyFile)
            }
            let store = try place.open()
            #expect(try store.carriers().count == 1)
            let error = #expect(throws: CarrierError.self) { try store.vault() }
            #expect(error?.code == .setup)
            return error?.message
        }
        #expect(
            try message(Data(contentsOf: URL(fileURLWithPath: other.keyFile)))?.contains("belong") == true)
        #expect(try message(own.prefix(31))?.contains("32 bytes") == true)
        #expect(try message(nil)?.contains("missing") == true)
        #expect(!FileManager.default.fileExists(atPath: place.keyFile))
    }

    @Test("a wrong passphrase destroys nothing and asks again")
    func passphrase() throws {
        let right: @Sendable () throws -> Secret = { Secret("correct horse") }
        let store = try place.open(kind: .passphrase, passphrase: right)
        let saved = try store.save(soundCarrier(), customerSecret: .set(Secret("canary")), by: "olga")
        let id = try #require(saved.id)
        let wrong = try place.open(passphrase: { Secret("battery staple") })
        #expect(wrong.vaultKind == .passphrase)
        for _ in 0..<2 {
            let error = #expect(throws: CarrierError.self) { try wrong.customerSecret(carrierID: id) }
            #expect(error?.message == "The passphrase is wrong.")
        }
        #expect(throws: CarrierError.self) { try place.open().customerSecret(carrierID: id) }
        #expect(try place.open(passphrase: right).customerSecret(carrierID: id) == Secret("canary"))
        #expect(!FileManager.default.fileExists(atPath: place.keyFile))
    }

    @Test("a systemd credential is a key, too")
    func systemd() throws {
        let folder = place.root + "/credentials"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        try Data(repeating: 7, count: 32).write(to: URL(fileURLWithPath: folder + "/carrier-editor.key"))
        let saved = try place.open(kind: .systemd, credentials: folder)
            .save(soundCarrier(), customerSecret: .set(Secret("canary")), by: "olga")
        let id = try #require(saved.id)
        #expect(try place.open(credentials: folder).customerSecret(carrierID: id) == Secret("canary"))
        #expect(throws: CarrierError.self) { try place.open().customerSecret(carrierID: id) }
    }

    @Test("a secret that is kept stays, one that is cleared is gone")
    func changes() throws {
        let store = try place.open()
        var carrier = try store.save(soundCarrier(), customerSecret: .set(Secret("canary")), by: "olga")
        let id = try #require(carrier.id)
        carrier.isInactive = true
        carrier = try store.save(carrier, by: "olga")
        #expect(try store.customerSecret(carrierID: id) == Secret("canary"))
        carrier = try store.save(carrier, customerSecret: .clear, by: "olga")
        #expect(try store.customerSecret(carrierID: id) == nil)
        #expect(try !store.hasCustomerSecret(carrierID: id))
        #expect(carrier.version == 3)
    }
}
