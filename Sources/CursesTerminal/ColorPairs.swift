import CNcurses
import TerminalKit

/// ncurses colours cells by numbered pairs of foreground and background; a pair is made when a cell first
/// needs it.
struct ColorPairs {
    struct Colors: Hashable {
        var foreground: Int32
        var background: Int32
    }

    private static let most = 512
    private var numbers: [Colors: Int32] = [:]
    private var unused: [Int32]

    /// Pair 0 is the terminal's own and never given out.
    init(limit: Int) {
        unused = Array((1..<Int32(min(max(limit, 1), Self.most))).reversed())
    }

    /// The pair for two colours, made if need be; nil when all are given out.
    mutating func number(for colors: Colors) -> Int32? {
        if colors == Colors(foreground: -1, background: -1) { return 0 }
        if let number = numbers[colors] { return number }
        guard let number = unused.popLast() else { return nil }
        numbers[colors] = number
        init_extended_pair(number, colors.foreground, colors.background)
        return number
    }

    /// Lets the pairs be used anew that are not needed any more.
    mutating func keep(only needed: Set<Colors>) {
        for (colors, number) in numbers where !needed.contains(colors) {
            numbers[colors] = nil
            unused.append(number)
        }
    }
}
