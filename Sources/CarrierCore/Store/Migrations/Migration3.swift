internal import GRDB

/// The choice of a theme among the settings.
enum Migration3 {
    static func migrate(_ db: Database) throws {
        try db.execute(sql: "ALTER TABLE setting ADD COLUMN theme TEXT NOT NULL DEFAULT 'terminal'")
        try db.execute(sql: "PRAGMA user_version = 3")
    }
}
