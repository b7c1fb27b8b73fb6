internal import GRDB

/// The record: only added to (triggers refuse the rest), by the transaction that makes the change.
enum Audit {
    static func add(_ db: Database, _ event: AuditEvent) throws {
        try db.execute(
            sql: "INSERT INTO audit (at, actor, action, subject, detail) VALUES (?, ?, ?, ?, ?)",
            arguments: [event.at, event.actor, event.action, event.subject, event.detail])
    }
}

extension Store {
    /// Adds a line in the transaction that makes the change.
    func audit(_ db: Database, actor: String, action: String, subject: String, detail: String = "") throws {
        try Audit.add(
            db,
            AuditEvent(at: clock.now(), actor: actor, action: action, subject: subject, detail: detail))
    }

    /// The record, oldest first.
    ///
    /// - Parameters:
    ///   - since: milliseconds since 1970 UTC.
    ///   - limit: the newest so many of them; nil for all.
    public func auditEvents(since: Int64 = .min, limit: Int? = nil) throws(CarrierError) -> [AuditEvent] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM audit WHERE at >= ? ORDER BY id DESC LIMIT ?",
                arguments: [since, limit ?? -1]
            ).reversed().map { row in
                AuditEvent(
                    at: row["at"], actor: row["actor"], action: row["action"], subject: row["subject"],
                    detail: row["detail"])
            }
        }
    }
}
