import TerminalKit

/// Finds the nearest colour where a terminal has fewer than 256.
struct Palette {
    let colors: Capabilities.Colors

    /// The number of a foreground for ncurses, and whether bold has to make it bright; -1 is the terminal's
    /// own.
    func foreground(_ color: Color) -> (number: Int32, isBright: Bool) {
        switch number(color) {
        case let number where colors == .eight && number >= 8: (number - 8, true)
        case let number: (number, false)
        }
    }

    /// The number of a background; eight colours know no bright ones.
    func background(_ color: Color) -> Int32 {
        let number = number(color)
        return colors == .eight && number >= 8 ? number - 8 : number
    }

    private func number(_ color: Color) -> Int32 {
        switch color {
        case .standard: -1
        case .palette(let index): colors == .palette || index < 16 ? Int32(index) : Self.nearest[Int(index)]
        }
    }

    /// For every colour of the 256, the nearest of the first 16.
    private static let nearest: [Int32] = (0..<256).map { index in
        let wanted = rgb(index)
        return Int32((0..<16).min { distance(rgb($0), wanted) < distance(rgb($1), wanted) } ?? 0)
    }

    private typealias RGB = (red: Int, green: Int, blue: Int)

    /// xterm's colours.
    private static func rgb(_ index: Int) -> RGB {
        switch index {
        case 0..<7, 8: dark(index)
        case 7: (229, 229, 229)
        case 9..<16: ((index & 1) * 255, (index >> 1 & 1) * 255, (index >> 2 & 1) * 255)
        case 16..<232: (level((index - 16) / 36), level((index - 16) / 6 % 6), level((index - 16) % 6))
        default: (8 + (index - 232) * 10, 8 + (index - 232) * 10, 8 + (index - 232) * 10)
        }
    }

    private static func dark(_ index: Int) -> RGB {
        index == 8 ? (127, 127, 127) : ((index & 1) * 205, (index >> 1 & 1) * 205, (index >> 2 & 1) * 205)
    }

    /// The steps of the 6×6×6 cube.
    private static func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + step * 40 }

    /// Weighted as the eye does: green most, blue least.
    private static func distance(_ a: RGB, _ b: RGB) -> Int {
        let red = a.red - b.red
        let green = a.green - b.green
        let blue = a.blue - b.blue
        return 3 * red * red + 6 * green * green + blue * blue
    }
}
