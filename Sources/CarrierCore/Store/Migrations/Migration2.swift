internal import GRDB

/// Drafts: what was typed into a window and has not been saved.
enum Migration2 {
    static func migrate(_ db: Database) throws {
        try db.execute(sql: drafts)
        try db.execute(sql: "PRAGMA user_version = 2")
    }

    /// Without carrier and adapter it is a new carrier's. No id is given twice: what is sealed is bound to it.
    private static let drafts = """
        CREATE TABLE draft (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            userID INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
            carrierID INTEGER REFERENCES carrier (id) ON DELETE CASCADE,
            adapterID INTEGER REFERENCES adapter (id) ON DELETE CASCADE,
            holder TEXT NOT NULL,
            at INTEGER NOT NULL,
            content BLOB NOT NULL) STRICT;
        CREATE INDEX draftUser ON draft (userID);
        CREATE INDEX draftCarrier ON draft (carrierID);
        CREATE INDEX draftAdapter ON draft (adapterID);

        """
}
