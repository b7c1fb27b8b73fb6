internal import Foundation
internal import GRDB

/// What becomes of a stored secret when the value around it is saved.
public enum SecretChange: Sendable {
    case keep
    case set(Secret)
    case clear

    /// Whether it is another secret afterwards, or none.
    public var isChange: Bool {
        if case .keep = self { false } else { true }
    }

    /// A client secret belongs to its client id: another id does not inherit it.
    func following(_ clientID: String, insteadOf old: String) -> SecretChange {
        if case .keep = self, clientID != old { .clear } else { self }
    }
}

extension Store {
    /// Unlocks the vault where the change needs it: nobody is asked for a passphrase in a transaction.
    ///
    /// - Throws: `.invalid` for a client secret that is too long, `.setup`.
    func prepare(_ change: SecretChange) throws(CarrierError) {
        guard case .set(let secret) = change else { return }
        try secret.requireLength("clientSecret", "The Client Secret")
        _ = try vault()
    }

    /// Writes a sealed column of one row as the change wants it.
    func apply(_ change: SecretChange, _ db: Database, table: String, id: Int64, column: String) throws {
        let sealed: [UInt8]?
        switch change {
        case .keep: return
        case .clear: sealed = nil
        case .set(let secret):
            sealed = try vault().seal(secret, table: table, row: String(id), column: column)
        }
        try db.update(table, id: id, [(column, sealed.map { Data($0) })])
    }

    /// Opens a sealed column of one row; nil when it is empty.
    func secret(table: String, id: Int64, column: String) throws(CarrierError) -> Secret? {
        let sealed = try read { db in
            let sql = "SELECT \(column) FROM \(table) WHERE id = ?"
            return try Row.fetchOne(db, sql: sql, arguments: [id])?.bytes(column)
        }
        guard let sealed else { return nil }
        return try vault().open(sealed, table: table, row: String(id), column: column)
    }
}
