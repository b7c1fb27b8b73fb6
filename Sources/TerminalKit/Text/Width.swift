extension Unicode.Scalar {
    /// How many columns a terminal gives this scalar on its own: 0, 1 or 2.
    ///
    /// Unicode's East Asian Width (UAX #11) decides, with ambiguous characters narrow; marks, joiners and
    /// control characters take none. The C locale has no say.
    public var columns: Int {
        if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1 }
        if isJoiningJamo { return 0 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
        default: return isWide ? 2 : 1
        }
    }

    /// One of the 26 letters that make flags in pairs.
    var isRegionalIndicator: Bool { (0x1F1E6...0x1F1FF).contains(value) }

    /// Vowels and final consonants of Hangul, drawn into the syllable that a leading consonant opened.
    private var isJoiningJamo: Bool {
        (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FB).contains(value)
    }

    private var isWide: Bool {
        if value < 0x1100 { return false }
        if properties.isEmojiPresentation { return !isRegionalIndicator }
        // East Asian Width W and F apart from emoji, with the gaps that are not assigned closed.
        return switch value {
        case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF,
            0x4E00...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
            0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x1B2FF, 0x1F200...0x1F265,
            0x20000...0x2FFFD, 0x30000...0x3FFFD:
            true
        default: false
        }
    }
}

extension Character {
    /// Its byte if it is ASCII: `asciiValue` for the drawing, which asks it of every cell, in a third of the time.
    public var ascii: UInt8? {
        let bytes = utf8
        return bytes.count == 1 ? bytes.first : nil
    }

    /// How many columns of the screen this character takes: 0 (a mark alone, a control character), 1 or 2.
    ///
    /// Its scalars' columns are added up to two; what a joiner or a skin tone adds to an emoji is left out,
    /// and a variation selector changes nothing, for terminals disagree about it.
    public var columns: Int {
        if let byte = ascii { return byte < 0x20 || byte == 0x7F ? 0 : 1 }
        var sum = 0
        for scalar in unicodeScalars {
            if scalar.value == 0x200D && sum == 2 { break }
            if scalar.properties.isEmojiModifier && sum > 0 { continue }
            sum += scalar.columns
        }
        return min(sum, 2)
    }
}

extension StringProtocol {
    /// How many columns of the screen this text takes on one line.
    public var columns: Int {
        reduce(0) { $0 + $1.columns }
    }

    /// The longest beginning that fits into so many columns; a wide character is never cut in two.
    public func clipped(toColumns limit: Int) -> SubSequence {
        var left = limit
        return prefix { character in
            left -= character.columns
            return left >= 0
        }
    }
}
