internal import CSodium

/// libsodium, made ready once; everything that makes key material goes through here, so that it is wiped.
enum Sodium {
    static let keySize = Int(crypto_aead_xchacha20poly1305_ietf_KEYBYTES)

    private static let isReady = sodium_init() >= 0

    static func makeReady() throws {
        guard isReady else {
            throw CarrierError(
                .fault, "libsodium could not be started.", advice: "Look whether the system has randomness.")
        }
    }

    static func random(count: Int) throws -> [UInt8] {
        try makeReady()
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }

    static func randomKey() throws -> Secret {
        try secret(count: keySize) { randombytes_buf($0, keySize) }
    }

    /// A secret of `count` bytes that `fill` writes into memory wiped afterwards.
    static func secret(count: Int, _ fill: (UnsafeMutablePointer<UInt8>) throws -> Void) throws -> Secret {
        try makeReady()
        return try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(1, count)) { bytes in
            bytes.initialize(repeating: 0)
            defer { sodium_memzero(bytes.baseAddress, bytes.count) }
            if let start = bytes.baseAddress { try fill(start) }
            return Secret(bytes.prefix(count))
        }
    }
}

extension Secret {
    /// Lends the bytes the way C functions take them: a pointer to the elements they expect, and the count.
    func withPointer<Element, Result>(
        to type: Element.Type, _ body: (UnsafePointer<Element>, Int) throws -> Result
    ) throws -> Result {
        try withBytes { bytes in
            guard let start = bytes.baseAddress else {
                throw CarrierError(
                    .fault, "A secret has no memory.", advice: "Report this as a fault of the program.")
            }
            return try body(start.assumingMemoryBound(to: type), bytes.count)
        }
    }
}
