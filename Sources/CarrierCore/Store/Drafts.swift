internal import GRDB

extension Store {
    /// The drafts of a user that no living process works on, the newest first.
    public func drafts(of user: String) throws(CarrierError) -> [KeptDraft] {
        let rows = try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT id, carrierID, adapterID, holder, at FROM draft
                    WHERE userID = (SELECT id FROM user WHERE name = ?) ORDER BY at DESC, id DESC
                    """, arguments: [user]
            ).map { row in (draft: Self.draft(row), holder: row["holder"] as String) }
        }
        guard !rows.isEmpty else { return [] }
        return rows.filter { !Self.isHeld($0.holder) }.map(\.draft)
    }

    /// Keeps what a window says now, sealed, in place of what was kept of it before.
    ///
    /// - Parameter id: the draft it takes the place of. Where that has gone, or another process has taken it,
    ///   a new one is made.
    /// - Returns: the draft's id.
    /// - Throws: `.setup` when the vault's key is missing, `.store`, `.busy`.
    public func keepDraft(
        _ content: Secret, of subject: KeptDraft.Subject, as id: Int64?, by user: String
    ) throws(CarrierError) -> Int64 {
        _ = try vault()
        return try write { db in
            let id = try takeOver(db, id) ?? insertDraft(db, subject, by: user)
            try db.update("draft", id: id, [("at", clock.now())])
            try apply(.set(content), db, table: "draft", id: id, column: "content")
            return id
        }
    }

    /// Takes a draft up: from here on it is this process's.
    ///
    /// - Returns: its content; nil when another process has taken or removed it.
    public func takeDraft(_ draft: KeptDraft) throws(CarrierError) -> Secret? {
        let isMine = try write { db in
            let holder = try String.fetchOne(
                db, sql: "SELECT holder FROM draft WHERE id = ?", arguments: [draft.id])
            guard let holder, !Self.isHeld(holder) else { return false }
            try db.update("draft", id: draft.id, [("holder", Self.thisProcess.text)])
            return true
        }
        return isMine ? try secret(table: "draft", id: draft.id, column: "content") : nil
    }

    /// Lets go of a draft of this process's: its user can go on with it from here as well.
    public func releaseDraft(_ id: Int64) throws(CarrierError) {
        try write { db in
            guard let id = try takeOver(db, id) else { return }
            try db.update("draft", id: id, [("holder", "")])
        }
    }

    /// Forgets a draft; one that has gone already is no error.
    public func removeDraft(_ id: Int64) throws(CarrierError) {
        try write { try removeDraft($0, id) }
    }

    func removeDraft(_ db: Database, _ id: Int64) throws {
        try db.execute(sql: "DELETE FROM draft WHERE id = ?", arguments: [id])
    }

    // MARK: Whose it is

    private static let thisProcess = LeaseHolder.current()

    private static func isHeld(_ holder: String) -> Bool {
        LeaseHolder(text: holder)?.lives(seenFrom: thisProcess) ?? false
    }

    /// The draft, while it is this process's.
    private func takeOver(_ db: Database, _ id: Int64?) throws -> Int64? {
        try Int64.fetchOne(
            db, sql: "SELECT id FROM draft WHERE id = ? AND holder = ?",
            arguments: [id, Self.thisProcess.text])
    }

    /// Of a carrier that has been deleted meanwhile it is a new carrier's.
    private func insertDraft(
        _ db: Database, _ subject: KeptDraft.Subject, by user: String
    ) throws -> Int64 {
        let (carrier, adapter): (Int64?, Int64?) =
            switch subject {
            case .newCarrier: (nil, nil)
            case .carrier(let id): (id, nil)
            case .adapter(let id): (nil, id)
            }
        try db.execute(
            sql: """
                INSERT INTO draft (userID, carrierID, adapterID, holder, at, content)
                VALUES ((SELECT id FROM user WHERE name = ?), (SELECT id FROM carrier WHERE id = ?),
                    ?, ?, 0, x'')
                """, arguments: [user, carrier, adapter, Self.thisProcess.text])
        return db.lastInsertedRowID
    }

    private static func draft(_ row: Row) -> KeptDraft {
        let subject: KeptDraft.Subject =
            if let carrier: Int64 = row["carrierID"] {
                .carrier(carrier)
            } else if let adapter: Int64 = row["adapterID"] {
                .adapter(adapter)
            } else {
                .newCarrier
            }
        return KeptDraft(id: row["id"], subject: subject, at: row["at"])
    }
}
