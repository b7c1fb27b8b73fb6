import TerminalKit
import TestSupport
import Testing

/// However a line cuts a terminal's bytes up on their way, the events are the same.
@Suite struct InputCutTests {
    /// What terminals send, and what they should not: one piece of each kind.
    static let pieces: [[UInt8]] =
        [
            // Characters of one to four bytes, a mark, control characters.
            "a", "é", "漢", "😀", "e\u{301}", "\r", "\t", "\u{7F}", "\0", "\u{1}", "\u{1F}",
            // Escape and Alt.
            "\u{1B}", "\u{1B}\u{1B}", "\u{1B}\u{1B}\u{1B}", "\u{1B}x", "\u{1B}é", "\u{1B}漢", "\u{1B}\r",
            "\u{1B}\u{7F}", "\u{1B}\u{1B}x", "\u{1B}[", "\u{1B}O", "\u{1B}P", "\u{1B}]", "\u{1B}_",
            // Cursor keys, function keys, the keypad; modifiers in xterm's, rxvt's and kitty's manner.
            "\u{1B}[A", "\u{1B}OA", "\u{1B}\u{1B}[A", "\u{1B}[1;5C", "\u{1B}[15;2~", "\u{1B}[3~",
            "\u{1B}[[B", "\u{1B}OP", "\u{1B}O[", "\u{1B}Oa", "\u{1B}OM", "\u{1B}[3$", "\u{1B}[3^",
            "\u{1B}[3@",
            "\u{1B}[Z", "\u{1B}[27;5;13~", "\u{1B}[97;5u", "\u{1B}[97:65;2:1u",
            // Mouse and focus, whole, with nonsense in them, and cut short.
            "\u{1B}[<0;10;5M", "\u{1B}[<8;300;120m", "\u{1B}[<0;;M", "\u{1B}[<0;10", "\u{1B}[M !!",
            "\u{1B}[M#!!", "\u{1B}[M !", "\u{1B}[I", "\u{1B}[O",
            // Pastes: with breaks, keys, wide characters and false ends inside, empty, and without an end.
            "\u{1B}[200~one\rtwo é漢\u{1B}[201~", "\u{1B}[200~\u{1B}[A\u{1B}[20\u{1B}\u{1B}[201~",
            "\u{1B}[200~\u{1B}[201~", "\u{1B}[200~never", "\u{1B}[201~",
            // Strings by BEL, ST and CAN, a sequence inside one, and without an end.
            "\u{1B}]0;title é\u{7}", "\u{1B}]52;c;aGk=\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}_x\u{1B}\\",
            "\u{1B}^y\u{18}", "\u{1B}Xz\u{1A}", "\u{1B}]half\u{1B}[A", "\u{1B}]11;rgb", "\u{1B}P+q",
            // Answers that nobody asked for, and sequences that are none.
            "\u{1B}[?62;22c", "\u{1B}[12;40R", "\u{1B}[?2026;2$y", "\u{1B}[99~", "\u{1B}[1;2;3;4x",
            "\u{1B}[5", "\u{1B}[ q", "\u{1B}[1\r", "\u{1B}[1\u{1B}[B", "\u{1B}O\r", "\u{1B}OÄ", "\u{1B}O2P",
            "\u{1B}O1;2Q",
            "\u{1B}O9z", "\u{1B}O12",
        ].map { Array($0.utf8) }
        // UTF-8 broken in each way: a lone byte, cut short, overlong, a surrogate, beyond Unicode, C1.
        + [
            [0xFF], [0x80], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xC3, 0x61], [0xE2, 0x1B, 0x5B, 0x41],
            [0xE0, 0x80, 0x80], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
            [0xC2, 0x9B, 0x41],
            [0x1B, 0xE6, 0xBC], [0x1B, 0xFF], [0x1B, 0x5B, 0x4D, 0x20, 0xFF, 0xFE], [0x1B, 0x5D, 0xFF, 0x07],
        ]

    /// What comes out, during the bytes and by the timeout after them, and whether one is waited for.
    private struct Outcome: Equatable {
        var events: [Event] = []
        var isPending = false
        var isAmbiguous = false
        var flushed: [Event] = []
    }

    /// `cuts` ascend.
    private func outcome(_ bytes: [UInt8], cutAt cuts: [Int] = []) -> Outcome {
        var parser = InputParser()
        var outcome = Outcome()
        var start = 0
        for end in cuts + [bytes.count] {
            outcome.events += parser.feed(bytes[start..<end])
            start = end
        }
        outcome.isPending = parser.isPending
        outcome.isAmbiguous = parser.isAmbiguous
        outcome.flushed = parser.flush() + parser.flush()
        return outcome
    }

    private func isOne(_ bytes: [UInt8], cutAt cuts: [Int], as whole: Outcome) -> Bool {
        let cut = outcome(bytes, cutAt: cuts)
        if cut == whole { return true }
        Issue.record("\(visible(String(decoding: bytes, as: UTF8.self))) \(bytes) cut at \(cuts): \(cut)")
        return false
    }

    @Test func `every piece and its neighbours, at every pair of cuts`() {
        for (index, piece) in Self.pieces.enumerated() {
            let next = Self.pieces[(index + 1) % Self.pieces.count]
            let bytes = Array("b".utf8) + piece + next + Array("c".utf8)
            let whole = outcome(bytes)
            for first in 0...bytes.count {
                for second in first...bytes.count {
                    guard isOne(bytes, cutAt: [first, second], as: whole) else { return }
                }
            }
        }
    }

    @Test func `every piece after every other, at every single cut and byte by byte`() {
        for left in Self.pieces {
            for right in Self.pieces {
                let bytes = left + right
                let whole = outcome(bytes)
                for cut in 1..<bytes.count {
                    guard isOne(bytes, cutAt: [cut], as: whole) else { return }
                }
                guard isOne(bytes, cutAt: Array(1..<bytes.count), as: whole) else { return }
            }
        }
    }

    @Test func `all pieces in a row, at every single cut and byte by byte`() {
        let bytes = Array(Self.pieces.joined())
        let whole = outcome(bytes)
        #expect(whole.events.count > 40, "an unfinished piece swallows no more than a few")
        for cut in 1..<bytes.count {
            guard isOne(bytes, cutAt: [cut], as: whole) else { return }
        }
        #expect(isOne(bytes, cutAt: Array(1..<bytes.count), as: whole))
    }

    @Test func `random pieces and bytes in random cuts`() {
        var random = SeededRandom()
        let seed = random.seed
        for _ in 0..<1000 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 1...30, using: &random) {
                if Int.random(in: 0..<4, using: &random) > 0 {
                    bytes += Self.pieces.randomElement(using: &random) ?? []
                } else {
                    bytes += (0..<Int.random(in: 0...9, using: &random)).map { _ in
                        .random(in: 0...255, using: &random)
                    }
                }
            }
            let cuts = (0..<Int.random(in: 0...20, using: &random)).map { _ in
                Int.random(in: 0...bytes.count, using: &random)
            }
            guard isOne(bytes, cutAt: cuts.sorted(), as: outcome(bytes)) else {
                Issue.record("SEED=\(seed) brings it back")
                return
            }
        }
    }

    @Test func `a sequence beyond its bound is given up at the same byte`() {
        let long = Array("\u{1B}[".utf8) + Array(repeating: UInt8(ascii: "1"), count: 300) + [0x61]
        let whole = outcome(long)
        #expect(whole.events.count == 45)
        for cut in 0...long.count { #expect(outcome(long, cutAt: [cut]) == whole, "cut at \(cut)") }
    }
}
