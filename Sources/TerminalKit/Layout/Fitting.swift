extension String {
    /// The text on exactly so many columns: padded, or clipped with an ellipsis at its end.
    public func fitted(toColumns width: Int, alignment: Alignment = .leading, ellipsis: Character = "…")
        -> String
    {
        guard width > 0 else { return "" }
        let columns = columns
        if columns > width {
            let kept = clipped(toColumns: width - 1)
            return kept + String(ellipsis) + String(repeating: " ", count: width - 1 - kept.columns)
        }
        let before = alignment.before(width - columns)
        return String(repeating: " ", count: before) + self
            + String(repeating: " ", count: width - columns - before)
    }

    /// The text broken into lines of at most so many columns, between words where it can be.
    ///
    /// Line breaks in the text are kept; a word longer than a line is cut.
    public func wrapped(toColumns width: Int) -> [String] {
        let width = max(1, width)
        var lines: [String] = []
        for paragraph in split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            var line = ""
            var used = 0
            for word in paragraph.split(separator: " ") {
                var word = word
                var columns = word.columns
                if used > 0, used + 1 + columns <= width {
                    line += " " + word
                    used += 1 + columns
                    continue
                }
                if used > 0 { lines.append(line) }
                while columns > width {
                    let clipped = word.clipped(toColumns: width)
                    let piece = clipped.isEmpty ? word.prefix(1) : clipped
                    lines.append(String(piece))
                    word = word.dropFirst(piece.count)
                    columns = word.columns
                }
                line = String(word)
                used = columns
            }
            lines.append(line)
        }
        return lines
    }
}
