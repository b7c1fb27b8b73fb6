internal import GRDB

/// The end of a lease by the machine's uptime, the time before which UPS wants no further request for a key, and what is
/// written to prove that there is room.
enum Migration4 {
    static func migrate(_ db: Database) throws {
        try db.execute(
            sql: """
                ALTER TABLE keyGrant ADD COLUMN leaseUptime INTEGER;
                ALTER TABLE keyGrant ADD COLUMN notBefore INTEGER;
                ALTER TABLE store ADD COLUMN proof BLOB;
                PRAGMA user_version = 4;
                """)
    }
}
