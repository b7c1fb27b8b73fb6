import CSodium

/// RFC 4648, by libsodium, which does it in constant time; of secrets nothing is left in memory.
enum Base64 {
    static func encode(_ secret: Secret) -> Secret {
        secret.withBytes { encode($0, variant: sodium_base64_VARIANT_ORIGINAL) }
    }

    /// The alphabet for addresses, without padding (RFC 7636 appendix A).
    static func encodeForURL(_ bytes: UnsafeRawBufferPointer) -> Secret {
        encode(bytes, variant: sodium_base64_VARIANT_URLSAFE_NO_PADDING)
    }

    private static func encode(_ bytes: UnsafeRawBufferPointer, variant: Int32) -> Secret {
        let length = sodium_base64_encoded_len(bytes.count, variant)
        let text = Secret(count: length) { text in
            sodium_bin2base64(
                text.assumingMemoryBound(to: CChar.self), length,
                bytes.assumingMemoryBound(to: UInt8.self).baseAddress, bytes.count, variant)
        }
        // Without the zero at its end.
        return text.withBytes { Secret($0.dropLast()) }
    }
}
