/// The words of many rows, laid out for searching: lower-case bytes of all rows, one after another.
struct SearchText {
    private var bytes: [UInt8] = []
    private var starts: [Int] = [0]

    init(_ rows: [[String]]) {
        for cells in rows {
            for cell in cells {
                bytes.append(contentsOf: cell.lowercased().utf8)
                bytes.append(0)
            }
            starts.append(bytes.count)
        }
    }

    /// The rows that hold every word of the filter in some cell.
    func matches(of filter: String, among rows: [Int]) -> [Int] {
        let words = filter.lowercased().split(separator: " ").map { Array($0.utf8) }
        return bytes.withUnsafeBufferPointer { bytes in
            rows.filter { row in
                let text = UnsafeBufferPointer(rebasing: bytes[starts[row]..<starts[row + 1]])
                return words.allSatisfy { Self.contains($0, in: text) }
            }
        }
    }

    private static func contains(_ word: [UInt8], in text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = word.first else { return true }
        var start = 0
        while start + word.count <= text.count {
            if text[start] == first {
                var length = 1
                while length < word.count, text[start + length] == word[length] { length += 1 }
                if length == word.count { return true }
            }
            start += 1
        }
        return false
    }
}
