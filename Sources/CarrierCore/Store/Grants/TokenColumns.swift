import GRDB

/// The columns that a token answer fills.
enum TokenColumns {
    /// What every answer fills.
    private static let access = """
        accessToken = ?, tokenType = ?, tokenStatus = ?, scope = ?, issuedAt = ?, expiresIn = ?, receivedAt = ?, \
        clocksAgree = ?
        """
    private static let refresh = """
        refreshToken = ?, refreshTokenStatus = ?, refreshCount = ?, refreshIssuedAt = ?, refreshExpiresIn = ?
        """

    /// A new key: nothing of an older one is left.
    static func fill(_ db: Database, id: Int64, with answer: TokenAnswer, _ secrets: GrantSecrets) throws {
        try db.execute(
            sql: "UPDATE keyGrant SET \(access), \(refresh) WHERE id = ?",
            arguments: accessValues(answer, secrets) + refreshValues(answer, secrets) + [id])
    }

    private static func accessValues(
        _ answer: TokenAnswer, _ secrets: GrantSecrets
    ) throws -> StatementArguments {
        [
            try secrets.seal(answer.accessToken, column: "accessToken"), answer.tokenType, answer.tokenStatus,
            answer.scope, answer.issuedAt, answer.expiresIn, answer.receivedAt, answer.clocksAgree,
        ]
    }

    private static func refreshValues(
        _ answer: TokenAnswer, _ secrets: GrantSecrets
    ) throws -> StatementArguments {
        [
            try secrets.seal(answer.refreshToken, column: "refreshToken"), answer.refreshTokenStatus,
            answer.refreshCount, answer.refreshIssuedAt, answer.refreshExpiresIn,
        ]
    }

    /// Puts a new pair in place of the one of exactly this generation. An answer without a refresh token leaves the one
    /// that was used in force (RFC 6749 §6); with one that cannot be read it is in doubt.
    static func renew(
        _ db: Database, _ grant: Grant, with answer: TokenAnswer, _ secrets: GrantSecrets
    ) throws {
        let hasRefreshToken = answer.refreshToken != nil
        let assignments = hasRefreshToken ? "\(access), \(refresh)" : access
        let refreshed = hasRefreshToken ? try refreshValues(answer, secrets) : []
        try db.execute(
            sql: """
                UPDATE keyGrant SET \(assignments), generation = generation + 1, condition = ?, conditionAt = ?,
                    conditionReason = ?, intent = NULL, intentAt = NULL, intentRetries = 0, notBefore = NULL, \(Lease.ended)
                WHERE id = ? AND generation = ?
                """,
            arguments: accessValues(answer, secrets) + refreshed + conditionValues(answer)
                + [grant.id, grant.generation])
    }

    private static func conditionValues(_ answer: TokenAnswer) -> StatementArguments {
        guard answer.isRefreshTokenUnreadable else { return [Grant.Condition.good.rawValue, nil, nil] }
        return [
            Grant.Condition.uncertain.rawValue, answer.receivedAt, "the new refresh token could not be read",
        ]
    }
}
