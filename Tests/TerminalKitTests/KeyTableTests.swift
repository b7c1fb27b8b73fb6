import TerminalKit
import Testing

/// The keys as each terminal sends them, in each of its settings.
@Suite struct KeyTableTests {
    private static let arrows: [(String, Key)] = [
        ("\u{1B}[A", Key(.up)), ("\u{1B}[B", Key(.down)), ("\u{1B}[C", Key(.right)),
        ("\u{1B}[D", Key(.left)),
    ]
    private static let applicationArrows: [(String, Key)] = [
        ("\u{1B}OA", Key(.up)), ("\u{1B}OB", Key(.down)), ("\u{1B}OC", Key(.right)),
        ("\u{1B}OD", Key(.left)),
    ]
    /// Ins, Del, Home, End, PgUp, PgDn as numbers.
    private static let editing: [(String, Key)] = [
        ("\u{1B}[1~", Key(.home)), ("\u{1B}[2~", Key(.insert)), ("\u{1B}[3~", Key(.delete)),
        ("\u{1B}[4~", Key(.end)), ("\u{1B}[5~", Key(.pageUp)), ("\u{1B}[6~", Key(.pageDown)),
    ]

    private static func functions(
        _ numbers: ClosedRange<Int>, _ sequence: (Int) -> String
    ) -> [(String, Key)] {
        numbers.map { ("\u{1B}" + sequence($0), Key(.function($0))) }
    }

    /// F1 to F20 by VT220's numbers, with its gaps.
    private static func numbered(_ numbers: ClosedRange<Int>) -> [(String, Key)] {
        let codes = [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34]
        return functions(numbers) { "[\(codes[$0 - 1])~" }
    }

    private static let pf = functions(1...4) { ["OP", "OQ", "OR", "OS"][$0 - 1] }
    private static let linux = functions(1...5) { "[[\(Array("ABCDE")[$0 - 1])" }

    static let terminals: [(name: String, keys: [(String, Key)])] = [
        (
            "PuTTY as it is installed",
            arrows + applicationArrows + editing + numbered(1...12)
                + [
                    ("\u{7F}", Key(.backspace)), ("\u{1B}[Z", Key(.tab, .shift)),
                    ("\u{1B}\r", Key(.enter, .alt)),
                    ("\u{1B}s", Key("s", .alt)),
                ]
        ),
        (
            "PuTTY, Home and End as in rxvt, Backspace as Ctrl+H",
            [("\u{1B}[7~", Key(.home)), ("\u{1B}[8~", Key(.end)), ("\u{8}", Key(.backspace))]
        ),
        ("PuTTY, function keys as on Linux", linux),
        (
            "PuTTY, function keys as in xterm",
            pf + numbered(5...12)
        ),
        ("PuTTY, function keys as on a VT100+", functions(1...12) { "O\(Array("PQRSTUVWXYZ[")[$0 - 1])" }),
        (
            "PuTTY, the application's keypad",
            (0...9).map { digit in
                (
                    "\u{1B}O\(Character(UnicodeScalar(UInt8(ascii: "p") + UInt8(digit))))",
                    Key(Character("\(digit)"))
                )
            } + [
                ("\u{1B}OM", Key(.enter)), ("\u{1B}Ok", Key("+")), ("\u{1B}Ol", Key(",")),
                ("\u{1B}On", Key(".")),
            ]
        ),
        (
            "PuTTY, Shift with arrows as in xterm",
            [
                ("\u{1B}[1;2D", Key(.left, .shift)), ("\u{1B}[1;5C", Key(.right, .control)),
                ("\u{1B}[1;6D", Key(.left, [.shift, .control])), ("\u{1B}[1;3A", Key(.up, .alt)),
            ]
        ),
        (
            "the Linux console",
            arrows + editing + linux + numbered(6...20)
                + [
                    ("\u{7F}", Key(.backspace)), ("\u{1B}\t", Key(.tab, .alt)), ("\u{1B}s", Key("s", .alt)),
                    ("\u{1B}\r", Key(.enter, .alt)), ("\u{1B}\u{7F}", Key(.backspace, .alt)),
                ]
        ),
        (
            "a VT100",
            arrows + applicationArrows + pf
                + [("\u{8}", Key(.backspace)), ("\n", Key(.enter))]
        ),
        ("a VT220", arrows + editing + numbered(6...20)),
        (
            "tmux and screen",
            arrows + applicationArrows + editing + pf
                + numbered(5...12) + [("\u{1B}[1;2A", Key(.up, .shift)), ("\u{1B}[Z", Key(.tab, .shift))]
        ),
        (
            "rxvt",
            arrows + [
                ("\u{1B}[7~", Key(.home)), ("\u{1B}[8~", Key(.end)), ("\u{1B}[a", Key(.up, .shift)),
                ("\u{1B}[d", Key(.left, .shift)), ("\u{1B}Oc", Key(.right, .control)),
                ("\u{1B}[3$", Key(.delete, .shift)), ("\u{1B}[3^", Key(.delete, .control)),
            ] + numbered(1...20)
        ),
        (
            "Konsole and older xterms, modifiers with F1 to F4",
            [
                ("\u{1B}O2P", Key(.function(1), .shift)), ("\u{1B}O5Q", Key(.function(2), .control)),
                ("\u{1B}O1;2P", Key(.function(1), .shift)), ("\u{1B}O1;3S", Key(.function(4), .alt)),
                ("\u{1B}O5A", Key(.up, .control)), ("\u{1B}O2H", Key(.home, .shift)),
            ]
        ),
        (
            "xterm and those like it",
            arrows + applicationArrows + [
                ("\u{1B}[H", Key(.home)), ("\u{1B}[F", Key(.end)), ("\u{1B}OH", Key(.home)),
                ("\u{1B}OF", Key(.end)), ("\u{1B}[3;5~", Key(.delete, .control)),
                ("\u{1B}[1;2P", Key(.function(1), .shift)), ("\u{1B}[15;5~", Key(.function(5), .control)),
                ("\u{1B}[27;5;13~", Key(.enter, .control)), ("\u{1B}[27;2;9~", Key(.tab, .shift)),
            ] + numbered(5...12)
        ),
    ]

    @Test func `each key of each terminal is the key that is engraved on it`() {
        for terminal in Self.terminals {
            for (bytes, key) in terminal.keys {
                var parser = InputParser()
                let events = parser.feed(bytes.utf8) + parser.flush()
                #expect(events == [.key(key)], "\(terminal.name): \(visible(bytes)) is \(key.title)")
            }
        }
    }

    @Test func `all keys of a terminal, one after another without a pause`() {
        for terminal in Self.terminals {
            var parser = InputParser()
            let events = parser.feed(terminal.keys.map(\.0).joined().utf8) + parser.flush()
            #expect(events == terminal.keys.map { .key($0.1) }, "\(terminal.name)")
        }
    }
}
