/// What a terminal of the VT100 family makes of a program's bytes: characters in cells, and where the cursor stands.
///
/// A reading of its own (ECMA-48, and xterm's control sequences), sharing no code with what it judges. Colours are
/// ignored. What it does not know, and writing past the right margin or below the last row, are ``faults``.
public struct ScreenModel: Sendable {
    private enum State: Sendable {
        case ground
        case escape
        case charset
        case sequence([UInt8])
        case string
        case stringEnd
        case utf8([UInt8], missing: Int)
    }

    public private(set) var columns: Int
    public private(set) var rows: Int
    /// Counted from 0.
    public private(set) var cursor: (column: Int, row: Int) = (0, 0)
    public private(set) var faults: [String] = []
    /// The private modes that are set, such as 1049 and 2004.
    public private(set) var modes: Set<Int> = []
    /// Empty for the right half of a wide character.
    private var cells: [[String]]
    private var state = State.ground
    /// The last column is filled: another character would go to the next line.
    private var isAtMargin = false
    private var isInserting = false
    private var saved: (column: Int, row: Int) = (0, 0)
    private var region: ClosedRange<Int>
    private var last = " "

    public init(columns: Int, rows: Int) {
        (self.columns, self.rows) = (columns, rows)
        cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
        region = 0...rows - 1
    }

    /// The screen's rows, spaces at their ends dropped.
    public var lines: [String] {
        cells.map { row in
            var row = row
            while row.last == " " { row.removeLast() }
            return row.joined()
        }
    }

    /// Another size: what was on the screen is gone.
    public mutating func resize(columns: Int, rows: Int) {
        let (faults, modes) = (faults, modes)
        self = ScreenModel(columns: columns, rows: rows)
        (self.faults, self.modes) = (faults, modes)
    }

    public mutating func feed(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { take(byte) }
    }

    private mutating func take(_ byte: UInt8) {
        switch (state, byte) {
        case (.ground, 0x20..<0x7F): put(String(Unicode.Scalar(byte)))
        case (.ground, 0x1B): state = .escape
        case (.ground, 0x00..<0x20): control(byte)
        case (.ground, 0xC2..<0xE0): state = .utf8([byte], missing: 1)
        case (.ground, 0xE0..<0xF0): state = .utf8([byte], missing: 2)
        case (.ground, 0xF0..<0xF5): state = .utf8([byte], missing: 3)
        case (.ground, _): faults.append("byte \(byte)")
        case (.utf8(let begun, let missing), _):
            if missing > 1 {
                state = .utf8(begun + [byte], missing: missing - 1)
            } else {
                state = .ground
                put(String(decoding: begun + [byte], as: UTF8.self))
            }
        case (.escape, UInt8(ascii: "[")): state = .sequence([])
        case (.escape, UInt8(ascii: "]")), (.escape, UInt8(ascii: "P")): state = .string
        case (.escape, UInt8(ascii: "(")), (.escape, UInt8(ascii: ")")): state = .charset
        case (.escape, _): escape(byte)
        case (.charset, _): state = .ground
        case (.sequence(let begun), 0x20..<0x40): state = .sequence(begun + [byte])
        case (.sequence(let begun), _):
            state = .ground
            perform(begun, Character(Unicode.Scalar(byte)))
        case (.string, 0x07): state = .ground
        case (.string, 0x1B): state = .stringEnd
        case (.string, _): break
        case (.stringEnd, _): state = .ground
        }
    }

    // MARK: Characters

    private mutating func put(_ text: String) {
        let width = text.unicodeScalars.first?.screenColumns ?? 0
        if width == 0 {
            let column = isAtMargin ? cursor.column : max(0, cursor.column - 1)
            cells[cursor.row][cells[cursor.row][column].isEmpty ? max(0, column - 1) : column] += text
            return
        }
        if isAtMargin || cursor.column + width > columns {
            faults.append("\(text) past the margin of row \(cursor.row) of \(columns)×\(rows)")
            return
        }
        if isInserting {
            cells[cursor.row].insert(" ", at: cursor.column)
            cells[cursor.row].removeLast()
        }
        last = text
        cells[cursor.row][cursor.column] = text
        if width == 2 { cells[cursor.row][cursor.column + 1] = "" }
        isAtMargin = cursor.column + width == columns
        cursor.column = min(columns - 1, cursor.column + width)
    }

    private mutating func control(_ byte: UInt8) {
        switch byte {
        case 0x08: move(toColumn: cursor.column - 1)
        case 0x09: move(toColumn: (cursor.column / 8 + 1) * 8)
        case 0x0A: lineFeed()
        case 0x0D: move(toColumn: 0)
        case 0x00, 0x07, 0x0E, 0x0F: break
        default: faults.append("control character \(byte)")
        }
    }

