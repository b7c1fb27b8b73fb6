internal import Glibc

/// Fetches a vault key from where its kind keeps it.
enum KeyMaterial {
    static let credentialName = "carrier-editor.key"

    /// The key file's bytes.
    ///
    /// - Throws: `.setup` when it is missing, open to others, or not 32 bytes long.
    static func keyFile(_ path: String) throws -> Secret {
        guard try PrivateFiles.checkFile(path) else {
            throw CarrierError(
                .setup, subject: path, "The vault key file \(path.shown) is missing.",
                advice: "Put back the copy kept with the backup; without it every key must be made anew.")
        }
        return try read(path)
    }

    /// Makes the key file unless it is there; two processes end up with the same one.
    static func makeKeyFile(_ path: String) throws -> Secret {
        if let folder = PrivateFiles.parent(of: path), access(folder, F_OK) != 0 {
            try PrivateFiles.prepareFolder(folder)
        }
        if try !PrivateFiles.checkFile(path) {
            let key = try Sodium.randomKey()
            if try key.withBytes({ try PrivateFiles.create(path, contents: $0) }) { return key }
        }
        return try keyFile(path)
    }

    static func credential(in folder: String?) throws -> Secret {
        guard let folder else {
            throw CarrierError(
                .setup, subject: "credential",
                "The vault key comes from systemd, and no credentials are here.",
                advice: "Run it as a unit with LoadCredential=\(credentialName):PATH.")
        }
        return try read("\(folder)/\(credentialName)")
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

    private static func read(_ path: String) throws -> Secret {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw PrivateFiles.systemError(.setup, path, "The vault key could not be read")
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_size == Sodium.keySize else {
            throw CarrierError(
                .setup, subject: path,
                "\(path.shown) is not a vault key: it is not \(Sodium.keySize) bytes long.",
                advice: "Name the right file.")
        }
        return try Sodium.secret(count: Sodium.keySize) { key in
            guard Glibc.read(descriptor, key, Sodium.keySize) == Sodium.keySize else {
                throw PrivateFiles.systemError(.setup, path, "The vault key could not be read")
            }
        }
    }
}
