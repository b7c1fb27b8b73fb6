/// How well a title answers what was typed; the least is the best.
enum PaletteRank: Int, Comparable {
    /// The title begins so.
    case beginning
    /// Each word typed begins a word of the title.
    case words
    /// Each word typed stands somewhere in it.
    case inside
    /// The letters typed stand in it in their order.
    case letters

    /// Nil where the title does not fit; upper and lower case are the same.
    init?(_ typed: String, title: String) {
        let (typed, title) = (typed.lowercased(), title.lowercased())
        let sought = typed.split(separator: " ")
        let words = title.split { !$0.isLetter && !$0.isNumber }
        if title.hasPrefix(typed) {
            self = .beginning
        } else if sought.allSatisfy({ part in words.contains { $0.hasPrefix(part) } }) {
            self = .words
        } else if sought.allSatisfy({ title.contains($0) }) {
            self = .inside
        } else if Self.stand(sought.joined(), in: title) {
            self = .letters
        } else {
            return nil
        }
    }

    private static func stand(_ letters: String, in title: String) -> Bool {
        var rest = title[...]
        return letters.allSatisfy { letter in
            guard let place = rest.firstIndex(of: letter) else { return false }
            rest = rest[rest.index(after: place)...]
            return true
        }
    }

    static func < (left: PaletteRank, right: PaletteRank) -> Bool { left.rawValue < right.rawValue }
}
