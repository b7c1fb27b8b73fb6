extension [UInt8] {
    /// How many bytes at the end begin a character of UTF-8 that lacks some.
    var lengthOfCutCharacter: Int {
        guard let start = suffix(3).lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return 0 }
        let whole =
            switch self[start] {
            case 0xC2..<0xE0: 2
            case 0xE0..<0xF0: 3
            case 0xF0..<0xF5: 4
            default: 1
            }
        return count - start < whole ? count - start : 0
    }
}
