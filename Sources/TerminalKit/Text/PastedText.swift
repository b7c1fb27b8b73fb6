/// Makes text from elsewhere fit for a field.
public enum PastedText {
    /// What becomes of line breaks.
    public enum LineBreaks: Sendable {
        case keep
        /// One space in their place, for words.
        case space
        /// Nothing in their place, for an address that was wrapped.
        case nothing
    }

    /// CR LF, CR, NEL and the Unicode separators become one kind of line break. A tab becomes a space and other
    /// control characters go, unless they are to be kept.
    public static func clean(_ text: String, lineBreaks: LineBreaks, keepsControlCharacters: Bool) -> String {
        var clean = ""
        clean.reserveCapacity(text.utf8.count)
        var pendingSpace = false
        for character in text {
            guard !character.isNewline else {
                if lineBreaks == .keep { clean.append("\n") }
                pendingSpace = lineBreaks == .space && !clean.isEmpty
                continue
            }
            var kept = String(character).unicodeScalars
            if !keepsControlCharacters {
                if character == "\t" { kept = " ".unicodeScalars }
                kept.removeAll(where: \.isUnsafeOnScreen)
            }
            if pendingSpace, !kept.isEmpty {
                clean.append(" ")
                pendingSpace = false
            }
            clean.unicodeScalars.append(contentsOf: kept)
        }
        return clean
    }
}
