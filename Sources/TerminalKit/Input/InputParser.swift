/// Turns a terminal's bytes into events, however the bytes are cut up on their way.
///
/// It knows the keys of xterm, the Linux console, VT100 and VT220, rxvt and PuTTY, modifiers in xterm's and
/// kitty's manner, SGR and X10 mouse reports, bracketed paste and focus reports. Whatever else begins like a
/// control sequence or string is swallowed, up to a bound.
///
/// A lone Escape looks like the beginning of a longer sequence: when ``isPending``, the caller waits for a
/// moment (25 ms if ``isAmbiguous``, ten seconds if ``isPasting``, else a second) and calls ``flush()`` if nothing more has
/// come.
public struct InputParser: Sendable {
    /// The longest control sequence and the longest string that are swallowed as such, in bytes.
    static let sequenceLimit = 256
    static let stringLimit = 65_536
    /// A longer paste is handed on in pieces, in bytes.
    static let pasteLimit = 16 << 20

    private enum State: Sendable {
        case ground
        /// Inside a UTF-8 sequence that lacks some bytes; `lowest` is the least scalar it may stand for.
        case utf8(scalar: UInt32, missing: Int, lowest: UInt32)
        case escape
        case controlSequence
        /// After ESC O, and the numbers that some terminals put before the letter.
        case singleShift
        /// After ESC [ [, as the Linux console begins F1 to F5.
        case linuxFunction
        case x10Mouse
        /// OSC, DCS, APC, PM or SOS: the byte that began it and how many have come since.
        case string(introducer: UInt8, length: Int)
        /// After an Escape in a string, which a backslash ends.
        case stringEnd
        /// In a paste, with so many bytes of its end mark seen.
        case paste(matched: Int)
    }

    private var state = State.ground
    /// An Escape came before the sequence: Alt, or the Escape key pressed just before.
    private var isEscaped = false
    /// What a control sequence or mouse report has so far.
    private var sequence: [UInt8] = []
    private var pasted: [UInt8] = []
    private var x10 = X10Mouse()
    private var events: [Event] = []

    public init() {}

    /// Something has begun that ``flush()`` would end: call it when nothing follows. (An unfinished UTF-8
    /// sequence can wait for ever: the next byte settles it.)
    public var isPending: Bool {
        switch state {
        case .ground, .utf8: false
        default: true
        }
    }

    /// What has come may be a key pressed alone, such as Escape: wait for milliseconds. Otherwise it is the
    /// beginning of a report that is slow to arrive, and the rest would be junk: wait for a second.
    public var isAmbiguous: Bool {
        switch state {
        case .escape, .stringEnd, .string(_, 0): true
        case .controlSequence, .singleShift: sequence.isEmpty
        default: false
        }
    }

    /// A paste has begun and not ended. Its rest would be taken for keys, and a line break in it for Enter: wait for long.
    public var isPasting: Bool {
        if case .paste = state { true } else { false }
    }

    /// The events that these bytes complete.
    public mutating func feed(_ bytes: some Sequence<UInt8>) -> [Event] {
        for byte in bytes { take(byte) }
        return drain()
    }

    /// What the bytes so far mean if nothing follows: a lone Escape is the Escape key, ESC [ is Alt+[, an
    /// unfinished UTF-8 sequence U+FFFD; unfinished control sequences, reports and strings are dropped.
    ///
    /// Of an unfinished paste it delivers what has come and waits for the rest; the next flush without any
    /// ends it.
    public mutating func flush() -> [Event] {
        switch state {
        case .ground: break
        case .utf8: emit("\u{FFFD}")
        case .escape, .stringEnd: emit(.key(Key(.escape)))
        case .controlSequence: abandonControlSequence()
        case .singleShift: abandonSingleShift()
        case .string(let introducer, 0): emitAlt(Character(Unicode.Scalar(introducer)))
        case .linuxFunction, .x10Mouse, .string: reset()
        case .paste:
            let before = pasted.count
            deliverPaste()
            if pasted.count == before { endPaste() }
        }
        return drain()
    }

    // MARK: One byte

    private mutating func take(_ byte: UInt8) {
        switch state {
        case .ground: takeGround(byte)
        case .utf8(let scalar, let missing, let lowest):
            takeUTF8(byte, scalar: scalar, missing: missing, lowest: lowest)
        case .escape: takeEscape(byte)
        case .controlSequence: takeControlSequence(byte)
        case .singleShift: takeSingleShift(byte)
        case .linuxFunction:
            emit((0x41...0x45).contains(byte) ? Key(.function(Int(byte) - 0x40)) : nil)
        case .x10Mouse where byte < 0x20:
            // No number is sent so low: the report was cut short.
            reset()
            take(byte)
        case .x10Mouse:
            sequence.append(byte)
            if sequence.count == 3 { emit(x10.report(sequence).map(Event.mouse)) }
        case .string(let introducer, let length):
            takeString(byte, introducer: introducer, length: length)
        case .stringEnd where byte == UInt8(ascii: "\\"): reset()
        case .stringEnd: takeEscape(byte)
        case .paste(let matched): takePaste(byte, matched: matched)
        }
    }

    private mutating func takeGround(_ byte: UInt8) {
        switch byte {
        case 0x1B: state = .escape
        case 0x00..<0x80: emit(Key(controlOrASCII: byte))
        case 0xC2..<0xE0: state = .utf8(scalar: UInt32(byte & 0x1F), missing: 1, lowest: 0x80)
        case 0xE0..<0xF0: state = .utf8(scalar: UInt32(byte & 0x0F), missing: 2, lowest: 0x800)
        case 0xF0..<0xF5: state = .utf8(scalar: UInt32(byte & 0x07), missing: 3, lowest: 0x10000)
        default: emit("\u{FFFD}")
        }
    }

