import Foundation
import GRDB

extension Store {
    /// Gives the keys of a client its new secret, and one more try to those that UPS refused: a changed secret is the one
    /// thing that can cure a refusal without a sign-in.
    func renewClientSecret(_ db: Database, of clientID: String, to secret: Secret) throws {
        let vault = try vault()
        for id in try Int64.fetchAll(
            db, sql: "SELECT id FROM keyGrant WHERE clientID = ?", arguments: [clientID])
        {
            try db.execute(
                sql: """
                    UPDATE keyGrant SET clientSecret = ?,
                        condition = iif(condition = 'refused', 'good', condition),
                        conditionAt = iif(condition = 'refused', NULL, conditionAt)
                    WHERE id = ?
                    """,
                arguments: [try GrantSecrets(vault: vault, row: id).seal(secret, column: "clientSecret"), id])
        }
    }
}
