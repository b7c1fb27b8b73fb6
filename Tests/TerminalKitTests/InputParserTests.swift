import TerminalKit
import Testing

@Suite struct InputParserTests {
    /// The events of these bytes, with the timeout after them.
    private func events(_ bytes: [UInt8]) -> [Event] {
        var parser = InputParser()
        let events = parser.feed(bytes)
        return events + parser.flush()
    }

    private func events(_ text: String) -> [Event] { events(Array(text.utf8)) }

    private func keys(_ text: String) -> [Key] {
        events(text).compactMap { if case .key(let key) = $0 { key } else { nil } }
    }

    @Test func `letters, wide characters and emoji are characters`() {
        #expect(keys("aÄ€漢😀") == ["a", "Ä", "€", "漢", "😀"].map { Key($0 as Character) })
    }

    @Test(arguments: [
        ("\r", Key(.enter)), ("\n", Key(.enter)), ("\t", Key(.tab)), ("\u{7F}", Key(.backspace)),
        ("\u{8}", Key(.backspace)), ("\u{1}", Key("a", .control)), ("\u{1A}", Key("z", .control)),
        ("\0", Key(" ", .control)), ("\u{1F}", Key("_", .control)),
        ("\u{1B}", Key(.escape)), ("\u{1B}x", Key("x", .alt)), ("\u{1B}é", Key("é", .alt)),
        ("\u{1B}\r", Key(.enter, .alt)), ("\u{1B}\u{7F}", Key(.backspace, .alt)),
        ("\u{1B}[", Key("[", .alt)), ("\u{1B}O", Key("O", .alt)), ("\u{1B}P", Key("P", .alt)),
        ("\u{1B}]", Key("]", .alt)), ("\u{1B}\u{13}", Key("s", [.alt, .control])),
    ])
    func `control characters and Escape before a key are keys with modifiers`(bytes: String, key: Key) {
        #expect(keys(bytes) == [key])
    }

    @Test(arguments: [
        ("[A", Key(.up)), ("OA", Key(.up)), ("[D", Key(.left)), ("[H", Key(.home)), ("OF", Key(.end)),
        ("[1~", Key(.home)), ("[4~", Key(.end)), ("[7~", Key(.home)), ("[8~", Key(.end)),
        ("[2~", Key(.insert)), ("[3~", Key(.delete)), ("[5~", Key(.pageUp)), ("[6~", Key(.pageDown)),
        ("OP", Key(.function(1))), ("[11~", Key(.function(1))), ("[[A", Key(.function(1))),
        ("[[E", Key(.function(5))), ("[15~", Key(.function(5))), ("OT", Key(.function(5))),
        ("[17~", Key(.function(6))), ("[21~", Key(.function(10))), ("[24~", Key(.function(12))),
        ("O[", Key(.function(12))), ("[29~", Key(.function(16))), ("[34~", Key(.function(20))),
        ("[1;5C", Key(.right, .control)), ("[1;2A", Key(.up, .shift)),
        ("[1;8B", Key(.down, [.shift, .alt, .control])),
        ("[3;5~", Key(.delete, .control)), ("[1;5P", Key(.function(1), .control)),
        ("[15;2~", Key(.function(5), .shift)),
        ("[Z", Key(.tab, .shift)), ("\u{1B}[A", Key(.up, .alt)), ("\u{1B}OA", Key(.up, .alt)),
        ("\u{1B}[15~", Key(.function(5), .alt)),
        ("[a", Key(.up, .shift)), ("Oa", Key(.up, .control)), ("[3$", Key(.delete, .shift)),
        ("[3^", Key(.delete, .control)), ("[3@", Key(.delete, [.shift, .control])),
        ("OM", Key(.enter)), ("Ow", Key("7")), ("Ok", Key("+")),
        ("[27;5;13~", Key(.enter, .control)), ("[27;3;9~", Key(.tab, .alt)),
        ("[27;6;83~", Key("s", .control)),
        ("[13;5u", Key(.enter, .control)), ("[27u", Key(.escape)), ("[97;5u", Key("a", .control)),
        ("[97:65;2:1u", Key("A")), ("[223;2u", Key("ß")),
    ])
    func `the sequences of several terminals name the same keys`(sequence: String, key: Key) {
        #expect(keys("\u{1B}" + sequence) == [key])
    }

