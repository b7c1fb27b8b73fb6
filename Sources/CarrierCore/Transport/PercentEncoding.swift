/// RFC 3986 §2: bytes outside the unreserved set as `%XX`.
enum PercentEncoding {
    private static let unreserved = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
    private static let digits = Array("0123456789ABCDEF".utf8)

    static func encode(_ text: String) -> String {
        String(decoding: encode(text.utf8), as: UTF8.self)
    }

    static func encode(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var encoded: [UInt8] = []
        for byte in bytes {
            if unreserved.contains(byte) {
                encoded.append(byte)
            } else {
                encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return encoded
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

    mutating func add(_ name: String, _ value: String) {
        add(name, Secret(value))
    }

    mutating func add(_ name: String, _ value: Secret) {
        if buffer.count > 0 { append("&".utf8) }
        append(PercentEncoding.encode(name.utf8))
        append("=".utf8)
        append(value.withBytes { PercentEncoding.encode($0) })
    }

    var secret: Secret { buffer.secret() }

    private func append(_ bytes: some Collection<UInt8>) {
        Array(bytes).withUnsafeBytes { buffer.append($0) }
    }
}
