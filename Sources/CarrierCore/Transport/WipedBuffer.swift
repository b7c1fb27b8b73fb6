import CSodium

/// A growing buffer that leaves no copy behind: outgrown and dropped storage is wiped.
final class WipedBuffer {
    private var storage = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 1)
    private(set) var count = 0

    deinit {
        Self.wipe(storage)
        storage.deallocate()
    }

    func append(_ bytes: UnsafeRawBufferPointer) {
        if count + bytes.count > storage.count {
            let larger = UnsafeMutableRawBufferPointer.allocate(
                byteCount: max(storage.count * 2, count + bytes.count), alignment: 1)
            larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[..<count]))
            Self.wipe(storage)
            storage.deallocate()
            storage = larger
        }
        UnsafeMutableRawBufferPointer(rebasing: storage[count...]).copyMemory(from: bytes)
        count += bytes.count
    }

    func append(_ byte: UInt8) {
        withUnsafeBytes(of: byte) { append($0) }
    }

    func append(_ text: String.UTF8View) {
        for byte in text { append(byte) }
    }

    func append(_ secret: Secret) {
        secret.withBytes { append($0) }
    }

    /// Lends the bytes as a C string.
    func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        append(0)
        defer { count -= 1 }
        guard let start = storage.baseAddress else { preconditionFailure("A buffer has no memory.") }
        return body(UnsafePointer(start.assumingMemoryBound(to: CChar.self)))
    }

    func secret() -> Secret {
        Secret(storage[..<count])
    }

    /// Wipes a C string that libcurl holds.
    static func wipe(_ text: UnsafeMutablePointer<CChar>) {
        var length = 0
        while text[length] != 0 { length += 1 }
        sodium_memzero(text, length)
    }

    private static func wipe(_ storage: UnsafeMutableRawBufferPointer) {
        if let start = storage.baseAddress { sodium_memzero(start, storage.count) }
    }
}
