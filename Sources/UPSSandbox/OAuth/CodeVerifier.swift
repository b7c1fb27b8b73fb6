import CSodium

/// PKCE as UPS does it: always S256 (RFC 7636 §4).
enum CodeVerifier {
    private static let base64url =
        Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    private static let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

    /// Whether `text` can be a challenge: 43 characters of base64url, which is what SHA-256 gives.
    static func isChallenge(_ text: String) -> Bool {
        text.count == 43 && text.allSatisfy(base64url.contains)
    }

    /// Whether `verifier` has the form RFC 7636 §4.1 asks for, and hashes to `challenge`.
    static func matches(_ verifier: String, challenge: String) -> Bool {
        (43...128).contains(verifier.count) && verifier.allSatisfy(unreserved.contains)
            && self.challenge(of: verifier) == challenge
    }

    static func challenge(of verifier: String) -> String {
        let bytes = Array(verifier.utf8)
        var hash = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        crypto_hash_sha256(&hash, bytes, UInt64(bytes.count))
        var text = ""
        for start in stride(from: 0, to: hash.count, by: 3) {
            let group = hash[start..<min(start + 3, hash.count)]
            let bits = group.reduce(0) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - group.count))
            for sextet in 0...group.count {
                text.append(base64url[Int(bits >> (18 - 6 * UInt32(sextet)) & 63)])
            }
        }
        return text
    }
}
