/// Percent-encoding of RFC 3986 §2.1, and the plus sign that forms use for a space.
enum PercentEncoding {
    private static let hexDigits = Array("0123456789ABCDEF")

    /// Everything but the unreserved characters is encoded.
    static func encode(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            let character = Character(Unicode.Scalar(byte))
            if byte < 0x80, character.isLetter || character.isNumber || "-._~".contains(character) {
                encoded.append(character)
            } else {
                encoded += "%"
                encoded.append(hexDigits[Int(byte >> 4)])
                encoded.append(hexDigits[Int(byte & 15)])
            }
        }
        return encoded
    }

    /// A percent sign that no two hexadecimal digits follow stays as it is.
    static func decode(_ text: some StringProtocol, plusIsSpace: Bool) -> String {
        var decoded: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "+"), plusIsSpace {
                decoded.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%"), let escaped = hexadecimal(rest.prefix(2)) {
                decoded.append(escaped)
                rest.removeFirst(2)
            } else {
                decoded.append(byte)
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    private static func hexadecimal(_ digits: ArraySlice<UInt8>) -> UInt8? {
        let characters = digits.map { Character(Unicode.Scalar($0)) }
        guard characters.count == 2, characters.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
            return nil
        }
        return UInt8(String(characters), radix: 16)
    }
}
