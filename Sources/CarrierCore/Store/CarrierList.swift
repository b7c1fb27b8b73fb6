internal import GRDB

/// A carrier's line in the table of carriers.
public struct CarrierSummary: Sendable, Equatable, Identifiable {
    public let id: Int64
    public let name: String
    public let apiType: APIType
    public let endpoint: EndpointType
    public let isInactive: Bool
}

/// Which lines of the table of carriers are wanted, and in which order.
public struct CarrierQuery: Sendable, Equatable {
    /// What the table can be sorted by; equal ones stand by name.
    public enum Order: Sendable, Equatable {
        case name, apiType, endpoint, isInactive
    }

    /// Only names that contain this, in any case (of ASCII letters); empty for all.
    public var filter = ""
    public var order = Order.name
    public var isDescending = false

    public init() {}
}

extension Store {
    /// How many carriers a query finds.
    public func carrierCount(_ query: CarrierQuery = CarrierQuery()) throws(CarrierError) -> Int {
        try read { db in
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM carrier INDEXED BY carrierSummary \(query.condition)",
                arguments: query.arguments) ?? 0
        }
    }

    /// One window of the table: a page costs the same whatever the number of carriers.
    public func carrierSummaries(
        _ query: CarrierQuery = CarrierQuery(), offset: Int = 0, limit: Int
    ) throws(CarrierError) -> [CarrierSummary] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT id, name, apiType, endpoint, isInactive FROM carrier INDEXED BY carrierSummary
                    \(query.condition) ORDER BY \(query.sorting) LIMIT \(limit) OFFSET \(offset)
                    """, arguments: query.arguments
            ).map { row in
                CarrierSummary(
                    id: row["id"], name: row["name"], apiType: try row.choice("apiType"),
                    endpoint: try row.choice("endpoint"), isInactive: row["isInactive"])
            }
        }
    }
}

extension CarrierQuery {
    fileprivate var condition: String { filter.isEmpty ? "" : "WHERE name LIKE ? ESCAPE '\\'" }

    fileprivate var arguments: StatementArguments { filter.isEmpty ? [] : ["%\(filter.likeEscaped)%"] }

    fileprivate var sorting: String {
        let direction = isDescending ? "DESC" : "ASC"
        let byName = "name COLLATE NOCASE \(direction), id \(direction)"
        switch order {
        case .name: return byName
        case .apiType: return "apiType \(direction), \(byName)"
        case .endpoint: return "endpoint \(direction), \(byName)"
        case .isInactive: return "isInactive \(direction), \(byName)"
        }
    }
}
