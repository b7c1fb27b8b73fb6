import CSodium

/// Proof that whoever redeems a code is who asked for it (RFC 7636), by S256 alone.
struct PKCE: Sendable {
    /// 43 characters, in memory only.
    let codeVerifier: Secret

    init() {
        self.init(codeVerifier: RandomText.make())
    }

    init(codeVerifier: Secret) {
        self.codeVerifier = codeVerifier
    }

    /// base64url(SHA-256(verifier)), unpadded (§4.2).
    var codeChallenge: String {
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        codeVerifier.withBytes { bytes in
            _ = crypto_hash_sha256(&digest, bytes.bindMemory(to: UInt8.self).baseAddress, UInt64(bytes.count))
        }
        return digest.withUnsafeBytes { Base64.encodeForURL($0).reveal() }
    }
}

/// 32 random bytes, as 43 characters of base64url.
enum RandomText {
    static func make() -> Secret {
        Secret(count: 32) { randombytes_buf($0, 32) }.withBytes { Base64.encodeForURL($0) }
    }
}
