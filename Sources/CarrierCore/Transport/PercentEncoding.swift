/// RFC 3986 §2: bytes outside the unreserved set as `%XX`.
enum PercentEncoding {
    private static let unreserved = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
    private static let digits = Array("0123456789ABCDEF".utf8)

    static func encode(_ text: String) -> String {
        var encoded: [UInt8] = []
        encode(text.utf8) { encoded.append($0) }
        return String(decoding: encoded, as: UTF8.self)
    }

    /// Hands over byte by byte, so that nothing of a secret is left in memory.
    static func encode(_ bytes: some Sequence<UInt8>, _ take: (UInt8) -> Void) {
        for byte in bytes {
            guard !unreserved.contains(byte) else {
                take(byte)
                continue
            }
            take(UInt8(ascii: "%"))
            take(digits[Int(byte >> 4)])
            take(digits[Int(byte & 15)])
        }
    }

    /// Nil where a `%` is not followed by two hexadecimal digits, or the bytes are not UTF-8.
    static func decode(_ text: some StringProtocol) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte != UInt8(ascii: "%") {
                bytes.append(byte)
            } else if let high = rest.popFirst().flatMap(hex), let low = rest.popFirst().flatMap(hex) {
                bytes.append(high << 4 | low)
            } else {
                return nil
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func hex(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

/// A form body (`application/x-www-form-urlencoded`) that may hold secrets.
struct FormBody {
    private let buffer = WipedBuffer()
    /// The values that nobody is to be shown.
    private(set) var secrets: [Secret] = []

    mutating func add(_ name: String, _ value: String) {
        append(name, Secret(value))
    }

    mutating func add(_ name: String, _ value: Secret) {
        secrets.append(value)
        append(name, value)
    }

    private func append(_ name: String, _ value: Secret) {
        if buffer.count > 0 { buffer.append("&".utf8) }
        PercentEncoding.encode(name.utf8) { buffer.append($0) }
        buffer.append("=".utf8)
        value.withBytes { PercentEncoding.encode($0) { buffer.append($0) } }
    }

    var secret: Secret { buffer.secret() }
}
