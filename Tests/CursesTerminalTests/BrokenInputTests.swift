import Glibc
import TerminalKit
import TestSupport
import Testing

extension RealTerminalTests {
    /// What a bad line makes of keys and reports.
    @Suite struct BrokenInputTests {
        private func expect(_ key: Key, from probe: Probe, typing bytes: String) throws {
            try probe.type(bytes)
            try probe.wait(for: "\(Event.key(key))")
        }

        @Test(arguments: [
            "\u{1B}[<0;10", "\u{1B}[<0;10;5", "\u{1B}[M !", "\u{1B}[1;", "\u{1B}O", "\u{1B}]0;title",
            "\u{1B}]52;c;", "\u{1B}P+q", "\u{1B}_", "\u{1B}[200",
        ])
        func `a sequence cut short does not take the next key along`(cut: String) throws {
            let probe = try Probe()
            try probe.type(cut)
            try expect(Key(.up), from: probe, typing: "\u{1B}[A")
            try expect(Key("x"), from: probe, typing: "x")
        }

        @Test func `half a mouse report and a letter lose the letter alone`() throws {
            let probe = try Probe()
            try probe.type("\u{1B}[<0;10")
            try probe.type("x")
            try expect(Key("y"), from: probe, typing: "y")
        }

        @Test(arguments: ["\u{1B}]11;rgb:0000", "\u{1B}P1$r", "\u{1B}[<0;10;"])
        func `what never ends is forgotten when nothing comes for a second`(cut: String) throws {
            let probe = try Probe()
            try probe.type(cut)
            // The first letter may still be part of it.
            let isHeard = try (0..<5).contains { _ in
                try probe.type("x")
                for _ in 0..<75 where !probe.told.contains("\(Event.key(Key("x")))") {
                    probe.pump(milliseconds: 20)
                }
                return probe.told.contains("\(Event.key(Key("x")))")
            }
            #expect(isHeard)
        }

        @Test func `Alt over a line of 150 ms is Alt when ESCDELAY allows for it`() throws {
            let patient = try Probe(environment: ["ESCDELAY=5000"])
            try patient.type("\u{1B}")
            poll(nil, 0, 150)
            try expect(Key("x", .alt), from: patient, typing: "x")
            try patient.type("\u{1B}")
            poll(nil, 0, 150)
            try expect(Key(.up), from: patient, typing: "[A")
            #expect(!patient.told.contains("\(Event.key(Key(.escape)))"))
        }

        @Test func `Esc alone is Esc after a moment, and the letter after it a letter`() throws {
            let probe = try Probe(environment: ["ESCDELAY=nonsense"])
            try expect(Key(.escape), from: probe, typing: "\u{1B}")
            try expect(Key("x"), from: probe, typing: "x")
        }
    }
}
