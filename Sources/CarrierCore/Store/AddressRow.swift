internal import GRDB

/// How addresses stand in the table `address`.
enum AddressRow {
    static let company = "company"
    static let shipFrom = "shipFrom"

    static func replace(_ db: Database, carrierID: Int64, company: Address, shipFrom: Address?) throws {
        try db.execute(sql: "DELETE FROM address WHERE carrierID = ?", arguments: [carrierID])
        try insert(db, carrierID: carrierID, role: Self.company, company)
        if let shipFrom { try insert(db, carrierID: carrierID, role: Self.shipFrom, shipFrom) }
    }

    static func address(_ row: Row) -> Address {
        var address = Address()
        for (column, path) in Address.texts { address[keyPath: path] = row[column] }
        address.isResidential = row["isResidential"]
        return address
    }

    private static func insert(_ db: Database, carrierID: Int64, role: String, _ address: Address) throws {
        let columns: [ColumnValue] = Address.texts.map { ($0, address[keyPath: $1]) }
        try db.insert(
            into: "address",
            [("carrierID", carrierID), ("role", role), ("isResidential", address.isResidential)] + columns)
    }
}

extension Store {
    /// Addresses in use whose company, city or first line contains `text`, each once, by company.
    public func knownAddresses(
        matching text: String = "", limit: Int = 200
    ) throws(CarrierError) -> [Address] {
        try read { db in
            let pattern = "%\(text.likeEscaped)%"
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT \(Address.texts.map(\.name).joined(separator: ", ")), isResidential
                    FROM address
                    WHERE companyName || char(10) || city || char(10) || addressLine1 LIKE ?1 ESCAPE '\\'
                    ORDER BY companyName COLLATE NOCASE, city, addressLine1 LIMIT ?2
                    """, arguments: [pattern, limit]
            ).map(AddressRow.address)
        }
    }
}
