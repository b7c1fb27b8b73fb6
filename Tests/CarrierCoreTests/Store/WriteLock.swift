import GRDB

/// Another process's transaction on the store, as SQLite sees it.
final class WriteLock: Sendable {
    private let queue: DatabaseQueue

    init(_ path: String) throws {
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        queue = try DatabaseQueue(path: path, configuration: configuration)
    }

    func take() throws { try queue.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") } }

    func release() throws {
        try queue.inDatabase { if $0.isInsideTransaction { try $0.execute(sql: "ROLLBACK") } }
    }
}
