internal import GRDB
internal import Glibc

/// A store in the making, in one private file (0600) that has no name of its own yet.
struct StoreDraft {
    private let draft: PrivateDraft
    private var path: String { draft.path }

    init(beside file: String) throws {
        LeftBehind.sweep(folder: PrivateFiles.parent(of: file) ?? ".")
        draft = try PrivateDraft(of: file)
    }

    /// Takes a whole copy of a store (sqlite3_backup_init(3)), in one piece even while it is written to.
    func fill(from source: DatabaseQueue) throws {
        let copy = try open()
        try source.backup(to: copy)
        // One file, without a log beside it.
        try copy.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        try copy.close()
    }

    func change(_ body: (Database) throws -> Void) throws {
        let queue = try open()
        try queue.write(body)
        try queue.close()
    }

    func migrate() throws {
        let queue = try open()
        try Migrations.migrate(queue)
        try queue.close()
    }

    /// - Throws: `.store` when it is not whole, or a secret in it does not open.
    func check(_ vault: Vault) throws {
        let queue = try open()
        try queue.read { db in
            guard try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok" else {
                throw CarrierError(
                    .store, subject: path, "The copy of the store is damaged.",
                    advice: "Look at the disk with carrier-editor doctor, then try again.")
            }
            _ = try SealedColumn.openAll(db, vault)
        }
        try queue.close()
    }

    /// - Returns: false when there is a file of that name.
    func publish(as file: String) throws -> Bool {
        try draft.sync()
        return try draft.publish(as: file)
    }

    /// Takes the name of a file that is there, in one step: there is always one of them.
    func takePlace(of file: String) throws {
        try draft.sync()
        guard rename(path, file) == 0 else {
            throw PrivateFiles.systemError(.store, file, "The file could not be replaced")
        }
        try PrivateFiles.syncFolder(of: file)
    }

    /// - Returns: the name it got, which is another one where this is taken.
    func keep(as name: String) throws -> String {
        try draft.sync()
        return try PrivateFiles.keep(path, as: name)
    }

    /// Puts its contents into a store that is in use, as one transaction for everyone who has it open.
    func replace(_ store: DatabaseQueue) throws {
        let queue = try open()
        try queue.backup(to: store)
        try queue.close()
    }

    func remove() { draft.remove() }

    private func open() throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA synchronous = FULL")
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }
}
