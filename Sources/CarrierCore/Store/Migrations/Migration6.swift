internal import GRDB

/// How many renewals of a key have been given up, and why the last one was.
enum Migration6 {
    static func migrate(_ db: Database) throws {
        try db.execute(
            sql: """
                ALTER TABLE keyGrant ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
                ALTER TABLE keyGrant ADD COLUMN failureCode TEXT;
                ALTER TABLE keyGrant ADD COLUMN failureMessage TEXT;
                ALTER TABLE keyGrant ADD COLUMN failureAdvice TEXT;
                PRAGMA user_version = 6;
                """)
    }
}
