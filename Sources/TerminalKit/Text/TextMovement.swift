/// A step of the cursor through text.
public enum TextMovement: Sendable, Hashable {
    case left, right, wordLeft, wordRight
    case lineStart, lineEnd
}

extension Character {
    /// Letters, digits and the underscore make words.
    var isWordPart: Bool { isLetter || isNumber || self == "_" }
}

extension [Character] {
    /// Where the word at or before a position begins.
    func startOfWord(before position: Int) -> Int {
        guard let last = self[..<position].lastIndex(where: \.isWordPart) else { return 0 }
        return self[..<last].lastIndex { !$0.isWordPart }.map { $0 + 1 } ?? 0
    }

    /// Where the next word after a position begins, or the end of the text.
    func startOfWord(after position: Int) -> Int {
        guard let gap = self[position...].firstIndex(where: { !$0.isWordPart }) else { return count }
        return self[gap...].firstIndex(where: \.isWordPart) ?? count
    }
}
