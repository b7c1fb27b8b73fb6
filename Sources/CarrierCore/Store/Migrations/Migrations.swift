internal import GRDB

/// The store's schema, one frozen file for each step: never edited once released, only followed by another.
enum Migrations {
    /// `PRAGMA user_version` once all steps are done: looking at it alone tells whether there is one to do.
    static let current: Int32 = 2
    /// `PRAGMA application_id`: "CEdt".
    static let applicationID: Int32 = 0x4345_6474

    static func migrate(_ queue: DatabaseQueue) throws {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1", migrate: Migration1.migrate)
        migrator.registerMigration("2", migrate: Migration2.migrate)
        try migrator.migrate(queue)
    }
}
