import Glibc
import TerminalKit
import TestSupport
import Testing

extension RealTerminalTests {
    @Suite struct OutputTests {
        /// The numbers of every ESC [ … m in the output.
        private func colorCodes(_ output: [UInt8]) -> Set<Int> {
            var codes: Set<Int> = []
            for piece in String(decoding: output, as: UTF8.self).split(separator: "\u{1B}[") {
                let numbers = piece.prefix { $0.isNumber || $0 == ";" }
                guard piece.dropFirst(numbers.count).first == "m" else { continue }
                codes.formUnion(numbers.split(separator: ";").compactMap { Int($0) }.filter { $0 >= 30 })
            }
            return codes
        }

        @Test func `one changed cell costs few bytes, and nothing changed costs none`() throws {
            let probe = try Probe()
            _ = probe.takeOutput()
            try probe.type("x")
            try probe.wait(for: "\(Event.key(Key("x")))")
            let output = probe.takeOutput()
            #expect(output.contains(UInt8(ascii: "#")))
            #expect(output.count <= 24, "\(output)")
            try probe.type("\u{1B}[I")
            try probe.wait(for: "\(Event.focus(true))")
            _ = probe.takeOutput()
            try probe.type("\u{1B}[I")
            try probe.wait(for: "\(Event.focus(true))")
            #expect(probe.takeOutput().isEmpty)
        }

        @Test func `an idle program writes nothing and takes no processor time`() throws {
            let probe = try Probe()
            // What starting costs may still be under way.
            try probe.wait("it takes no processor time") {
                guard let before = try? probe.processorTime() else { return false }
                _ = probe.takeOutput()
                probe.pump(milliseconds: 1500)
                return (try? probe.processorTime()) == before
            }
            #expect(probe.takeOutput().isEmpty)
        }

        @Test func `reports are asked for at the start, and no question is`() throws {
            let probe = try Probe()
            let output = String(decoding: probe.takeOutput(), as: UTF8.self)
            for mode in ["1000", "1002", "1006", "2004", "1004", "1049"] {
                #expect(output.contains("\u{1B}[?\(mode)h"), "\(mode)")
            }
            for query in ["c", "n", "$p"] {
                #expect(
                    !output.split(separator: "\u{1B}[").contains {
                        $0.drop { "?>;0123456789".contains($0) }.hasPrefix(query)
                    })
            }
            try probe.type("m")
            try probe.wait(for: "\(Event.key(Key("m")))")
            #expect(String(decoding: probe.takeOutput(), as: UTF8.self).contains("\u{1B}[?1000l"))
        }

        @Test func `text is copied in one clipboard sequence`() throws {
            let probe = try Probe()
            _ = probe.takeOutput()
            try probe.type("c")
            try probe.wait(for: "\(Event.key(Key("c")))")
            #expect(probe.takeOutput() == Array("\u{1B}]52;c;aMOp\u{7}".utf8))
        }

        @Test(
            arguments: [("vt100", []), ("xterm-256color", ["NO_COLOR=1"]), ("xterm-mono", [])]
                as [(String, [String])])
        func `no colour is sent where none is wanted or known`(term: String, environment: [String]) throws {
            let probe = try Probe(term: term, environment: environment)
            try probe.type("q")
            try probe.waitForEnd()
            #expect(colorCodes(probe.output).isEmpty)
        }

        @Test func `colours fit the terminal's number of them`() throws {
            #expect(colorCodes(try Probe().takeOutput()).isSuperset(of: [38, 48, 226]))
            let eight = colorCodes(try Probe(term: "linux").takeOutput())
            #expect(eight.isSuperset(of: [33, 44]) && !eight.contains(38))
        }

        @Test func `an ASCII locale gets ASCII`() throws {
            let probe = try Probe(locale: "C")
            let output = probe.takeOutput()
            #expect(output.allSatisfy { $0 < 0x80 })
            #expect(String(decoding: output, as: UTF8.self).contains("|? ? |"))
        }

        @Test func `drawing all again sends all again`() throws {
            let probe = try Probe()
            let first = probe.takeOutput()
            try probe.type("r")
            try probe.wait(for: "\(Event.key(Key("r")))")
            let again = String(decoding: probe.takeOutput(), as: UTF8.self)
            #expect(again.contains("size 80x24") && again.contains("loud") && again.utf8.count < first.count)
        }
    }
}
