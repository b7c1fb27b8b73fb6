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

    /// How many carriers a query finds, and where one of them stands among them, counted from 0; nil when it is not one
    /// of them.
    ///
    /// Both at once, since a filter makes the store look at every name.
    public func carrierPlace(
        of id: Int64, _ query: CarrierQuery = CarrierQuery()
    ) throws(CarrierError) -> (position: Int?, count: Int) {
        let keys = query.sortingKeys
        let own = keys.map { $0.prefix { $0 != " " } }.joined(separator: ", ")
        return try read { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    WITH own AS (SELECT * FROM carrier \(query.condition(and: "id = ?")))
                    SELECT count(*), (SELECT count(*) FROM own), count(*) FILTER (WHERE
                        (\(keys.joined(separator: ", "))) \(query.isDescending ? ">" : "<") (SELECT \(own) FROM own))
                    FROM carrier INDEXED BY carrierSummary \(query.condition)
                    """, arguments: query.arguments + [id] + query.arguments)
            guard let row else { return (nil, 0) }
            return (row[1] == 0 ? nil : row[2], row[0])
        }
    }
}

extension CarrierQuery {
    fileprivate var condition: String { filter.isEmpty ? "" : "WHERE name LIKE ? ESCAPE '\\'" }

    fileprivate func condition(and other: String) -> String {
        condition.isEmpty ? "WHERE \(other)" : "\(condition) AND \(other)"
    }

    fileprivate var arguments: StatementArguments { filter.isEmpty ? [] : ["%\(filter.likeEscaped)%"] }

    /// The columns in the order in which they decide.
    fileprivate var sortingKeys: [String] {
        let byName = ["name COLLATE NOCASE", "id"]
        return switch order {
        case .name: byName
        case .apiType: ["apiType"] + byName
        case .endpoint: ["endpoint"] + byName
        case .isInactive: ["isInactive"] + byName
        }
    }

    fileprivate var sorting: String {
        sortingKeys.map { "\($0) \(isDescending ? "DESC" : "ASC")" }.joined(separator: ", ")
    }
}
