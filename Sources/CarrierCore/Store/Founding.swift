internal import Foundation
internal import GRDB

/// What a new store is given: its vault key, its machine, its settings and its first user.
struct Founding {
    let keys: VaultKeys
    let kind: VaultKind
    let clock: WallClock
    let station: Station

    func found(_ db: Database) throws -> VaultRow {
        let vault = try makeVault()
        let now = clock.now()
        try vault.insert(db)
        try db.execute(
            sql: "INSERT INTO store (id, machineID, createdAt) VALUES (1, ?, ?)",
            arguments: [station.machineID, now])
        try db.execute(
            sql: "INSERT INTO user (name, role, isDisabled) VALUES (?, 'administrator', 0)",
            arguments: [station.loginName])
        try Audit.add(
            db, AuditEvent(at: now, actor: station.loginName, action: "created", subject: "store"))
        return vault
    }

    private func makeVault() throws -> VaultRow {
        switch kind {
        case .keyFile:
            let key = try KeyMaterial.makeKeyFile(keys.keyFile)
            return VaultRow(kind: kind, keyCheck: try VaultSeal.keyCheck(for: key))
        case .systemd:
            let key = try KeyMaterial.credential(in: keys.credentialsDirectory)
            return VaultRow(kind: kind, keyCheck: try VaultSeal.keyCheck(for: key))
        case .passphrase:
            let salt = try Sodium.random(count: Argon2.saltSize)
            let key = try KeyMaterial.passphrase(keys.passphrase, salt: salt, cost: .standard)
            return VaultRow(
                kind: kind, salt: salt, cost: .standard, keyCheck: try VaultSeal.keyCheck(for: key))
        }
    }
}

/// The row of `vault`: which key opens the store, and how to know it.
struct VaultRow {
    var kind: VaultKind
    var salt: [UInt8] = []
    var cost = Argon2.Cost.standard
    var keyCheck: [UInt8]

    static func fetch(_ db: Database) throws -> VaultRow? {
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM vault") else { return nil }
        return VaultRow(
            kind: try row.choice("kind"),
            salt: try row.decode(Data?.self, forColumn: "salt").map { Array($0) } ?? [],
            cost: Argon2.Cost(
                operations: try row.decode(Int64?.self, forColumn: "operations") ?? 0,
                memory: try row.decode(Int64?.self, forColumn: "memory") ?? 0),
            keyCheck: Array(try row.decode(Data.self, forColumn: "keyCheck")))
    }

    func insert(_ db: Database) throws {
        let isStretched = kind == .passphrase
        try db.execute(
            sql: "INSERT INTO vault (id, kind, salt, operations, memory, keyCheck) VALUES (1, ?, ?, ?, ?, ?)",
            arguments: [
                kind.code, isStretched ? Data(salt) : nil, isStretched ? cost.operations : nil,
                isStretched ? cost.memory : nil, Data(keyCheck),
            ])
    }

    func vault(_ keys: VaultKeys) -> Vault {
        let (salt, cost) = (salt, cost)
        return Vault(kind: kind, keyCheck: keyCheck) { [kind] in
            switch kind {
            case .keyFile: try KeyMaterial.keyFile(keys.keyFile)
            case .systemd: try KeyMaterial.credential(in: keys.credentialsDirectory)
            case .passphrase: try KeyMaterial.passphrase(keys.passphrase, salt: salt, cost: cost)
            }
        }
    }
}
