import TerminalKit
import Testing

@MainActor
struct DrawingTests {
    @Test func `a wide character that loses a half leaves a space`() {
        var surface = Surface(size: Size(width: 6, height: 1))
        for (x, character) in zip([0, 2, 4], "日本語") {
            surface.put(character, columns: 2, style: .plain, at: Point(x: x, y: 0))
        }
        surface.put("x", columns: 1, style: .plain, at: Point(x: 1, y: 0))
        surface.put("y", columns: 1, style: .plain, at: Point(x: 2, y: 0))
        #expect(surface.text == " xy 語")
        surface.put("日", columns: 2, style: .plain, at: Point(x: 5, y: 0))
        #expect(surface.text == " xy")
        #expect(!surface.cells.contains { $0.isContinuation })
    }

    @Test func `a wide character over two others leaves both whole or gone`() {
        var surface = Surface(size: Size(width: 4, height: 1))
        surface.put("日", columns: 2, style: .plain, at: Point(x: 0, y: 0))
        surface.put("本", columns: 2, style: .plain, at: Point(x: 2, y: 0))
        surface.put("語", columns: 2, style: .plain, at: Point(x: 1, y: 0))
        #expect(surface.text == " 語")
        #expect(surface.cells.map(\.isContinuation) == [false, false, true, false])
    }

    @Test func `text is padded and clipped by columns`() {
        #expect("日本語".fitted(toColumns: 5) == "日本…")
        #expect("日本語".fitted(toColumns: 4) == "日… ")
        #expect("ab".fitted(toColumns: 5, alignment: .trailing) == "   ab")
        #expect("ab".fitted(toColumns: 5, alignment: .center) == " ab  ")
        #expect("e\u{301}a".fitted(toColumns: 3) == "e\u{301}a ")
    }

    @Test func `text is broken between words, and long words anywhere`() {
        #expect("one two three".wrapped(toColumns: 8) == ["one two", "three"])
        #expect("a https://example.com/x".wrapped(toColumns: 9) == ["a", "https://e", "xample.co", "m/x"])
        #expect("one\n\ntwo".wrapped(toColumns: 8) == ["one", "", "two"])
        #expect("日本語".wrapped(toColumns: 5) == ["日本", "語"])
    }

    @Test func `room is shared by weight, and the last ones lose`() {
        #expect(Distribution.share(20, lengths: [4, 0, 0], weights: [0, 1, 2], spacing: 1) == [4, 4, 10])
        #expect(Distribution.share(6, lengths: [4, 4, 4], weights: [0, 0, 0]) == [4, 2, 0])
    }

    @Test func `captions mark their mnemonic`() {
        #expect(Caption("&Add Key").mnemonic == "a")
        #expect(Caption("Add &Key").mnemonicIndex == 4)
        #expect(Caption("Pick && Pack").text == "Pick & Pack")
        #expect(Caption("Pick && Pack").mnemonic == nil)
        #expect(Caption(verbatim: "R&B").text == "R&B")
    }

    @Test func `every role has a style in every look, and focus shows without colour`() {
        let theme = Theme.dark(for: Capabilities(colors: .none))
        #expect(theme[.focusedField].attributes != theme[.field].attributes)
        #expect(theme[.focusedButton].attributes != theme[.button].attributes)
        #expect(theme[.selection].attributes != theme[.idleSelection].attributes)
        for role in Role.allCases {
            #expect(theme[role].foreground == .standard)
            #expect(Theme.dark(for: Capabilities(colors: .sixteen))[role].foreground != .standard)
        }
    }
}
