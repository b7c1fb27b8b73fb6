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
    private let limit: Int
    /// By their numbers; nil where a number was taken back. They are so few that a search takes less than a hash.
    private var colors: [Colors?] = [Colors(foreground: -1, background: -1)]

    /// Pair 0 is the terminal's own.
    init(limit: Int) {
        self.limit = min(limit, Self.most)
    }

    /// The pair for two colours, made if need be; nil when all are given out.
    mutating func number(for wanted: Colors) -> Int32? {
        if let number = colors.firstIndex(of: wanted) { return Int32(number) }
        let free = colors.firstIndex(of: nil) ?? colors.endIndex
        guard free < limit else { return nil }
        if free == colors.endIndex { colors.append(wanted) } else { colors[free] = wanted }
        let number = Int32(free)
        init_extended_pair(number, wanted.foreground, wanted.background)
        return number
    }

    /// Lets the pairs be used anew that are not needed any more.
    mutating func keep(only needed: Set<Colors>) {
        for number in colors.indices.dropFirst() where colors[number].map(needed.contains) == false {
            colors[number] = nil
        }
    }
}