    private mutating func lineFeed() {
        if cursor.row == region.upperBound { scroll(by: 1) } else { move(toRow: cursor.row + 1) }
    }

    private mutating func escape(_ byte: UInt8) {
        state = .ground
        switch Character(Unicode.Scalar(byte)) {
        case "7": saved = cursor
        case "8": (cursor, isAtMargin) = (saved, false)
        case "M": if cursor.row == region.lowerBound { scroll(by: -1) } else { move(toRow: cursor.row - 1) }
        case "=", ">", "\\": break
        case "c": self = ScreenModel(columns: columns, rows: rows)
        default: faults.append("ESC \(byte)")
        }
    }

    // MARK: Control sequences

    private mutating func perform(_ bytes: [UInt8], _ final: Character) {
        let text = String(decoding: bytes, as: UTF8.self)
        let isPrivate = text.hasPrefix("?")
        let numbers = text.drop { "?>!".contains($0) }.split(
            separator: ";", omittingEmptySubsequences: false
        ).map { Int($0) ?? 0 }
        let first = max(1, numbers.first ?? 1)
        let (column, row) = (cursor.column, cursor.row)
        switch final {
        case "h" where isPrivate: setModes(numbers, true)
        case "l" where isPrivate: setModes(numbers, false)
        case "h", "l": isInserting = numbers == [4] && final == "h"
        case "m", "t", "p": break
        case "c" where isPrivate: break  // the Linux console's cursor
        case "H", "f":
            move(toRow: first - 1)
            move(toColumn: max(1, numbers.count > 1 ? numbers[1] : 1) - 1)
        case "A": move(toRow: row - first)
        case "B": move(toRow: row + first)
        case "C": move(toColumn: column + first)
        case "D": move(toColumn: column - first)
        case "G": move(toColumn: first - 1)
        case "d": move(toRow: first - 1)
        case "J": erase(screen: numbers.first ?? 0)
        case "K": erase(line: numbers.first ?? 0)
        case "X": blank(row, column..<min(columns, column + first))
        case "P":
            cells[row].removeSubrange(column..<min(columns, column + first))
            cells[row] += Array(repeating: " ", count: columns - cells[row].count)
        case "@":
            cells[row].insert(contentsOf: Array(repeating: " ", count: first), at: column)
            cells[row].removeSubrange(columns...)
        case "L": scroll(by: -first, in: max(row, region.lowerBound)...region.upperBound)
        case "M": scroll(by: first, in: max(row, region.lowerBound)...region.upperBound)
        case "S": scroll(by: first)
        case "T": scroll(by: -first)
        case "b": for _ in 0..<first { put(last) }
        case "r":
            let bottom = numbers.count > 1 && numbers[1] > 0 ? numbers[1] : rows
            region = first - 1...max(first - 1, min(bottom, rows) - 1)
            (cursor, isAtMargin) = ((0, 0), false)
        default: faults.append("ESC [ \(text)\(final)")
        }
    }

    private mutating func setModes(_ numbers: [Int], _ isOn: Bool) {
        if isOn { modes.formUnion(numbers) } else { modes.subtract(numbers) }
        if numbers.contains(1049) { erase(screen: 2) }
    }

    private mutating func move(toColumn column: Int) {
        cursor.column = max(0, min(columns - 1, column))
        isAtMargin = false
    }

    private mutating func move(toRow row: Int) {
        if row < 0 || row >= rows { faults.append("row \(row) of \(rows)") }
        cursor.row = max(0, min(rows - 1, row))
        isAtMargin = false
    }

    private mutating func blank(_ row: Int, _ range: Range<Int>) {
        for column in range { cells[row][column] = " " }
    }

    private mutating func erase(line part: Int) {
        blank(
            cursor.row,
            part == 0 ? cursor.column..<columns : 0..<(part == 1 ? cursor.column + 1 : columns))
    }

    private mutating func erase(screen part: Int) {
        if part != 2 { erase(line: part) }
        let rows = part == 0 ? cursor.row + 1..<self.rows : 0..<(part == 1 ? cursor.row : self.rows)
        for row in rows { blank(row, 0..<columns) }
    }

    private mutating func scroll(by count: Int, in range: ClosedRange<Int>? = nil) {
        let range = range ?? region
        let empty = Array(repeating: " ", count: columns)
        for _ in 0..<min(abs(count), range.count) {
            cells.remove(at: count > 0 ? range.lowerBound : range.upperBound)
            cells.insert(empty, at: count > 0 ? range.upperBound : range.lowerBound)
        }
    }
}

extension Unicode.Scalar {
    /// How many columns of a screen it takes.
    fileprivate var screenColumns: Int {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1FAFF,
            0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
