internal import Foundation
internal import GRDB

/// The row of `vault`: which key opens the store, and how to know it.
struct VaultRow: Equatable, Sendable {
    var kind: VaultKind
    var salt: [UInt8] = []
    var cost = Argon2.Cost.standard
    var keyCheck: [UInt8]

    /// Prepared once: every transaction asks.
    static func fetch(_ db: Database) throws -> VaultRow? {
        let statement = try db.cachedStatement(
            sql: "SELECT kind, salt, operations, memory, keyCheck FROM vault")
        guard let row = try Row.fetchOne(statement) else { return nil }
        return VaultRow(
            kind: try row.choice("kind"),
            salt: try row.decode(Data?.self, forColumn: "salt").map { Array($0) } ?? [],
            cost: Argon2.Cost(
                operations: try row.decode(Int64?.self, forColumn: "operations") ?? 0,
                memory: try row.decode(Int64?.self, forColumn: "memory") ?? 0),
            keyCheck: Array(try row.decode(Data.self, forColumn: "keyCheck")))
    }

    /// Writes the row, in place of another.
    func write(_ db: Database) throws {
        let isStretched = kind == .passphrase
        try db.execute(
            sql:
                "INSERT OR REPLACE INTO vault (id, kind, salt, operations, memory, keyCheck) VALUES (1, ?, ?, ?, ?, ?)",
            arguments: [
                kind.code, isStretched ? Data(salt) : nil, isStretched ? cost.operations : nil,
                isStretched ? cost.memory : nil, Data(keyCheck),
            ])
    }

    /// Whether this is the key that the store's secrets are sealed with.
    func fits(_ key: Secret) throws -> Bool {
        try VaultSeal.open(keyCheck, place: VaultSeal.keyCheckPlace, key: key) != nil
    }

    /// Fetches the key from where its kind keeps it.
    ///
    /// - Throws: `.setup` when it is missing, or another store's, or the passphrase is wrong.
    func loadKey(_ keys: VaultKeys) throws -> Secret {
        let key =
            switch kind {
            case .keyFile: try KeyFile(keys.keyFile).load(fitting: fits)
            case .systemd: try KeyMaterial.credential(in: keys.credentialsDirectory)
            case .passphrase: try KeyMaterial.passphrase(keys.passphrase, salt: salt, cost: cost)
            }
        guard try fits(key) else { throw wrongKey }
        return key
    }

    private var wrongKey: CarrierError {
        switch kind {
        case .passphrase:
            CarrierError(
                .setup, subject: "passphrase", "The passphrase is wrong.",
                advice: "Nothing was changed; try again.")
        case .keyFile:
            CarrierError(
                .setup, subject: "keyFile", "The vault key file does not belong to this store.",
                advice: "Put back the key file made with this store, or name it with --key-file.")
        case .systemd:
            CarrierError(
                .setup, subject: "credential", "The systemd credential does not belong to this store.",
                advice: "Load the credential that this store was sealed with.")
        }
    }
}
