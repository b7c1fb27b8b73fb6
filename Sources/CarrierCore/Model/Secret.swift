import CSodium

/// A secret in memory: it prints as `‹redacted›`, cannot be interpolated by accident, and is wiped when freed.
public final class Secret: Sendable {
    // Proof for @unchecked: the bytes are written once, before the value is shared, and only read until deinit.
    private struct Bytes: @unchecked Sendable {
        let start: UnsafeMutableRawBufferPointer
    }

    private let bytes: Bytes

    /// Copies `source`; the caller wipes or drops its own copy.
    public init(_ source: some Collection<UInt8>) {
        let start = UnsafeMutableRawBufferPointer.allocate(byteCount: source.count, alignment: 1)
        start.copyBytes(from: source)
        bytes = Bytes(start: start)
    }

    /// Has `count` bytes written where they stay; `fill` writes all of them.
    init(count: Int, _ fill: (UnsafeMutableRawPointer) -> Void) {
        let start = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 1)
        if let address = start.baseAddress { fill(address) }
        bytes = Bytes(start: start)
    }

    public convenience init(_ text: String) {
        self.init(text.utf8)
    }

    deinit {
        if let address = bytes.start.baseAddress { sodium_memzero(address, bytes.start.count) }
        bytes.start.deallocate()
    }

    public var isEmpty: Bool { bytes.start.isEmpty }

    /// The most characters of a password or a client secret, at every door: what is longer could not be typed into a
    /// window.
    public static let longest = 1024

    /// Counted as Unicode scalars, which no character has less than one of.
    ///
    /// Throws `.invalid` where it is longer than `longest`.
    func requireLength(_ subject: String, _ title: String) throws(CarrierError) {
        let count = withBytes { bytes in bytes.count { $0 & 0xC0 != 0x80 } }
        guard count <= Self.longest else {
            throw CarrierError(
                .invalid, subject: subject,
                "\(title) takes at most \(Self.longest) characters; this has \(count).",
                advice: "Give a shorter one.")
        }
    }

    /// Lends the bytes for the time of one call.
    public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try body(UnsafeRawBufferPointer(bytes.start))
    }

    /// The secret as text, for the one place that must send or print it.
    public func reveal() -> String {
        withBytes { String(decoding: $0, as: UTF8.self) }
    }
}

extension Secret: Equatable {
    /// Compares in constant time.
    public static func == (left: Secret, right: Secret) -> Bool {
        left.withBytes { a in
            right.withBytes { b in
                a.count == b.count && (a.isEmpty || sodium_memcmp(a.baseAddress, b.baseAddress, a.count) == 0)
            }
        }
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "‹redacted›" }
    public var debugDescription: String { "‹redacted›" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
