import Foundation
import GRDB

extension Grant {
    static let columns = """
        id, carrierID, adapterID, endpoint, server, method, clientID, generation, condition, conditionAt, conditionReason, \
        tokenType, tokenStatus, scope, refreshTokenStatus, refreshCount, issuedAt, expiresIn, refreshIssuedAt, \
        refreshExpiresIn, receivedAt, clocksAgree, authorizedBy, authorizedAt, intent, intentAt, \(Lease.columns)
        """

    /// Reads a row of `keyGrant`, as it stands at `now`.
    init(row: Row, at now: Int64) throws {
        guard let owner = KeyOwner(row: row),
            let endpoint = EndpointType(rawValue: row["endpoint"]),
            let method = AuthorizationMethod(rawValue: row["method"]),
            var condition = Condition(rawValue: row["condition"])
        else {
            throw CarrierError(
                .store, "A key in the store has a form this program does not know.",
                advice: "Use the newest Carrier Editor, or restore a backup.")
        }
        var conditionAt: Int64? = row["conditionAt"]
        // Whoever died in the middle of a renewal, or lost its turn, could not write down that its answer is lost.
        if condition == .good, method != .customerClientCredentials, row["intent"] != nil,
            Lease(row: row)?.isHeld(seenFrom: LeaseHolder.current(), at: now) != true
        {
            condition = .uncertain
            conditionAt = row["intentAt"]
        }
        self.init(
            id: row["id"], owner: owner, endpoint: endpoint, server: row["server"], method: method,
            clientID: row["clientID"],
            generation: row["generation"], condition: condition, conditionAt: conditionAt,
            conditionReason: row["conditionReason"],
            tokenType: row["tokenType"], tokenStatus: row["tokenStatus"], scope: row["scope"],
            refreshTokenStatus: row["refreshTokenStatus"], refreshCount: row["refreshCount"],
            issuedAt: row["issuedAt"], expiresIn: row["expiresIn"], refreshIssuedAt: row["refreshIssuedAt"],
            refreshExpiresIn: row["refreshExpiresIn"], receivedAt: row["receivedAt"],
            clocksAgree: row["clocksAgree"], authorizedBy: row["authorizedBy"],
            authorizedAt: row["authorizedAt"])
    }

    static func fetch(
        _ db: Database, of owner: KeyOwner, endpoint: EndpointType, at now: Int64
    ) throws -> Grant? {
        try Row.fetchOne(
            db, sql: "SELECT \(columns) FROM keyGrant WHERE \(owner.column) = ? AND endpoint = ?",
            arguments: [owner.id, endpoint.rawValue]
        ).map { try Grant(row: $0, at: now) }
    }

    static func fetch(_ db: Database, id: Int64, at now: Int64) throws -> Grant? {
        try Row.fetchOne(db, sql: "SELECT \(columns) FROM keyGrant WHERE id = ?", arguments: [id])
            .map { try Grant(row: $0, at: now) }
    }
}

extension KeyOwner {
    /// The column of `keyGrant` that points to such an owner.
    var column: String {
        switch kind {
        case .carrier: "carrierID"
        case .adapter: "adapterID"
        }
    }

    fileprivate init?(row: Row) {
        if let id = row["carrierID"] as Int64? {
            self.init(.carrier, id: id)
        } else if let id = row["adapterID"] as Int64? {
            self.init(.adapter, id: id)
        } else {
            return nil
        }
    }
}

/// The secrets of one row of `keyGrant`, sealed to it: a value moved to another row or column does not open.
struct GrantSecrets {
    private static let table = "keyGrant"

    let vault: Vault
    let row: Int64

    func seal(_ secret: Secret?, column: String) throws -> Data? {
        try secret.map { Data(try vault.seal($0, table: Self.table, row: String(row), column: column)) }
    }

    func open(_ sealed: Data?, column: String) throws -> Secret? {
        try sealed.map { try vault.open(Array($0), table: Self.table, row: String(row), column: column) }
    }
}
