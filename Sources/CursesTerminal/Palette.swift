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
        let wanted = RGB(palette: UInt8(index))
        let distances = (0..<16).map { distance(RGB(palette: $0), wanted) }
        return Int32(distances.indices.min { distances[$0] < distances[$1] } ?? 0)
    }

    /// Weighted as the eye does: green most, blue least.
    private static func distance(_ a: RGB, _ b: RGB) -> Int {
        let red = a.red - b.red
        let green = a.green - b.green
        let blue = a.blue - b.blue
        return 3 * red * red + 6 * green * green + blue * blue
    }
}
