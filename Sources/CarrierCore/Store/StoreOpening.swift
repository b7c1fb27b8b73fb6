internal import GRDB
internal import Glibc

extension Store {
    /// Opens the store, or makes a new one with its folder, its vault key and its first user.
    ///
    /// A store that may only be read is opened for reading.
    /// - Parameters:
    ///   - keys: the ways to a vault key that this process has.
    ///   - newVault: how a new store keeps its vault key.
    ///   - busyTimeout: seconds to wait for another process's transaction.
    /// - Throws: `.setup` for unsafe permissions, a newer store and a missing key file; `.store`, `.busy`.
    public static func open(
        at path: String, keys: VaultKeys, newVault: VaultKind = .keyFile, clock: WallClock = .system,
        station: Station = .current, busyTimeout: Double = 10
    ) throws(CarrierError) -> Store {
        let path = PrivateFiles.resolved(path)
        do {
            let isReadOnly = try prepareFiles(path)
            let queue = try connect(path, isReadOnly: isReadOnly, busyTimeout: busyTimeout)
            let founding = Founding(keys: keys, kind: newVault, clock: clock, station: station)
            let state = try bringUpToDate(queue, path: path, founding: founding, isReadOnly: isReadOnly)
            let store = Store(
                path: path, queue: queue, vault: state, keys: keys, clock: clock, station: station,
                isReadOnly: isReadOnly)
            // What fails here is tried again at the key's next renewal, which says what is wrong.
            try? store.takeInSpills()
            return store
        } catch {
            throw CarrierError(error, storeAt: path)
        }
    }

    /// - Returns: whether the store may only be read.
    private static func prepareFiles(_ path: String) throws -> Bool {
        let folder = PrivateFiles.parent(of: path) ?? "/"
        try PrivateFiles.prepareFolder(folder)
        let isFolderReadOnly = access(folder, W_OK) != 0
        if !isFolderReadOnly { try PrivateFiles.prepareFile(path) }
        for suffix in ["", "-wal", "-shm"] { try PrivateFiles.checkFile(path + suffix) }
        return isFolderReadOnly || access(path, W_OK) != 0
    }

    private static func connect(
        _ path: String, isReadOnly: Bool, busyTimeout: Double
    ) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = "store"
        configuration.busyMode = .timeout(busyTimeout)
        configuration.readonly = isReadOnly
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA synchronous = FULL")
        }
        // Without its log a store in a folder that cannot be written has no other reader to mind.
        guard isReadOnly, access(path + "-wal", F_OK) != 0 else {
            return try DatabaseQueue(path: path, configuration: configuration)
        }
        let escaped = path.utf8.map { byte in
            byte.isLetter || byte.isDigit || "/._-".utf8.contains(byte)
                ? String(Unicode.Scalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        return try DatabaseQueue(path: "file:\(escaped.joined())?immutable=1", configuration: configuration)
    }

    private static func bringUpToDate(
        _ queue: DatabaseQueue, path: String, founding: Founding, isReadOnly: Bool
    ) throws -> VaultRow {
        if try schemaVersion(queue) == Migrations.current, let row = try queue.read(VaultRow.fetch) {
            return row
        }
        guard !isReadOnly else {
            throw CarrierError(
                .setup, subject: path, "The store is not up to date and may only be read.",
                advice: "Open it once with the right to write.")
        }
        return try PrivateFiles.withLock(onFolder: PrivateFiles.parent(of: path) ?? "/") {
            let mode = try queue.inDatabase { try String.fetchOne($0, sql: "PRAGMA journal_mode = WAL") }
            guard mode == "wal" else {
                throw CarrierError(
                    .setup, subject: path,
                    "The file system of \(path.shownPath) cannot hold a store (no WAL).",
                    advice: "Keep the store on a local disk.")
            }
            if try schemaVersion(queue) < Migrations.current { try Migrations.migrate(queue) }
            return try queue.write { db in try VaultRow.fetch(db) ?? founding.found(db) }
        }
    }

    /// The store's schema; 0 for a new file, and for one whose first migration has only just begun.
    static func schemaVersion(_ queue: DatabaseQueue) throws -> Int32 {
        // The migrator's own table is there a moment before the first migration is.
        let sql = """
            SELECT application_id, user_version,
                EXISTS (SELECT 1 FROM sqlite_master WHERE tbl_name <> 'grdb_migrations')
            FROM pragma_application_id, pragma_user_version
            """
        // In one transaction, so that all three are of one moment.
        guard let row = try queue.read({ try Row.fetchOne($0, sql: sql) }) else { return 0 }
        let (application, version, hasTables): (Int32, Int32, Bool) = (row[0], row[1], row[2])
        let isNew = application == 0 && version == 0 && !hasTables
        guard isNew || application == Migrations.applicationID else {
            throw CarrierError(
                .setup, subject: queue.path, "\(queue.path.shownPath) is a database of another program.",
                advice: "Choose another path for the store.")
        }
        guard version <= Migrations.current else {
            throw CarrierError(
                .setup, subject: queue.path, "The store was written by a newer version of this program.",
                advice: "Update the program; nothing was changed.")
        }
        return version
    }
}
