internal import Foundation
internal import GRDB

extension Store {
    /// Seals every secret anew under a new vault key, kept in the way of `kind`.
    ///
    /// Killed at any moment, the store opens afterwards with the old key or with the new one: a new key file lies
    /// beside the old one before the store takes it, and everything else is one transaction.
    /// - Parameters:
    ///   - passphrase: asks for the new one; asked only for that kind.
    /// - Returns: where a copy of the old key file was kept, for the backups made with it; nil when there was none.
    /// - Throws: `.setup` when the present key or the new credential is missing, `.busy` while a key is being renewed,
    ///   `.store`.
    @discardableResult
    public func rekey(
        to kind: VaultKind, passphrase: @escaping @Sendable () throws -> Secret, by actor: String
    ) throws(CarrierError) -> String? {
        try mapped {
            // Whoever has to be asked is asked before anything is locked.
            _ = try vault()
            let (row, key) = try newKey(kind, passphrase: passphrase)
            return try PrivateFiles.withLock(onFolder: PrivateFiles.parent(of: path) ?? "/") {
                // Inside the lock, after what another rekeying has left: this ends one that was cut short, whose new key
                // lies in the pending file alone.
                try read { _ in }
                let vault = try vault()
                let oldKind = vault.kind
                let file = KeyFile(keys.keyFile)
                var copy: String?
                let spills = try write { db in
                    // What lies beside the store is sealed with the old key; a renewal that left it there is over.
                    let spills = try takeInSpills(db, vault)
                    try requireNoRenewal(db)
                    if kind == .keyFile { try file.prepare(key) }
                    copy = oldKind == .keyFile ? try file.keepCopy(at: clock.now()) : nil
                    try reseal(db, from: vault, to: key)
                    try row.write(db)
                    // Made with the old key, and worth no more than a delay.
                    try db.execute(sql: "DELETE FROM signInDelay")
                    try audit(
                        db, actor: actor, action: "rekeyed", subject: "store", detail: "to \(kind.title)")
                    return spills
                }
                if kind == .keyFile {
                    try file.promote()
                } else if oldKind == .keyFile {
                    try file.remove()
                }
                for spill in spills { try spill.remove() }
                return copy
            }
        }
    }

    /// UPS's answer to a renewal that is under way could not be sealed any more by a process that has no way to the new
    /// key.
    private func requireNoRenewal(_ db: Database) throws {
        let (observer, now) = (LeaseHolder.current(), clock.now())
        let leases = try Row.fetchAll(
            db, sql: "SELECT \(Lease.columns) FROM keyGrant WHERE leaseHolder IS NOT NULL")
        guard leases.allSatisfy({ Lease(row: $0)?.isHeld(seenFrom: observer, at: now) != true }) else {
            throw CarrierError(
                .busy, subject: "vault",
                "A key is being renewed, and its answer is sealed with the present vault key.",
                advice: "Try again in a moment.")
        }
    }

    private func newKey(
        _ kind: VaultKind, passphrase: @escaping @Sendable () throws -> Secret
    ) throws -> (VaultRow, Secret) {
        switch kind {
        case .keyFile:
            let key = try Sodium.randomKey()
            return (VaultRow(kind: kind, keyCheck: try VaultSeal.keyCheck(for: key)), key)
        case .systemd:
            let key = try KeyMaterial.credential(in: keys.credentialsDirectory)
            return (VaultRow(kind: kind, keyCheck: try VaultSeal.keyCheck(for: key)), key)
        case .passphrase:
            let salt = try Sodium.random(count: Argon2.saltSize)
            let key = try KeyMaterial.passphrase(passphrase, salt: salt, cost: .standard)
            return (
                VaultRow(kind: kind, salt: salt, cost: .standard, keyCheck: try VaultSeal.keyCheck(for: key)),
                key
            )
        }
    }

    private func reseal(_ db: Database, from vault: Vault, to key: Secret) throws {
        for column in SealedColumn.all {
            for (row, sealed) in try column.values(db) {
                let name = String(row)
                let secret = try vault.open(sealed, table: column.table, row: name, column: column.column)
                let place = VaultSeal.place(column.table, name, column.column)
                try db.update(
                    column.table, id: row,
                    [(column.column, Data(try VaultSeal.seal(secret, place: place, key: key)))])
            }
        }
    }
}
