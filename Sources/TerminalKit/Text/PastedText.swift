/// Makes text from elsewhere fit for a field.
public enum PastedText {
    /// What becomes of line breaks.
    public enum LineBreaks: Sendable {
        /// One space in their place, for words.
        case space
        /// Nothing in their place, for an address that was wrapped.
        case nothing
    }

    /// CR LF, CR, NEL and the Unicode separators are line breaks. A tab becomes a space and
    /// other control characters go, unless they are to be kept.
    public static func clean(_ text: String, lineBreaks: LineBreaks, keepsControlCharacters: Bool) -> String {
        var clean = String.UnicodeScalarView()
        clean.reserveCapacity(text.utf8.count)
        var previous: Unicode.Scalar?
        var owesSpace = false
        for scalar in text.unicodeScalars {
            defer { previous = scalar }
            if scalar.isLineBreak {
                if scalar == "\n" && previous == "\r" { continue }
                owesSpace = lineBreaks == .space && !clean.isEmpty
            } else if keepsControlCharacters || scalar == "\t" || !scalar.isUnsafeOnScreen {
                if owesSpace { clean.append(" ") }
                owesSpace = false
                clean.append(scalar == "\t" && !keepsControlCharacters ? " " : scalar)
            }
        }
        return String(clean)
    }
}

extension Unicode.Scalar {
    fileprivate var isLineBreak: Bool {
        switch value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}
