/// The red, green and blue of a colour, each 0 to 255.
public struct RGB: Hashable, Sendable {
    public var red: Int
    public var green: Int
    public var blue: Int

    public init(_ red: Int, _ green: Int, _ blue: Int) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// What xterm shows for a colour of its palette, when nobody has changed it.
    public init(palette index: UInt8) {
        let index = Int(index)
        func bits(_ full: Int) -> RGB {
            RGB((index & 1) * full, (index >> 1 & 1) * full, (index >> 2 & 1) * full)
        }
        func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + step * 40 }
        switch index {
        case 0..<7: self = bits(205)
        case 7: self.init(229, 229, 229)
        case 8: self.init(127, 127, 127)
        case 9..<16: self = bits(255)
        case 16..<232:
            let place = index - 16
            self.init(level(place / 36), level(place / 6 % 6), level(place % 6))
        default:
            let grey = 8 + (index - 232) * 10
            self.init(grey, grey, grey)
        }
    }

    /// `#rrggbb`.
    public var hex: String {
        "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// A mixture: this colour with so much of another in it, 0 to 1.
    func mixed(with other: RGB, _ share: Double) -> RGB {
        func mix(_ a: Int, _ b: Int) -> Int { a + Int(Double(b - a) * share) }
        return RGB(mix(red, other.red), mix(green, other.green), mix(blue, other.blue))
    }
}
