internal import GRDB

/// A shipper number and the carriers that have an account with it.
public struct ShipperNumber: Sendable, Equatable {
    public let number: String
    /// The account's name at the first of the carriers; may be empty.
    public let accountName: String
    /// In order of name, at least one.
    public let carriers: [String]
}

extension Store {
    /// Every shipper number in the store, in order, each once: what an adapter can serve.
    public func shipperNumbers() throws(CarrierError) -> [ShipperNumber] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT number, account.name AS accountName, carrier.name AS carrierName
                    FROM account JOIN carrier ON carrier.id = carrierID
                    ORDER BY number, carrier.name COLLATE NOCASE
                    """)
            var numbers: [ShipperNumber] = []
            for row in rows {
                let (number, carrier): (String, String) = (row["number"], row["carrierName"])
                if let last = numbers.last, last.number == number {
                    numbers[numbers.count - 1] = ShipperNumber(
                        number: number, accountName: last.accountName, carriers: last.carriers + [carrier])
                } else {
                    numbers.append(
                        ShipperNumber(number: number, accountName: row["accountName"], carriers: [carrier]))
                }
            }
            return numbers
        }
    }
}
