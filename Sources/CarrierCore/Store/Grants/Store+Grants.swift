import Foundation
import GRDB

/// A key with what a list of keys says of its owner.
public struct OwnedGrant: Hashable, Sendable {
    public let grant: Grant
    public let ownerName: String
    /// Whether the owner calls UPS with its keys: a carrier that is not inactive, and neither it nor an adapter on the
    /// legacy ways.
    public let ownerIsActive: Bool
}

extension Store {
    /// The owner's key at an endpoint, as it stands now; nil where there is none.
    public func grant(of owner: KeyOwner, endpoint: EndpointType) throws(CarrierError) -> Grant? {
        try read { try Grant.fetch($0, of: owner, endpoint: endpoint, at: clock.now()) }
    }

    /// Every key in the store, carriers' first, by name.
    public func grants() throws(CarrierError) -> [OwnedGrant] {
        let now = clock.now()
        return try read { db in
            // Row by row: copies of them would take longer than all the rest.
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT keyGrant.*, coalesce(carrier.name, adapter.name) AS ownerName,
                        coalesce(NOT carrier.isInactive AND carrier.apiType = 'rest',
                            adapter.authorizationOption <> 'legacy') AS ownerIsActive
                    FROM keyGrant LEFT JOIN carrier ON carrier.id = carrierID LEFT JOIN adapter ON adapter.id = adapterID
                    ORDER BY adapterID IS NOT NULL, ownerName COLLATE NOCASE, endpoint DESC
                    """
            )
            return try Array(
                rows.map { row in
                    OwnedGrant(
                        grant: try Grant(row: row, at: now), ownerName: row["ownerName"],
                        ownerIsActive: row["ownerIsActive"])
                })
        }
    }

    /// The access token of a grant of exactly this generation; nil when a newer one has taken its place.
    func accessToken(of grant: Grant) throws(CarrierError) -> Secret? {
        let vault = try vault()
        return try read { db in
            let sealed = try Data.fetchOne(
                db, sql: "SELECT accessToken FROM keyGrant WHERE id = ? AND generation = ?",
                arguments: [grant.id, grant.generation])
            return try GrantSecrets(vault: vault, row: grant.id).open(sealed, column: "accessToken")
        }
    }

    /// The client a key was issued to, with its secret.
    func client(of grant: Grant) throws(CarrierError) -> OAuthClient {
        let vault = try vault()
        return try read { db in
            let sealed = try Data.fetchOne(
                db, sql: "SELECT clientSecret FROM keyGrant WHERE id = ?", arguments: [grant.id])
            let secret = try GrantSecrets(vault: vault, row: grant.id).open(sealed, column: "clientSecret")
            return OAuthClient(id: grant.clientID, secret: secret)
        }
    }

    /// Removes a key from this store; UPS documents no way to revoke it.
    public func deleteGrant(_ grant: Grant, ownerName: String, actor: String) throws(CarrierError) {
        let isRemoved = try write { db in
            try db.execute(
                sql: "DELETE FROM keyGrant WHERE id = ? AND generation = ?",
                arguments: [grant.id, grant.generation])
            guard db.changesCount > 0 else { return false }
            try audit(
                db, actor: actor, action: "key removed", subject: "\(ownerName) \(grant.endpoint.title)")
            return true
        }
        guard isRemoved else {
            throw CarrierError(
                .busy, "The \(grant.endpoint.title) key of \(ownerName) was renewed or removed meanwhile.",
                advice: "Look at it again, then remove it if it is still there.")
        }
        try mapped { try recoveryFile(of: grant).remove() }
    }

    /// Proves that the store can take what UPS is about to answer; else nothing is to be asked.
    ///
    /// Twice the size of a pair of tokens is written and synced. Random, for SQLite leaves out what would not change.
    func proveWritable() throws(CarrierError) {
        try write { db in try db.execute(sql: "UPDATE store SET proof = randomblob(8192)") }
    }

    /// Stores what a sign-in brought, in place of any key the owner had at this endpoint.
    func saveSignIn(
        _ answer: TokenAnswer, owner: KeyOwner, ownerName: String, endpoint: EndpointType, server: String,
        method: AuthorizationMethod, client: OAuthClient, redirectURI: String?, actor: String
    ) throws(CarrierError) -> Grant {
        let vault = try vault()
        let now = clock.now()
        return try write { db in
            try requireOwner(db, owner, ownerName)
            // The row comes first, for its secrets are sealed to it.
            let id = try Int64.fetchOne(
                db,
                sql: """
                    INSERT INTO keyGrant (\(owner.column), endpoint, server, method, clientID, redirectURI, issuedAt, expiresIn,
                        receivedAt, authorizedBy, authorizedAt)
                    VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0, ?, ?)
                    ON CONFLICT (\(owner.column), endpoint) DO UPDATE SET
                        server = excluded.server, method = excluded.method, clientID = excluded.clientID, redirectURI = excluded.redirectURI,
                        authorizedBy = excluded.authorizedBy, authorizedAt = excluded.authorizedAt,
                        generation = generation + 1, condition = 'good', conditionAt = NULL, conditionReason = NULL,
                        intent = NULL, intentAt = NULL, intentRetries = 0, notBefore = NULL,
                        \(Lease.ended)
                    RETURNING id
                    """,
                arguments: [
                    owner.id, endpoint.rawValue, server, method.rawValue, client.id, redirectURI, actor, now,
                ])
            guard let id else {
                throw CarrierError(
                    .fault, "The new key has no row in the store.", advice: "Report this fault.")
            }
            let secrets = GrantSecrets(vault: vault, row: id)
            try db.execute(
                sql: "UPDATE keyGrant SET clientSecret = ? WHERE id = ?",
                arguments: [try secrets.seal(client.secret, column: "clientSecret"), id])
            try TokenColumns.fill(db, id: id, with: answer, secrets)
            if owner.kind == .adapter {
                try noteNewKey(
                    db, adapterID: owner.id, endpoint: endpoint, method: method, client: client,
                    redirectURI: redirectURI)
            }
            try audit(db, actor: actor, action: "key added", subject: "\(ownerName) \(endpoint.title)")
            guard let grant = try Grant.fetch(db, id: id, at: now) else {
                throw CarrierError(
                    .fault, "The new key was not found after saving.", advice: "Report this fault.")
            }
            return grant
        }
    }

    /// That whose key this is to be may have been deleted during the sign-in.
    private func requireOwner(_ db: Database, _ owner: KeyOwner, _ name: String) throws {
        let sql =
            "SELECT EXISTS (SELECT 1 FROM \(owner.kind == .carrier ? "carrier" : "adapter") WHERE id = ?)"
        guard try Bool.fetchOne(db, sql: sql, arguments: [owner.id]) == true else {
            throw CarrierError(
                .busy, "\(name) was deleted meanwhile, so its new key could not be kept.",
                advice: "Make it anew, then sign in again.")
        }
    }
}
