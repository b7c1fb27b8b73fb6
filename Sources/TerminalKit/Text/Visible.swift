/// How characters that must not reach the terminal are written out.
public enum ControlPictures: Sendable {
    /// `␛`, `␊`, `␡`.
    case unicode
    /// `^[`, `^J`, `^?`.
    case ascii
}

extension Unicode.Scalar {
    /// Control characters (C0, DEL, C1), line and paragraph separators, and whatever is invisible and alters
    /// the text around it: bidirectional overrides, marks and isolates, tags, a byte order mark.
    ///
    /// The joiners of emoji and of Indic and Arabic writing stay as they are.
    public var isUnsafeOnScreen: Bool {
        if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) }
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: return true
        case .format: return value != 0x200C && value != 0x200D && !isPrependedSign
        default: return false
        }
    }

    /// Signs of Arabic, Syriac and Kaithi that stand before a number and are seen.
    private var isPrependedSign: Bool {
        switch value {
        case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: true
        default: false
        }
    }

    fileprivate func picture(_ pictures: ControlPictures) -> String {
        switch (value, pictures) {
        case (0..<0x20, .unicode): return "\(Self(0x2400 + value) ?? "␦")"
        case (0x7F, .unicode): return "␡"
        case (0..<0x20, .ascii), (0x7F, .ascii): return "^\(Self(UInt8(value) ^ 0x40))"
        default:
            let digits = String(value, radix: 16, uppercase: true)
            return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
        }
    }
}

/// The text as it may be shown: every scalar that is unsafe on a screen is replaced by something that can be
/// seen.
public func visible(_ text: some StringProtocol, as pictures: ControlPictures = .unicode) -> String {
    guard text.unicodeScalars.contains(where: \.isUnsafeOnScreen) else { return String(text) }
    var shown = ""
    for scalar in text.unicodeScalars {
        if scalar.isUnsafeOnScreen {
            shown += scalar.picture(pictures)
        } else {
            shown.unicodeScalars.append(scalar)
        }
    }
    return shown
}

/// One character as it may be shown; see ``visible(_:as:)``.
public func visible(_ character: Character, as pictures: ControlPictures = .unicode) -> String {
    visible(String(character), as: pictures)
}
