import Glibc
import TerminalKit
import TestSupport
import Testing

extension RealTerminalTests {
    @Suite struct InputTests {
        @Test func `keys, clicks, focus and pastes arrive as events`() throws {
            let probe = try Probe()
            let expected: [(String, Event)] = [
                ("a", .key(Key("a"))), ("\u{1B}[A", .key(Key(.up))), ("\u{1B}OP", .key(Key(.function(1)))),
                ("\u{1B}\r", .key(Key(.enter, .alt))), ("\u{3}", .key(Key("c", .control))),
                ("\u{11}", .key(Key("q", .control))), ("\u{16}", .key(Key("v", .control))),
                ("\r", .key(Key(.enter))),
                ("\u{1B}[<8;10;5M", .mouse(Mouse(.press(.left), at: Point(x: 9, y: 4), .alt))),
                ("\u{1B}[O", .focus(false)),
                ("\u{1B}[200~one\rtwo\u{1B}[201~", .paste("one\rtwo")),
                ("\u{1B}", .key(Key(.escape))),
                ("\u{1B}[", .key(Key("[", .alt))),
            ]
            for (bytes, event) in expected {
                try probe.type(bytes)
                try probe.wait(for: "\(event)")
            }
        }

        @Test func `a character cut between its bytes is one key`() throws {
            let probe = try Probe()
            for byte in "漢é😀".utf8 { try probe.type(bytes: [byte]) }
            for character in "漢é😀" { try probe.wait(for: "\(Event.key(Key(character)))") }
        }

        @Test func `a mebibyte is pasted in one piece`() throws {
            let probe = try Probe()
            let text = String(repeating: "0123456789abcdef", count: 65_536)
            try probe.type("\u{1B}[200~" + text + "\u{1B}[201~")
            try probe.wait(for: "\(Event.paste(text))")
        }

        @Test func `a paste that stalls is waited for, so that no line break in it is an Enter`() throws {
            let probe = try Probe()
            try probe.type("\u{1B}[200~one\r")
            poll(nil, 0, 2500)
            try probe.type("two\u{1B}[201~")
            try probe.wait(for: "\(Event.paste("one\rtwo"))")
        }

        @Test func `a storm of resizes ends in the right size`() throws {
            let probe = try Probe()
            for width in 90...120 { try probe.resize(columns: width, rows: width / 3) }
            try probe.wait(for: "\(Event.resize(Size(width: 120, height: 40)))")
            #expect(String(decoding: probe.takeOutput(), as: UTF8.self).contains("120x40"))
            try probe.resize(columns: 20, rows: 5)
            try probe.wait(for: "\(Event.resize(Size(width: 20, height: 5)))")
            try probe.resize(columns: 80, rows: 24)
            try probe.wait(for: "\(Event.resize(Size(width: 80, height: 24)))")
        }

        @Test func `a terminal that is gone ends the program in order`() throws {
            let probe = try Probe(controls: false)
            probe.closeTerminal()
            try probe.wait(for: "closed")
            try probe.waitForEnd()
            #expect(probe.status == 0)
        }

        @Test(arguments: [nil, "", "dumb", "no-such-terminal"])
        func `a terminal that cannot show a screen is refused in two sentences`(term: String?) throws {
            let probe = try Probe(term: term, isRefused: true)
            #expect(try #require(probe.status) >> 8 == 64)
            #expect(probe.told.count == 1 && probe.told[0].contains("TERM") && probe.told[0].hasSuffix("."))
            #expect(probe.output.isEmpty)
        }

        @Test func `a standard input that is no terminal is refused`() throws {
            let probe = try Probe(stdin: "/dev/null", isRefused: true)
            #expect(
                probe.told == [
                    "Standard input and output are not a terminal. "
                        + "Start it in a terminal window, without pipes or redirections."
                ])
        }
    }
}
