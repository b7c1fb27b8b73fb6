internal import GRDB

/// The store's schema, one frozen file for each step: never edited once released, only followed by another.
enum Migrations {
    /// `PRAGMA user_version` once all steps are done: looking at it alone tells whether there is one to do.
    static let current: Int32 = 6
    /// `PRAGMA application_id`: "CEdt".
    static let applicationID: Int32 = 0x4345_6474

    static func migrate(_ queue: DatabaseQueue) throws {
        // First of all, for the migrator's own table comes before the first step: whoever opens the store in between, or
        // after a kill there, must see whose it is.
        try queue.inDatabase { try $0.execute(sql: "PRAGMA application_id = \(applicationID)") }
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1", migrate: Migration1.migrate)
        migrator.registerMigration("2", migrate: Migration2.migrate)
        migrator.registerMigration("3", migrate: Migration3.migrate)
        migrator.registerMigration("4", migrate: Migration4.migrate)
        migrator.registerMigration("5", migrate: Migration5.migrate)
        migrator.registerMigration("6", migrate: Migration6.migrate)
        try migrator.migrate(queue)
    }
}