    private mutating func takeUTF8(_ byte: UInt8, scalar: UInt32, missing: Int, lowest: UInt32) {
        guard (0x80..<0xC0).contains(byte) else {
            emit("\u{FFFD}")
            return take(byte)
        }
        let value = scalar << 6 | UInt32(byte & 0x3F)
        if missing > 1 {
            state = .utf8(scalar: value, missing: missing - 1, lowest: lowest)
        } else if (0x80..<0xA0).contains(value) {
            reset()
        } else {
            emit(value < lowest ? "\u{FFFD}" : Unicode.Scalar(value).map(Character.init) ?? "\u{FFFD}")
        }
    }

    private mutating func takeEscape(_ byte: UInt8) {
        switch byte {
        case 0x1B:
            if isEscaped { events.append(.key(Key(.escape))) }
            isEscaped = true
            state = .escape
        case UInt8(ascii: "["):
            sequence.removeAll(keepingCapacity: true)
            state = .controlSequence
        case UInt8(ascii: "O"):
            sequence.removeAll(keepingCapacity: true)
            state = .singleShift
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
            state = .string(introducer: byte, length: 0)
        default:
            if isEscaped { events.append(.key(Key(.escape))) }
            isEscaped = true
            takeGround(byte)
        }
    }

    private mutating func takeControlSequence(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "[") where sequence.isEmpty: state = .linuxFunction
        case UInt8(ascii: "M") where sequence.isEmpty: state = .x10Mouse
        case UInt8(ascii: "$") where sequence.allSatisfy { (0x30...0x39).contains($0) } && !sequence.isEmpty:
            finishControlSequence(byte)
        case 0x20..<0x40:
            sequence.append(byte)
            if sequence.count == Self.sequenceLimit { reset() }
        case 0x40..<0x7F: finishControlSequence(byte)
        default:
            abandonControlSequence()
            take(byte)
        }
    }

    private mutating func finishControlSequence(_ final: UInt8) {
        let report = ControlSequence(sequence, final: final)
        switch report?.meaning {
        case .key(let key): emit(key)
        case .event(let event): emit(event)
        case .pasteStart:
            emit(Event?.none)
            state = .paste(matched: 0)
        case nil: reset()
        }
    }

    /// ESC [ and nothing usable after it: Alt+[ if nothing came at all.
    private mutating func abandonControlSequence() {
        if sequence.isEmpty { emitAlt("[") } else { reset() }
    }

    private mutating func takeSingleShift(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ";"):
            sequence.append(byte)
            if sequence.count == Self.sequenceLimit { reset() }
        case 0x21..<0x7F where sequence.isEmpty: emit(Key(singleShift: byte))
        case 0x21..<0x7F: emit(ControlSequence(sequence, final: byte)?.keyAfterSingleShift)
        default:
            abandonSingleShift()
            take(byte)
        }
    }

    /// ESC O and nothing usable after it: Alt+O if nothing came at all.
    private mutating func abandonSingleShift() {
        if sequence.isEmpty { emitAlt("O") } else { reset() }
    }

    /// ST, BEL, CAN and SUB end a string, and so does an Escape, which otherwise begins something new.
    private mutating func takeString(_ byte: UInt8, introducer: UInt8, length: Int) {
        switch byte {
        case 0x1B:
            isEscaped = false
            state = .stringEnd
        case 0x07, 0x18, 0x1A: reset()
        default:
            state = .string(introducer: introducer, length: length + 1)
            if length + 1 == Self.stringLimit { reset() }
        }
    }

    private static let pasteEnd = Array("\u{1B}[201~".utf8)

    /// Only the first byte of the end mark is an Escape, so a broken match begins anew at an Escape or not at
    /// all.
    private mutating func takePaste(_ byte: UInt8, matched: Int) {
        if byte == Self.pasteEnd[matched] {
            state = .paste(matched: matched + 1)
            guard matched + 1 == Self.pasteEnd.count else { return }
            return endPaste()
        }
        if matched > 0 {
            pasted += Self.pasteEnd.prefix(matched)
            state = .paste(matched: byte == Self.pasteEnd[0] ? 1 : 0)
        }
        if byte != Self.pasteEnd[0] { pasted.append(byte) }
        if pasted.count >= Self.pasteLimit { deliverPaste() }
    }

    // MARK: What comes out

    /// Hands on what was pasted so far; a character that has not all come waits for its rest.
    private mutating func deliverPaste() {
        let kept = pasted.suffix(pasted.lengthOfCutCharacter)
        let whole = pasted.dropLast(kept.count)
        if !whole.isEmpty { events.append(.paste(String(decoding: whole, as: UTF8.self))) }
        pasted = Array(kept)
    }

    private mutating func endPaste() {
        if !pasted.isEmpty { events.append(.paste(String(decoding: pasted, as: UTF8.self))) }
        pasted = []
        reset()
    }

    /// A key that ends what was pending, with Alt if an Escape came before it.
    private mutating func emit(_ key: Key?) {
        if var key {
            if isEscaped { key.modifiers.insert(.alt) }
            events.append(.key(key))
        }
        reset()
    }

    private mutating func emit(_ character: Character) {
        emit(Key(character))
    }

    /// Something else than a key: an Escape before it was the Escape key.
    private mutating func emit(_ event: Event?) {
        if isEscaped { events.append(.key(Key(.escape))) }
        if let event { events.append(event) }
        reset()
    }

    /// Alt and the character that might have begun a sequence; an Escape before it was the Escape key.
    private mutating func emitAlt(_ character: Character) {
        emit(.key(Key(character, .alt)))
    }

    private mutating func reset() {
        state = .ground
        isEscaped = false
    }

    private mutating func drain() -> [Event] {
        defer { events = [] }
        return events
    }
}
