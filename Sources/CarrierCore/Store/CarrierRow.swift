internal import GRDB

/// How a carrier stands in the tables `carrier`, `address` and `account`.
enum CarrierRow {
    static func fetch(_ db: Database, named name: String) throws -> Carrier? {
        try Row.fetchOne(db, sql: "SELECT * FROM carrier WHERE name = ? COLLATE NOCASE", arguments: [name])
            .map { try carrier($0, db) }
    }

    static func fetch(_ db: Database, id: Int64) throws -> Carrier? {
        try Row.fetchOne(db, sql: "SELECT * FROM carrier WHERE id = ?", arguments: [id])
            .map { try carrier($0, db) }
    }

    static func fetchAll(_ db: Database) throws -> [Carrier] {
        try Row.fetchAll(db, sql: "SELECT * FROM carrier ORDER BY name COLLATE NOCASE, id")
            .map { try carrier($0, db) }
    }

    /// - Returns: the id of the new row.
    static func insert(_ db: Database, _ carrier: Carrier) throws -> Int64 {
        try db.insert(into: "carrier", values(of: carrier) + [("version", 1)])
        let id = db.lastInsertedRowID
        try writeParts(db, of: carrier, id: id)
        return id
    }

    static func update(_ db: Database, _ carrier: Carrier, id: Int64, version: Int) throws {
        try db.update("carrier", id: id, values(of: carrier) + [("version", version)])
        try writeParts(db, of: carrier, id: id)
    }

    private static func values(of carrier: Carrier) -> [ColumnValue] {
        [
            ("name", carrier.name), ("writeBackRate", carrier.writeBackRate.code),
            ("weightUnit", carrier.weightUnit.code), ("dimensionUnit", carrier.dimensionUnit.code),
            ("isInactive", carrier.isInactive),
            ("autoCreateReturnShipment", carrier.autoCreateReturnShipment),
            ("customReports", carrier.customReports.json.description),
            ("markupPercent", carrier.rateAdjustment.markupPercent.description),
            ("markupAmount", carrier.rateAdjustment.markupAmount.description),
            ("rounding", carrier.rateAdjustment.rounding.code),
            ("decimalPlaces", carrier.rateAdjustment.decimalPlaces),
            ("defaultPrinter", carrier.defaultPrinter),
            ("useCompanyAddress", carrier.shipFromAddress.useCompanyAddress),
            ("restrictedServices", carrier.restrictedServices.json.description),
            ("endpoint", carrier.endpoint.code), ("apiType", carrier.apiType.code),
            ("customerClassification", carrier.customerClassification.code),
            ("pickupType", carrier.pickupType.code), ("importCustomsLines", carrier.importCustomsLines),
            ("sendExtendedReferenceFields", carrier.sendExtendedReferenceFields),
            ("paperlessCommercialInvoice", carrier.paperlessCommercialInvoice),
            ("defaultLabel", carrier.defaultLabel.code),
            ("authorizationMethod", carrier.authorizationMethod.code),
            ("customerClientID", carrier.customerClientID),
            ("customerRedirectURI", carrier.customerRedirectURI),
        ]
    }

    private static func carrier(_ row: Row, _ db: Database) throws -> Carrier {
        var carrier = Carrier(name: row["name"])
        let id: Int64 = row["id"]
        carrier.id = id
        carrier.version = row["version"]
        carrier.writeBackRate = try row.choice("writeBackRate")
        carrier.weightUnit = try row.choice("weightUnit")
        carrier.dimensionUnit = try row.choice("dimensionUnit")
        carrier.isInactive = row["isInactive"]
        carrier.autoCreateReturnShipment = row["autoCreateReturnShipment"]
        carrier.customReports = try row.list("customReports")
        carrier.rateAdjustment.markupPercent = try row.decimal("markupPercent")
        carrier.rateAdjustment.markupAmount = try row.decimal("markupAmount")
        carrier.rateAdjustment.rounding = try row.choice("rounding")
        carrier.rateAdjustment.decimalPlaces = row["decimalPlaces"]
        carrier.defaultPrinter = row["defaultPrinter"]
        carrier.shipFromAddress.useCompanyAddress = row["useCompanyAddress"]
        carrier.restrictedServices = try row.list("restrictedServices")
        carrier.endpoint = try row.choice("endpoint")
        carrier.apiType = try row.choice("apiType")
        carrier.customerClassification = try row.choice("customerClassification")
        carrier.pickupType = try row.choice("pickupType")
        carrier.importCustomsLines = row["importCustomsLines"]
        carrier.sendExtendedReferenceFields = row["sendExtendedReferenceFields"]
        carrier.paperlessCommercialInvoice = row["paperlessCommercialInvoice"]
        carrier.defaultLabel = try row.choice("defaultLabel")
        carrier.authorizationMethod = try row.choice("authorizationMethod")
        carrier.customerClientID = row["customerClientID"]
        carrier.customerRedirectURI = row["customerRedirectURI"]
        for row in try Row.fetchAll(db, sql: "SELECT * FROM address WHERE carrierID = ?", arguments: [id]) {
            let address = AddressRow.address(row)
            if row["role"] == AddressRow.company {
                carrier.companyAddress = address
            } else {
                carrier.shipFromAddress.address = address
            }
        }
        carrier.accounts = try AccountRow.fetch(db, carrierID: id)
        return carrier
    }

    private static func writeParts(_ db: Database, of carrier: Carrier, id: Int64) throws {
        let own = carrier.shipFromAddress.useCompanyAddress ? nil : carrier.shipFromAddress.address
        try AddressRow.replace(db, carrierID: id, company: carrier.companyAddress, shipFrom: own)
        try AccountRow.replace(db, carrierID: id, carrier.accounts)
    }
}
