internal import Glibc

/// Fetches a vault key from where its kind keeps it.
enum KeyMaterial {
    static func credential(in folder: String?) throws -> Secret {
        guard let folder else {
            throw CarrierError(
                .setup, subject: "credential",
                "The vault key comes from systemd, and no credentials are here.",
                advice: "Run it as a unit with LoadCredential=\(VaultKeys.credentialName):PATH.")
        }
        return try read("\(folder)/\(VaultKeys.credentialName)")
    }

    static func passphrase(
        _ ask: (@Sendable () throws -> Secret)?, salt: [UInt8], cost: Argon2.Cost
    ) throws -> Secret {
        guard let ask else {
            throw CarrierError(
                .setup, subject: "passphrase", "The store is locked with a passphrase.",
                advice: "Run the program where it can ask for it.")
        }
        return try Argon2.key(from: ask(), salt: salt, cost: cost)
    }

    /// The bytes of a key, wherever it lies.
    static func read(_ path: String) throws -> Secret {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw PrivateFiles.systemError(.setup, path, "The vault key could not be read")
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_size == Sodium.keySize else {
            throw CarrierError(
                .setup, subject: path,
                "\(path.shownPath) is not a vault key: it is not \(Sodium.keySize) bytes long.",
                advice: "Name the right file.")
        }
        return try Sodium.secret(count: Sodium.keySize) { key in
            guard Glibc.read(descriptor, key, Sodium.keySize) == Sodium.keySize else {
                throw PrivateFiles.systemError(.setup, path, "The vault key could not be read")
            }
        }
    }
}
