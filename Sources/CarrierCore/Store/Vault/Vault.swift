internal import CSodium
internal import Locking

/// Seals secrets with XChaCha20-Poly1305 under one key; table, row and column are bound in.
///
/// The key is fetched when it is needed for the first time: listing carriers asks for no passphrase.
public final class Vault: Sendable {
    private struct State {
        var row: VaultRow
        var key: Secret?
    }

    private let keys: VaultKeys
    private let state: Guarded<State>
    /// Held while the key is fetched, which may ask a person: once for all who wait, and with `state` free meanwhile.
    private let fetching = Guarded(())

    init(_ row: VaultRow, keys: VaultKeys) {
        self.keys = keys
        state = Guarded(State(row: row))
    }

    public var kind: VaultKind { state.withLock { $0.row.kind } }

    /// Takes over what the store says of its key: another process may have changed it meanwhile.
    ///
    /// - Returns: false where the key that was there is the former one: it has to be fetched anew.
    func follow(_ row: VaultRow) -> Bool {
        state.withLock { state in
            guard state.row != row else { return true }
            defer { state = State(row: row) }
            return state.key == nil
        }
    }

    /// Seals a secret for the one place where it will be kept; `row` is its id, or another name it keeps.
    ///
    /// - Throws: `.setup` when the key is missing or another store's, `.fault` for a column not in the list.
    public func seal(
        _ secret: Secret, table: String, row: String, column: String
    ) throws(CarrierError) -> [UInt8] {
        guard SealedColumn.all.contains(SealedColumn(table: table, column: column)) else {
            throw CarrierError(
                .fault, subject: "\(table).\(column)",
                "The column \(table).\(column) is not listed as sealed.",
                advice: "Report this as a fault of the program.")
        }
        return try withKey { try VaultSeal.seal(secret, place: VaultSeal.place(table, row, column), key: $0) }
    }

    /// - Throws: `.setup` when the key is missing or another store's, `.store` when the value is damaged or
    ///   was sealed for another place.
    public func open(
        _ sealed: [UInt8], table: String, row: String, column: String
    ) throws(CarrierError) -> Secret {
        let place = VaultSeal.place(table, row, column)
        guard let secret = try withKey({ try VaultSeal.open(sealed, place: place, key: $0) }) else {
            throw CarrierError(
                .store, subject: "\(table).\(column)",
                "A sealed value (\(table), row \(row), \(column)) is damaged or stands in the wrong place.",
                advice: "Enter it again, or restore a backup.")
        }
        return secret
    }

    /// A value that stands for `text` in this store only: the same text gives the same, nobody can go back.
    func fingerprint(of text: String) throws(CarrierError) -> [UInt8] {
        let text = Array(text.utf8)
        var digest = [UInt8](repeating: 0, count: Int(crypto_generichash_BYTES))
        try withKey { key in
            try key.withPointer(to: UInt8.self) { key, count in
                _ = crypto_generichash(&digest, digest.count, text, UInt64(text.count), key, count)
            }
        }
        return digest
    }

    /// Fetches and checks the key now rather than at the first need.
    func unlock() throws(CarrierError) {
        try withKey { _ in }
    }

    func withKey<Value>(_ body: (Secret) throws -> Value) throws(CarrierError) -> Value {
        do {
            return try body(unlocked())
        } catch let error as CarrierError {
            throw error
        } catch {
            // What asks for a passphrase may fail in ways of its own.
            throw CarrierError(
                .setup, subject: "vault", "The vault key could not be fetched: \(error).",
                advice: "Try again where it can be.", underlying: error)
        }
    }

    private func unlocked() throws -> Secret {
        if let key = state.withLock(\.key) { return key }
        return try fetching.withLock { _ in
            while true {
                let (row, present) = state.withLock { ($0.row, $0.key) }
                if let present { return present }
                let key = try row.loadKey(keys)
                let isStill = state.withLock { state in
                    guard state.row == row else { return false }
                    state.key = key
                    return true
                }
                if isStill { return key }
            }
        }
    }
}
