internal import CSodium

/// The sealed form: one byte of version, the nonce, the ciphertext with its tag.
enum VaultSeal {
    /// The first byte.
    static let version: UInt8 = 1
    private static let nonceSize = Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)
    private static let tagSize = Int(crypto_aead_xchacha20poly1305_ietf_ABYTES)

    static let keyCheckPlace = place("vault", "1", "keyCheck")

    /// What a right key opens; kept in the store to tell a wrong one.
    static func keyCheck(for key: Secret) throws -> [UInt8] {
        try seal(Secret("carrier-editor"), place: keyCheckPlace, key: key)
    }

    /// The associated data.
    static func place(_ table: String, _ row: String, _ column: String) -> [UInt8] {
        Array("\(table)\u{0}\(row)\u{0}\(column)".utf8)
    }

    static func seal(_ secret: Secret, place: [UInt8], key: Secret) throws -> [UInt8] {
        let nonce = try Sodium.random(count: nonceSize)
        return try secret.withPointer(to: UInt8.self) { plain, count in
            var cipher = [UInt8](repeating: 0, count: count + tagSize)
            try key.withPointer(to: UInt8.self) { key, _ in
                _ = crypto_aead_xchacha20poly1305_ietf_encrypt(
                    &cipher, nil, plain, UInt64(count), place, UInt64(place.count), nil, nonce, key)
            }
            return [version] + nonce + cipher
        }
    }

    /// Nil when the key is another, the place is another, or a byte was changed.
    static func open(_ sealed: [UInt8], place: [UInt8], key: Secret) throws -> Secret? {
        guard sealed.first == version, sealed.count >= 1 + nonceSize + tagSize else { return nil }
        let nonce = Array(sealed[1...nonceSize])
        let cipher = Array(sealed[(1 + nonceSize)...])
        var isGenuine = false
        let secret = try Sodium.secret(count: cipher.count - tagSize) { plain in
            isGenuine = try key.withPointer(to: UInt8.self) { key, _ in
                crypto_aead_xchacha20poly1305_ietf_decrypt(
                    plain, nil, nil, cipher, UInt64(cipher.count), place, UInt64(place.count), nonce, key
                ) == 0
            }
        }
        return isGenuine ? secret : nil
    }
}
