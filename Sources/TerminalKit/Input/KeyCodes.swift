extension Key {
    /// The keys that a single letter names, after ESC [ and ESC O alike.
    static let cursorKeys: [UInt8: Code] = [
        UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
        UInt8(ascii: "F"): .end, UInt8(ascii: "H"): .home,
        UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2),
        UInt8(ascii: "R"): .function(3), UInt8(ascii: "S"): .function(4),
    ]

    /// From a byte below 0x80, Escape excepted: a key of its own, Control and a letter, or a character.
    init(controlOrASCII byte: UInt8) {
        switch byte {
        case 0x00: self.init(" ", .control)
        case 0x08, 0x7F: self.init(.backspace)
        case 0x09: self.init(.tab)
        case 0x0A, 0x0D: self.init(.enter)
        case 0x01...0x1A: self.init(Character(Unicode.Scalar(byte + 0x60)), .control)
        case 0x1B..<0x20: self.init(Character(Unicode.Scalar(byte + 0x40)), .control)
        default: self.init(Character(Unicode.Scalar(byte)))
        }
    }

    /// From the byte after ESC O: cursor and function keys, or the numeric keypad.
    init?(singleShift byte: UInt8) {
        if let code = Self.cursorKeys[byte] {
            self.init(code)
            return
        }
        switch byte {
        // rxvt's way of telling Control.
        case UInt8(ascii: "a")...UInt8(ascii: "d"):
            guard let code = Self.cursorKeys[byte - 0x20] else { return nil }
            self.init(code, .control)
        // PuTTY goes on after F4 through the alphabet.
        case UInt8(ascii: "T")...UInt8(ascii: "["): self.init(.function(Int(byte) - 0x4F))
        case UInt8(ascii: "M"): self.init(.enter)
        case UInt8(ascii: "I"): self.init(.tab)
        // The keypad sends 0 to 9 and * + , - . / moved up by 0x40.
        case UInt8(ascii: "j")...UInt8(ascii: "y"): self.init(Character(Unicode.Scalar(byte - 0x40)))
        default: return nil
        }
    }

    /// From a Unicode code point with modifiers told apart (xterm's modifyOtherKeys, kitty's CSI u).
    init?(codePoint: Int, _ modifiers: Modifiers) {
        // kitty numbers its further keys in the private use area.
        guard !(0xE000...0xF8FF).contains(codePoint),
            let scalar = UInt32(exactly: codePoint).flatMap(Unicode.Scalar.init)
        else { return nil }
        switch scalar.value {
        case 27: self.init(.escape, modifiers)
        case 8, 9, 10, 13, 127: self.init(Key(controlOrASCII: UInt8(scalar.value)).code, modifiers)
        case 0..<0x20, 0x80..<0xA0: return nil
        default:
            let character = Character(scalar)
            let mapped =
                modifiers.contains(.control)
                ? character.lowercased()
                : modifiers.contains(.shift) ? character.uppercased() : String(character)
            self.init(mapped.count == 1 ? Character(mapped) : character, modifiers.subtracting(.shift))
        }
    }
}
