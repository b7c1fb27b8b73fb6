internal import CSodium

/// Argon2id (RFC 9106) as libsodium has it: keys from passphrases, and hashes of passwords.
enum Argon2 {
    /// What one computation costs; kept beside the salt, so that it can be raised later.
    struct Cost: Sendable, Equatable {
        var operations: Int64
        /// Bytes.
        var memory: Int64

        static let standard = Cost(operations: 3, memory: 64 << 20)
    }

    static let saltSize = Int(crypto_pwhash_SALTBYTES)
    private static let hashSize = Int(crypto_pwhash_STRBYTES)

    static func key(from passphrase: Secret, salt: [UInt8], cost: Cost) throws -> Secret {
        guard salt.count == saltSize, cost.operations > 0, cost.memory > 0 else {
            throw CarrierError(
                .store, subject: "vault", "The store does not say how its passphrase is stretched.",
                advice: "Restore a backup.")
        }
        return try Sodium.secret(count: Sodium.keySize) { key in
            let result = try passphrase.withPointer(to: CChar.self) { phrase, count in
                crypto_pwhash(
                    key, UInt64(Sodium.keySize), phrase, UInt64(count), salt, UInt64(cost.operations),
                    Int(cost.memory), crypto_pwhash_ALG_ARGON2ID13)
            }
            guard result == 0 else { throw outOfMemory(cost) }
        }
    }

    /// A hash with its salt and cost in it, as text.
    static func hash(_ password: Secret, cost: Cost = .standard) throws -> Secret {
        try Sodium.secret(count: hashSize) { hash in
            let result = try password.withPointer(to: CChar.self) { password, count in
                hash.withMemoryRebound(to: CChar.self, capacity: hashSize) {
                    crypto_pwhash_str_alg(
                        $0, password, UInt64(count), UInt64(cost.operations), Int(cost.memory),
                        crypto_pwhash_ALG_ARGON2ID13)
                }
            }
            guard result == 0 else { throw outOfMemory(cost) }
        }
    }

    static func verify(_ password: Secret, against hash: Secret) throws -> Bool {
        try hash.withPointer(to: CChar.self) { hash, size in
            guard size == hashSize else { return false }
            return try password.withPointer(to: CChar.self) { password, count in
                crypto_pwhash_str_verify(hash, password, UInt64(count)) == 0
            }
        }
    }

    /// crypto_pwhash(3) fails for want of memory alone.
    private static func outOfMemory(_ cost: Cost) -> CarrierError {
        CarrierError(
            .fault, "There is not enough memory to check a password.",
            advice: "It takes \(cost.memory >> 20) MiB; try again when they are free.")
    }
}
