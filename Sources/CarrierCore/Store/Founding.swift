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
        try vault.write(db)
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
            let key = try KeyFile(keys.keyFile).make()
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
