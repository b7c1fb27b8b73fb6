/// A decimal number, exact: money and percents never pass through binary floating point.
///
/// It keeps the digits it was written with (`12.50` prints as `12.50`) and compares by value.
public struct DecimalNumber: Sendable {
    /// The most digits `init(text:)` reads, and the most of them behind the point.
    public static let maximumDigits = 15
    public static let maximumScale = 6

    /// The value is `coefficient` / 10^`scale`.
    let coefficient: Int128
    let scale: Int

    init(coefficient: Int128, scale: Int) {
        self.coefficient = coefficient
        self.scale = scale
    }

    public static let zero = DecimalNumber(coefficient: 0, scale: 0)

    /// Reads `-12.50`: a sign, digits, one point. Nil for anything else, exponents and separators included.
    public init?(text: String) {
        var rest = Substring(text)
        let isNegative = rest.first == "-"
        if isNegative || rest.first == "+" { rest.removeFirst() }
        var coefficient: Int128 = 0
        var digits = 0
        var scale: Int?
        for byte in rest.utf8 {
            switch byte {
            case UInt8(ascii: ".") where scale == nil && digits > 0:
                scale = 0
            case 0x30...0x39:
                coefficient = coefficient * 10 + Int128(byte - 0x30)
                if coefficient != 0 || scale != nil { digits += 1 } else { digits = 1 }
                scale = scale.map { $0 + 1 }
                guard digits <= Self.maximumDigits else { return nil }
            default:
                return nil
            }
        }
        guard digits > 0, scale != 0, (scale ?? 0) <= Self.maximumScale else { return nil }
        self.init(coefficient: isNegative ? -coefficient : coefficient, scale: scale ?? 0)
    }

    /// How many digits behind the point the value needs: 1 for `12.50`.
    public var significantScale: Int {
        var (value, places) = (coefficient, scale)
        while places > 0, value % 10 == 0 { (value, places) = (value / 10, places - 1) }
        return places
    }

    /// The coefficient this value has with more digits behind the point.
    func coefficient(atScale wanted: Int) -> Int128 {
        coefficient * Self.power(wanted - scale)
    }

    static func power(_ exponent: Int) -> Int128 {
        (0..<max(0, exponent)).reduce(1) { product, _ in product * 10 }
    }
}

extension DecimalNumber: Hashable, Comparable {
    public static func == (left: DecimalNumber, right: DecimalNumber) -> Bool {
        let scale = max(left.scale, right.scale)
        return left.coefficient(atScale: scale) == right.coefficient(atScale: scale)
    }

    public static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
        let scale = max(left.scale, right.scale)
        return left.coefficient(atScale: scale) < right.coefficient(atScale: scale)
    }

    public func hash(into hasher: inout Hasher) {
        let places = significantScale
        hasher.combine(coefficient / Self.power(scale - places))
        hasher.combine(places)
    }
}

extension DecimalNumber: CustomStringConvertible {
    /// The number in plain decimal, with all the digits it has.
    public var description: String {
        var digits = String(coefficient.magnitude)
        if digits.count <= scale { digits = String(repeating: "0", count: scale + 1 - digits.count) + digits }
        if scale > 0 { digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -scale)) }
        return coefficient < 0 ? "-" + digits : digits
    }
}
