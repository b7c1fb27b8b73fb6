/// Letters typed quickly after one another, to find a line by its beginning.
struct TypeAhead {
    private var text = ""
    private var lastTyped = Duration.zero
    private static let pause = Duration.seconds(1)

    func isActive(at now: Duration?) -> Bool {
        guard let now else { return false }
        return !text.isEmpty && now - lastTyped < Self.pause
    }

    /// The letters typed so far, with this one.
    mutating func add(_ letter: Character, at now: Duration?) -> String {
        if !isActive(at: now) { text = "" }
        text.append(letter)
        lastTyped = now ?? .zero
        return text
    }

    /// The first title that begins so, from the current one on; the same letter again and again goes on to
    /// the next.
    static func find(_ text: String, in titles: [String], from current: Int) -> Int? {
        guard let first = text.first, !titles.isEmpty else { return nil }
        let isRepeated = text.count > 1 && text.allSatisfy { $0 == first }
        let sought = (isRepeated ? String(first) : text).lowercased()
        let start = text.count == 1 || isRepeated ? current + 1 : current
        return (0..<titles.count).map { (start + $0) % titles.count }
            .first { titles[$0].lowercased().hasPrefix(sought) }
    }
}
