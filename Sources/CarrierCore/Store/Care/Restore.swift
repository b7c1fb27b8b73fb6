internal import GRDB
internal import Glibc

extension Store {
    /// Puts a backup in the store's place, or in place of the one that is there, which is kept beside it.
    ///
    /// Refresh tokens work once and may have been spent since the backup was made: keys that have one are marked
    /// uncertain. Killed at any moment, the store is the old one or the restored one. Another process that has it
    /// open goes on with the restored one.
    /// - Parameters:
    ///   - path: the store's.
    ///   - mayReplace: whether a store that is there may give way.
    /// - Returns: the backup of the store that was there; nil when there was none.
    /// - Throws: `.invalid` for a file that is no backup, or a store that is in the way; `.setup` when the backup's
    ///   vault key is missing; `.store`, `.busy`.
    public static func restore(
        _ backup: String, at path: String, keys: VaultKeys, mayReplace: Bool, clock: WallClock = .system,
        station: Station = .current, by actor: String
    ) throws(CarrierError) -> String? {
        let path = PrivateFiles.resolved(path)
        do {
            let isThere = PrivateFiles.exists(path)
            guard mayReplace || !isThere else {
                throw CarrierError(
                    .invalid, subject: path, "There is a store at \(path.shownPath) already.",
                    advice: "Restore with --replace to put the backup in its place; a copy of it is kept.")
            }
            try PrivateFiles.prepareFolder(PrivateFiles.parent(of: path) ?? "/")
            let draft = try StoreDraft(beside: path)
            defer { draft.remove() }
            let vault = try prepare(
                draft, from: backup, keys: keys, now: clock.now(), station: station, by: actor)
            try draft.check(vault)
            if !isThere, try draft.publish(as: path) { return nil }
            guard isThere else {
                throw CarrierError(
                    .busy, subject: path, "Another process made a store at \(path.shownPath) meanwhile.",
                    advice: "Look whether it is needed, and restore with --replace if not.")
            }
            let name = "\(path).\(ISODate.text(clock.now()))"
            do {
                let store = try open(at: path, keys: keys, clock: clock, station: station)
                let kept = try store.keepCopy(as: name)
                try draft.replace(store.queue)
                return kept
            } catch let error as CarrierError where error.isDamage {
                // The store that is there cannot be read: the reason to restore.
                let kept = try PrivateFiles.keep(path, as: name)
                try moveLogsAside(path, to: kept)
                try draft.takePlace(of: path)
                return kept
            }
        } catch {
            throw CarrierError(error, storeAt: path)
        }
    }

    /// A copy of a store that gives way. Its vault may be one that nobody has the key of any more, so nothing is opened.
    private func keepCopy(as name: String) throws -> String {
        let draft = try StoreDraft(beside: name)
        defer { draft.remove() }
        try draft.fill(from: queue)
        return try draft.keep(as: name)
    }

    /// Its logs go with the store that is kept: the new one must not read them as its own.
    private static func moveLogsAside(_ path: String, to kept: String) throws {
        for suffix in ["-wal", "-shm"] {
            guard rename(path + suffix, kept + suffix) == 0 || errno == ENOENT else {
                throw PrivateFiles.systemError(.store, path + suffix, "The file could not be moved aside")
            }
        }
    }

    private static func prepare(
        _ draft: StoreDraft, from backup: String, keys: VaultKeys, now: Int64, station: Station,
        by actor: String
    ) throws -> Vault {
        guard try PrivateFiles.checkFile(backup) else {
            throw CarrierError(
                .invalid, subject: backup, "There is no file \(backup.shownPath).",
                advice: "Name the backup to restore.")
        }
        var configuration = Configuration()
        configuration.readonly = true
        var row: VaultRow?
        do {
            let source = try DatabaseQueue(path: backup, configuration: configuration)
            guard try schemaVersion(source) > 0 else { throw DatabaseError(resultCode: .SQLITE_NOTADB) }
            try draft.fill(from: source)
        } catch let error as DatabaseError where [.SQLITE_NOTADB, .SQLITE_CORRUPT].contains(error.resultCode)
        {
            throw CarrierError(
                .invalid, subject: backup, "\(backup.shownPath) is damaged or no backup of a store.",
                advice: "Restore another one.", underlying: error)
        }
        try draft.migrate()
        try draft.change { db in
            try db.execute(
                sql: """
                    UPDATE keyGrant SET condition = 'uncertain', conditionAt = ?, conditionReason = 'restored',
                        intent = NULL, intentAt = NULL, intentRetries = 0, notBefore = NULL,
                        \(Lease.ended)
                    WHERE refreshToken IS NOT NULL AND condition <> 'refused'
                    """, arguments: [now])
            try db.execute(sql: "UPDATE store SET machineID = ?", arguments: [station.machineID])
            try Audit.add(db, AuditEvent(at: now, actor: actor, action: "restored", subject: "store"))
            row = try VaultRow.fetch(db)
        }
        guard let row else {
            throw CarrierError(
                .invalid, subject: backup, "\(backup.shownPath) holds no store.",
                advice: "Restore another one.")
        }
        return Vault(row, keys: keys)
    }
}
