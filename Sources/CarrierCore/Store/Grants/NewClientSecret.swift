import Foundation
import GRDB

extension Store {
    /// Gives the keys of a client its new secret, and one more try to those that UPS refused: a changed secret is the one
    /// thing that can cure a refusal without a sign-in.
    func renewClientSecret(_ db: Database, of clientID: String, to secret: Secret) throws {
        let vault = try vault()
        for row in try Row.fetchAll(
            db, sql: "SELECT id, clientSecret FROM keyGrant WHERE clientID = ?", arguments: [clientID])
        {
            let id: Int64 = row["id"]
            let secrets = GrantSecrets(vault: vault, row: id)
            guard try secrets.open(row["clientSecret"], column: "clientSecret") != secret else { continue }
            try db.execute(
                sql: """
                    UPDATE keyGrant SET clientSecret = ?,
                        condition = iif(condition = 'refused', 'good', condition),
                        conditionAt = iif(condition = 'refused', NULL, conditionAt)
                    WHERE id = ?
                    """,
                arguments: [try secrets.seal(secret, column: "clientSecret"), id])
        }
    }
}
