internal import GRDB

/// The columns that hold sealed values: all of them, so that a new key can re-seal them.
struct SealedColumn: Sendable, Hashable {
    let table: String
    let column: String

    static let all: [SealedColumn] = [
        SealedColumn(table: "application", column: "clientSecret"),
        SealedColumn(table: "carrier", column: "customerClientSecret"),
        SealedColumn(table: "adapter", column: "customerClientSecret"),
        SealedColumn(table: "keyGrant", column: "clientSecret"),
        SealedColumn(table: "keyGrant", column: "accessToken"),
        SealedColumn(table: "keyGrant", column: "refreshToken"),
        SealedColumn(table: "user", column: "passwordHash"),
        SealedColumn(table: "draft", column: "content"),
    ]
}

extension SealedColumn {
    /// The sealed values that are there, by their rows' ids.
    func values(_ db: Database) throws -> [(row: Int64, sealed: [UInt8])] {
        try Row.fetchAll(db, sql: "SELECT id, \(column) FROM \(table) WHERE \(column) IS NOT NULL").map {
            row in
            (row["id"], try row.bytes(column) ?? [])
        }
    }

    /// Opens every sealed value of a store, and forgets it.
    ///
    /// - Returns: how many there are.
    static func openAll(_ db: Database, _ vault: Vault) throws -> Int {
        try all.reduce(0) { count, column in
            let values = try column.values(db)
            for (row, sealed) in values {
                _ = try vault.open(sealed, table: column.table, row: String(row), column: column.column)
            }
            return count + values.count
        }
    }
}
