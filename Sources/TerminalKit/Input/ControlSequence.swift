/// A complete control sequence (ESC [ … final), as ECMA-48 builds it: what terminals report with it.
struct ControlSequence {
    enum Meaning {
        case key(Key)
        case event(Event)
        case pasteStart
    }

    /// `<`, `?` and the like before the numbers.
    private var prefix: UInt8?
    /// The numbers between semicolons, nil where left out; of several between colons, the first.
    private var parameters: [Int?] = []
    private let final: UInt8

    /// Nil where the bytes between ESC [ and the final one are not numbers.
    init?(_ bytes: [UInt8], final: UInt8) {
        self.final = final
        var bytes = bytes[...]
        if let first = bytes.first, (0x3C...0x3F).contains(first) {
            prefix = first
            bytes = bytes.dropFirst()
        }
        if bytes.isEmpty { return }
        for field in bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
            var number: Int?
            for byte in field.prefix(while: { $0 != UInt8(ascii: ":") }) {
                guard (0x30...0x39).contains(byte) else { return nil }
                number = min((number ?? 0) * 10 + Int(byte - 0x30), 0x10FFFF)
            }
            parameters.append(number)
        }
    }

    /// What it says; nil for what no terminal says of its own accord.
    var meaning: Meaning? {
        switch (prefix, final) {
        case (UInt8(ascii: "<"), UInt8(ascii: "M")), (UInt8(ascii: "<"), UInt8(ascii: "m")):
            mouse.map { .event(.mouse($0)) }
        case (nil, UInt8(ascii: "I")) where parameters.isEmpty: .event(.focus(true))
        case (nil, UInt8(ascii: "O")) where parameters.isEmpty: .event(.focus(false))
        case (nil, UInt8(ascii: "~")) where number(0) == 200: .pasteStart
        case (nil, _): key.map(Meaning.key)
        default: nil
        }
    }

    /// Where the same numbers came after ESC O: a key with the modifiers by the last of them, in older xterm's manner
    /// (`ESC O 2 P`, `ESC O 1 ; 2 P`).
    var keyAfterSingleShift: Key? {
        guard var key = Key(singleShift: final) else { return nil }
        key.modifiers.formUnion(Modifiers(xterm: parameters.last.flatMap(\.self) ?? 1))
        return key
    }

    private func number(_ index: Int) -> Int? {
        parameters.indices.contains(index) ? parameters[index] : nil
    }

    /// SGR (mode 1006): a release is told by the final byte.
    private var mouse: Mouse? {
        guard let button = number(0), let x = number(1), let y = number(2) else { return nil }
        return Mouse(button: button, isRelease: final == UInt8(ascii: "m"), column: x, row: y)
    }

    // MARK: Keys

    /// xterm adds to 1: Shift 1, Alt 2, Control 4; kitty's further ones are left out.
    private var modifiers: Modifiers {
        Modifiers(xterm: number(1) ?? 1)
    }

    private var key: Key? {
        switch final {
        case UInt8(ascii: "~"):
            if number(0) == 27 { return number(2).flatMap { Key(codePoint: $0, modifiers) } }
            return numberedKey.map { Key($0, modifiers) }
        // rxvt tells Shift, Control and both by the final byte.
        case UInt8(ascii: "$"): return numberedKey.map { Key($0, .shift) }
        case UInt8(ascii: "^"): return numberedKey.map { Key($0, .control) }
        case UInt8(ascii: "@"): return numberedKey.map { Key($0, [.shift, .control]) }
        case UInt8(ascii: "a")...UInt8(ascii: "d"):
            return Key.cursorKeys[final - 0x20].map { Key($0, .shift) }
        case UInt8(ascii: "Z"): return Key(.tab, modifiers.union(.shift))
        case UInt8(ascii: "u"): return number(0).flatMap { Key(codePoint: $0, modifiers) }
        // Another first number than 1 makes it the answer to a query, such as the cursor's position.
        default: return (number(0) ?? 1) == 1 ? Key.cursorKeys[final].map { Key($0, modifiers) } : nil
        }
    }

    private var numberedKey: Key.Code? {
        switch number(0) {
        case 1, 7: .home
        case 2: .insert
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        // VT220 leaves gaps in the numbers, as its keyboard does between the groups of function keys.
        case .some(let number) where (11...15).contains(number): .function(number - 10)
        case .some(let number) where (17...21).contains(number): .function(number - 11)
        case .some(let number) where (23...26).contains(number): .function(number - 12)
        case .some(let number) where (28...29).contains(number): .function(number - 13)
        case .some(let number) where (31...34).contains(number): .function(number - 14)
        default: nil
        }
    }
}

extension Modifiers {
    /// From the number that xterm sends, 1 for none.
    fileprivate init(xterm number: Int) {
        let bits = max(number, 1) - 1
        self = []
        if bits & 1 != 0 { insert(.shift) }
        if bits & 2 != 0 { insert(.alt) }
        if bits & 4 != 0 { insert(.control) }
    }
}