    @Test func `Escape pressed twice is two Escapes, and once before a report is one`() {
        #expect(keys("\u{1B}\u{1B}") == [Key(.escape), Key(.escape)])
        #expect(keys("\u{1B}\u{1B}\u{1B}") == [Key(.escape), Key(.escape), Key(.escape)])
        #expect(keys("\u{1B}\u{1B}x") == [Key(.escape), Key("x", .alt)])
        #expect(events("\u{1B}\u{1B}[I") == [.key(Key(.escape)), .focus(true)])
    }

    @Test func `mouse reports carry button, place and modifiers`() {
        #expect(events("\u{1B}[<0;1;1M") == [.mouse(Mouse(.press(.left), at: .zero))])
        #expect(events("\u{1B}[<8;10;5M") == [.mouse(Mouse(.press(.left), at: Point(x: 9, y: 4), .alt))])
        #expect(events("\u{1B}[<2;300;120m") == [.mouse(Mouse(.release(.right), at: Point(x: 299, y: 119)))])
        #expect(events("\u{1B}[<36;2;3M") == [.mouse(Mouse(.drag(.left), at: Point(x: 1, y: 2), .shift))])
        #expect(events("\u{1B}[<81;2;3M") == [.mouse(Mouse(.wheelDown, at: Point(x: 1, y: 2), .control))])
        #expect(events("\u{1B}[<35;2;3M").isEmpty, "motion with no button held says nothing")
        #expect(events("\u{1B}[<0;0;3M").isEmpty && events("\u{1B}[<0;3M").isEmpty)
    }

