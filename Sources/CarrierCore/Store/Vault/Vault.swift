internal import CSodium
internal import Synchronization

/// Seals secrets with XChaCha20-Poly1305 under one key; table, row and column are bound in.
///
/// The key is fetched when it is needed for the first time: listing carriers asks for no passphrase.
public final class Vault: Sendable {
    public let kind: VaultKind
    private let loadKey: @Sendable () throws -> Secret
    private let keyCheck: [UInt8]
    private let key = Mutex<Secret?>(nil)

    /// - Parameters:
    ///   - keyCheck: what `VaultSeal.keyCheck` gave when the store was made.
    ///   - loadKey: fetches the key; asked again when it was the wrong one.
    init(kind: VaultKind, keyCheck: [UInt8], loadKey: @escaping @Sendable () throws -> Secret) {
        self.kind = kind
        self.keyCheck = keyCheck
        self.loadKey = loadKey
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

    private func withKey<Value>(_ body: (Secret) throws -> Value) throws(CarrierError) -> Value {
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
        try key.withLock { key in
            if let key { return key }
            let loaded = try loadKey()
            guard try VaultSeal.open(keyCheck, place: VaultSeal.keyCheckPlace, key: loaded) != nil else {
                throw wrongKey
            }
            key = loaded
            return loaded
        }
    }

    private var wrongKey: CarrierError {
        switch kind {
        case .passphrase:
            CarrierError(
                .setup, subject: "passphrase", "The passphrase is wrong.",
                advice: "Nothing was changed; try again.")
        case .keyFile:
            CarrierError(
                .setup, subject: "keyFile", "The vault key file does not belong to this store.",
                advice: "Put back the key file made with this store, or name it with --key-file.")
        case .systemd:
            CarrierError(
                .setup, subject: "credential", "The systemd credential does not belong to this store.",
                advice: "Load the credential that this store was sealed with.")
        }
    }
}
