internal import GRDB

/// The server that a key came from; NULL where it was made before this was kept.
enum Migration5 {
    static func migrate(_ db: Database) throws {
        try db.execute(
            sql: """
                ALTER TABLE keyGrant ADD COLUMN server TEXT;
                PRAGMA user_version = 5;
                """)
    }
}
