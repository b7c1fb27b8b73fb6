/// The columns that hold sealed values: all of them, so that a new key can re-seal them.
struct SealedColumn: Sendable, Hashable {
    let table: String
    let column: String

    static let all: [SealedColumn] = [
        SealedColumn(table: "application", column: "clientSecret"),
        SealedColumn(table: "carrier", column: "customerClientSecret"),
        SealedColumn(table: "adapter", column: "customerClientSecret"),
        SealedColumn(table: "keyGrant", column: "clientSecret"),
        SealedColumn(table: "keyGrant", column: "accessToken"),
        SealedColumn(table: "keyGrant", column: "refreshToken"),
        SealedColumn(table: "user", column: "passwordHash"),
    ]
}
