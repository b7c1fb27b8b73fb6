extension JSON {
    /// The most a document may measure, in bytes.
    public static let maximumSize = 256 << 20
    /// The deepest nesting that is read.
    public static let maximumDepth = 64

    /// Reads one JSON text in UTF-8.
    ///
    /// - Throws: `.invalid` with line and column for anything RFC 8259 does not allow, for a name that comes
    ///   twice in one object, and beyond `maximumSize` and `maximumDepth`.
    public init(parsing bytes: some Sequence<UInt8>) throws {
        var reader = JSONReader(Array(bytes))
        self = try reader.document()
    }

    public init(parsing text: String) throws {
        try self.init(parsing: text.utf8)
    }

    /// Whether these bytes are the beginning of a JSON text whose end is missing.
    static func breaksOff(_ bytes: some Sequence<UInt8>) -> Bool {
        var reader = JSONReader(Array(bytes))
        return reader.breaksOff()
    }
}

private struct JSONReader {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        // A byte order mark is not JSON, but editors leave one.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    }

    mutating func document() throws -> JSON {
        guard bytes.count <= JSON.maximumSize else {
            throw CarrierError(
                .invalid, "The JSON text is larger than \(JSON.maximumSize >> 20) MiB.",
                advice: "Split it into several files.")
        }
        let value = try value(depth: 0)
        skipSpace()
        guard index == bytes.count else { throw broken("nothing may follow the value") }
        return value
    }

    /// Whether all there is may be read, and more is wanted.
    mutating func breaksOff() -> Bool {
        skipSpace()
        guard current != nil else { return false }
        do {
            _ = try value(depth: 0)
            return false
        } catch {
            return index >= bytes.count
        }
    }

    private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func value(depth: Int) throws -> JSON {
        guard depth <= JSON.maximumDepth else {
            throw broken("more than \(JSON.maximumDepth) levels are nested")
        }
        skipSpace()
        switch current {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"): return .number(try number())
        case let byte? where byte.isDigit: return .number(try number())
        case nil: throw broken("the text ends too early")
        default: throw broken("a value is expected")
        }
    }

    private mutating func object(depth: Int) throws -> JSON {
        index += 1
        var members: [JSON.Member] = []
        var names: Set<String> = []
        if skip("}") { return .object([]) }
        repeat {
            skipSpace()
            guard current == UInt8(ascii: "\"") else { throw broken("a name in quotes is expected") }
            let name = try string()
            guard names.insert(name).inserted else { throw broken("the name comes twice in one object") }
            guard skip(":") else { throw broken("a colon is expected") }
            members.append(JSON.Member(name, try value(depth: depth + 1)))
        } while skip(",")
        guard skip("}") else { throw broken("a comma or } is expected") }
        return .object(members)
    }

    private mutating func array(depth: Int) throws -> JSON {
        index += 1
        var elements: [JSON] = []
        if skip("]") { return .array([]) }
        repeat { elements.append(try value(depth: depth + 1)) } while skip(",")
        guard skip("]") else { throw broken("a comma or ] is expected") }
        return .array(elements)
    }

    private mutating func word(_ word: StaticString, _ value: JSON) throws -> JSON {
        let expected = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        let rest = bytes[index...]
        guard rest.starts(with: expected) else {
            if expected.starts(with: rest) { index = bytes.count }
            throw broken("a value is expected")
        }
        index += expected.count
        return value
    }

    private mutating func number() throws -> String {
        let start = index
        if current == UInt8(ascii: "-") { index += 1 }
        let startsWithZero = current == UInt8(ascii: "0")
        let count = digits()
        guard count == 1 || (count > 1 && !startsWithZero) else { throw broken("this is not a number") }
        if current == UInt8(ascii: ".") {
            index += 1
            guard digits() > 0 else { throw broken("a digit is expected") }
        }
        if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
            index += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { index += 1 }
            guard digits() > 0 else { throw broken("a digit is expected") }
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func digits() -> Int {
        let start = index
        while let byte = current, byte.isDigit { index += 1 }
        return index - start
    }

    private mutating func string() throws -> String {
        index += 1
        var content: [UInt8] = []
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: content, as: UTF8.self) else {
                    throw broken("the text is not UTF-8")
                }
                index += 1
                return text
            case UInt8(ascii: "\\"): content += String(try escape()).utf8
            case 0..<0x20: throw broken("a control character stands in a text")
            default:
                content.append(byte)
                index += 1
            }
        }
        throw broken("a text does not end")
    }

    private mutating func escape() throws -> Character {
        index += 1
        guard let byte = current else { throw broken("a text does not end") }
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Character(Unicode.Scalar(byte))
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape()
        default: throw broken("an unknown escape stands in a text")
        }
    }

    private mutating func unicodeEscape() throws -> Character {
        let first = try fourHexDigits()
        if let scalar = Unicode.Scalar(first) { return Character(scalar) }
        // A character beyond the basic plane comes as two surrogates.
        let rest = bytes[index...]
        guard first < 0xDC00, rest.starts(with: "\\u".utf8) else {
            if "\\u".utf8.starts(with: rest) { index = bytes.count }
            throw broken("half a character stands in a text")
        }
        index += 2
        let second = try fourHexDigits()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw broken("half a character stands in a text") }
        return Character(scalar)
    }

    private mutating func fourHexDigits() throws -> UInt32 {
        let end = index + 4
        guard end <= bytes.count else {
            index = bytes.count
            throw broken("four hexadecimal digits are expected")
        }
        guard bytes[index..<end].allSatisfy({ $0.isDigit || $0.isLetter }),
            let value = UInt32(String(decoding: bytes[index..<end], as: UTF8.self), radix: 16)
        else { throw broken("four hexadecimal digits are expected") }
        index = end
        return value
    }

    private mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
    }

    private mutating func skip(_ mark: Unicode.Scalar) -> Bool {
        skipSpace()
        guard let byte = current, UInt32(byte) == mark.value else { return false }
        index += 1
        return true
    }

    private func broken(_ reason: String) -> CarrierError {
        let before = bytes[..<min(index, bytes.count)]
        let line = before.count { $0 == 0x0A } + 1
        let column = before.count - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
        return CarrierError(
            .invalid, "The JSON text is broken at line \(line), column \(column): \(reason).",
            advice: "Correct the text there and try again.")
    }
}
