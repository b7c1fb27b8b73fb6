internal import GRDB

/// How shipper accounts stand in the table `account`.
enum AccountRow {
    static func fetch(_ db: Database, carrierID: Int64) throws -> [ShipperAccount] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM account WHERE carrierID = ? ORDER BY position", arguments: [carrierID]
        ).map { row in
            ShipperAccount(
                name: row["name"], number: row["number"], postalCode: row["postalCode"],
                country: row["country"], hasRecentInvoice: row["hasRecentInvoice"],
                isDefault: row["isDefault"])
        }
    }

    /// Keeps the rows of numbers that stay: adapters point to them.
    static func replace(_ db: Database, carrierID: Int64, _ accounts: [ShipperAccount]) throws {
        let staying = accounts.map(\.number)
        try db.requireMaintenance(servingAccountsOf: carrierID, otherThan: staying)
        try db.execute(
            sql: "DELETE FROM account WHERE carrierID = ? AND number NOT IN (SELECT value FROM json_each(?))",
            arguments: [carrierID, staying.json.description])
        try db.execute(sql: "UPDATE account SET isDefault = 0 WHERE carrierID = ?", arguments: [carrierID])
        for (position, account) in accounts.enumerated() {
            try db.execute(
                sql: """
                    INSERT INTO account
                        (carrierID, number, position, name, postalCode, country, hasRecentInvoice, isDefault)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (carrierID, number) DO UPDATE SET
                        position = excluded.position, name = excluded.name, postalCode = excluded.postalCode,
                        country = excluded.country, hasRecentInvoice = excluded.hasRecentInvoice,
                        isDefault = excluded.isDefault
                    """,
                arguments: [
                    carrierID, account.number, position, account.name, account.postalCode, account.country,
                    account.hasRecentInvoice, account.isDefault,
                ])
        }
    }
}
