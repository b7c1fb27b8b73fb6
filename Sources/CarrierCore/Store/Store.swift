internal import GRDB

/// Carriers, keys, people and settings in one SQLite file; its secrets are sealed.
///
/// Every call is one transaction and blocks its thread for that time; it may be used from any thread.
public final class Store: Sendable {
    public let path: String
    public let clock: WallClock
    /// Whether this process may only read it: the file or its folder is not its to write.
    public let isReadOnly: Bool
    let station: Station

    let keys: VaultKeys
    let queue: DatabaseQueue
    private let sealing: Vault

    init(
        path: String, queue: DatabaseQueue, vault: VaultRow, keys: VaultKeys, clock: WallClock,
        station: Station,
        isReadOnly: Bool
    ) {
        self.path = path
        self.queue = queue
        self.keys = keys
        sealing = Vault(vault, keys: keys)
        self.clock = clock
        self.station = station
        self.isReadOnly = isReadOnly
    }

    /// The vault, unlocked.
    ///
    /// - Throws: `.setup` when its key is missing or another store's, or the passphrase is wrong.
    public func vault() throws(CarrierError) -> Vault {
        try sealing.unlock()
        return sealing
    }

    /// How the vault's key is kept; asks for no key.
    public var vaultKind: VaultKind { sealing.kind }

    /// Changes whenever another process has committed to the store.
    public func dataVersion() throws(CarrierError) -> Int64 {
        try mapped {
            try queue.inDatabase { try Int64.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
        }
    }

    /// Reads in one snapshot.
    ///
    /// - Throws: `.busy`, `.store`, and what `body` throws as a `CarrierError`.
    func read<Value>(_ body: (Database) throws -> Value) throws(CarrierError) -> Value {
        try withVaultOfTheMoment {
            try queue.read { db in
                try followVault(db)
                return try body(db)
            }
        }
    }

    /// Writes in one `BEGIN IMMEDIATE` transaction: what is read inside still holds when it is written.
    ///
    /// - Throws: `.busy`, `.store`, and what `body` throws as a `CarrierError`; nothing is changed then.
    func write<Value>(_ body: (Database) throws -> Value) throws(CarrierError) -> Value {
        try withVaultOfTheMoment {
            try queue.write { db in
                try followVault(db)
                return try body(db)
            }
        }
    }

    /// What is sealed and opened in a transaction is so with the key of that moment.
    private func followVault(_ db: Database) throws {
        if let row = try VaultRow.fetch(db), !sealing.follow(row) { throw VaultHasChanged() }
    }

    /// Fetches the key anew where another process has changed it, between two transactions: it may ask for a passphrase,
    /// and nobody is to wait for that.
    private func withVaultOfTheMoment<Value>(_ body: () throws -> Value) throws(CarrierError) -> Value {
        try mapped {
            while true {
                do {
                    return try body()
                } catch is VaultHasChanged {
                    try sealing.unlock()
                }
            }
        }
    }

    /// Nothing of the transaction has been done yet.
    private struct VaultHasChanged: Error {}

    /// Throws whatever went wrong as a `CarrierError`.
    func mapped<Value>(_ body: () throws -> Value) throws(CarrierError) -> Value {
        do {
            return try body()
        } catch {
            throw CarrierError(error, storeAt: path)
        }
    }
}