    @Test func `the oldest mouse reports are taken whole, and a release is of the button last pressed`() {
        #expect(
            events([0x1B, 0x5B, 0x4D, 34, 33, 255, 0x1B, 0x5B, 0x4D, 35, 33, 33, 0x61]) == [
                .mouse(Mouse(.press(.right), at: Point(x: 0, y: 222))),
                .mouse(Mouse(.release(.right), at: .zero)),
                .key(Key("a")),
            ])
    }

    @Test func `a paste is one event, whatever it holds`() {
        #expect(
            events("\u{1B}[200~a\rb\u{1B}[A\u{1B}\u{1B}[201x\u{1B}[201~z") == [
                .paste("a\rb\u{1B}[A\u{1B}\u{1B}[201x"), .key(Key("z")),
            ])
        #expect(events("\u{1B}[200~\u{1B}[201~").isEmpty)
    }

    @Test func `an unfinished paste is delivered by a flush, goes on, and is ended by an idle one`() {
        var parser = InputParser()
        #expect(parser.feed(Array("\u{1B}[200~abc\u{1B}[20".utf8)).isEmpty)
        #expect(parser.isPending && !parser.isAmbiguous)
        #expect(parser.flush() == [.paste("abc")])
        #expect(parser.feed(Array("1~x".utf8)) == [.key(Key("x"))])
        #expect(parser.feed(Array("\u{1B}[200~abc".utf8)).isEmpty)
        #expect(parser.flush() == [.paste("abc")])
        #expect(parser.flush().isEmpty)
        #expect(!parser.isPending)
    }

    @Test func `a key of a form that is not known is swallowed to its last byte`() {
        #expect(events("\u{1B}O2zx") == [.key(Key("x"))])
        #expect(events("\u{1B}O1;2;\u{1B}OP") == [.key(Key(.function(1)))])
    }

    @Test func `a paste that is handed on in pieces cuts no character`() {
        var parser = InputParser()
        let text = Array("\u{1B}[200~漢字".utf8)
        #expect(parser.feed(text.dropLast()).isEmpty)
        #expect(parser.isPasting)
        #expect(parser.flush() == [.paste("漢")])
        #expect(parser.feed(text.suffix(1) + "\u{1B}[201~".utf8) == [.paste("字")])
        #expect(!parser.isPasting)
    }

    @Test func `only what may be a key alone is waited for briefly`() {
        for (text, isPending, isAmbiguous) in [
            ("a", false, false), ("\u{1B}", true, true), ("\u{1B}[", true, true), ("\u{1B}O", true, true),
            ("\u{1B}P", true, true), ("\u{1B}[<0;1", true, false), ("\u{1B}[M ", true, false),
            ("\u{1B}]5", true, false), ("\u{1B}O2", true, false),
        ] {
            var parser = InputParser()
            _ = parser.feed(text.utf8)
            #expect(parser.isPending == isPending && parser.isAmbiguous == isAmbiguous, "\(visible(text))")
        }
        var parser = InputParser()
        _ = parser.feed([0xE6, 0xBC])
        #expect(!parser.isPending)
    }

    @Test func `strings and answers nobody asked for are swallowed`() {
        #expect(
            keys("\u{1B}]52;c;aGk=\u{7}a\u{1B}P1$r0m\u{1B}\\b\u{1B}_x\u{1B}\\c\u{1B}^y\u{1B}\\d") == [
                Key("a"), Key("b"), Key("c"), Key("d"),
            ])
        #expect(keys("\u{1B}[?62;22c\u{1B}[12;40R\u{1B}[?2026;2$y\u{1B}[0n\u{1B}[99~e") == [Key("e")])
        #expect(keys("\u{1B}]half\u{1B}[A") == [Key(.up)], "a sequence ends a string that has no end")
    }

    @Test func `what never ends is given up after a bound`() {
        let long = String(repeating: "1", count: 70_000)
        #expect(keys("\u{1B}]" + long).count == 70_000 - 65_536)
        #expect(keys("\u{1B}[" + long.prefix(300)).count == 300 - 256)
    }

    @Test func `bytes that are not UTF-8 become one replacement character each time`() {
        #expect(
            events([0xFF, 0xC3, 0x61, 0xE2, 0x82])
                == ["\u{FFFD}", "\u{FFFD}", "a", "\u{FFFD}"].map {
                    .key(Key($0 as Character))
                })
        #expect(
            events([0xED, 0xA0, 0x80, 0xF4, 0x90, 0x80, 0x80, 0xE0, 0x80, 0x80])
                == Array(
                    repeating: .key(Key("\u{FFFD}")), count: 3), "surrogates, beyond Unicode, overlong")
        #expect(events([0xC2, 0x9B]).isEmpty, "a C1 control character is not text")
    }

    @Test func `a paste of a mebibyte reads every byte once`() {
        let reads = Counter()
        let text = String(repeating: "0123456789abcde\r", count: 65_536)
        let bytes = Array("\u{1B}[200~".utf8) + Array(text.utf8) + Array("\u{1B}[201~".utf8)
        var parser = InputParser()
        var events: [Event] = []
        for start in stride(from: 0, to: bytes.count, by: 4096) {
            events += parser.feed(Counted(bytes: bytes[start..<min(start + 4096, bytes.count)], reads: reads))
        }
        #expect(events == [.paste(text)])
        #expect(reads.count == bytes.count)
    }
}

private final class Counter {
    var count = 0
}

/// Bytes that count how often they are read.
private struct Counted: Sequence, IteratorProtocol {
    var bytes: ArraySlice<UInt8>
    let reads: Counter

    mutating func next() -> UInt8? {
        guard let byte = bytes.popFirst() else { return nil }
        reads.count += 1
        return byte
    }
}
