import GRDB

/// The columns that every token answer fills.
enum TokenColumns {
    static let assignments = """
        accessToken = ?, refreshToken = ?, tokenType = ?, tokenStatus = ?, scope = ?, refreshTokenStatus = ?, \
        refreshCount = ?, issuedAt = ?, expiresIn = ?, refreshIssuedAt = ?, refreshExpiresIn = ?, receivedAt = ?, \
        clocksAgree = ?
        """

    static func values(_ answer: TokenAnswer, _ secrets: GrantSecrets) throws -> StatementArguments {
        [
            try secrets.seal(answer.accessToken, column: "accessToken"),
            try secrets.seal(answer.refreshToken, column: "refreshToken"), answer.tokenType,
            answer.tokenStatus,
            answer.scope, answer.refreshTokenStatus, answer.refreshCount, answer.issuedAt, answer.expiresIn,
            answer.refreshIssuedAt, answer.refreshExpiresIn, answer.receivedAt, answer.clocksAgree,
        ]
    }

    /// Puts a new pair in place of the one of exactly this generation.
    static func renew(
        _ db: Database, _ grant: Grant, with answer: TokenAnswer, _ secrets: GrantSecrets
    ) throws {
        try db.execute(
            sql: """
                UPDATE keyGrant SET \(assignments), generation = generation + 1, condition = 'good',
                    conditionAt = NULL, conditionReason = NULL, intent = NULL, intentAt = NULL, intentRetries = 0,
                    leaseHolder = NULL, leaseUntil = NULL
                WHERE id = ? AND generation = ?
                """,
            arguments: values(answer, secrets) + [grant.id, grant.generation])
    }
}
