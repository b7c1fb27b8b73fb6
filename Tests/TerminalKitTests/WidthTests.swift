import TerminalKit
import Testing

@Suite struct WidthTests {
    @Test(arguments: [
        ("a", 1), ("é", 1), ("e\u{301}", 1), ("漢", 2), ("ｱ", 1), ("Ａ", 2), ("한", 2),
        ("\u{1112}\u{1161}\u{11AB}", 2),
        ("😀", 2), ("👨‍👩‍👧", 2), ("🏽", 2), ("👍🏽", 2), ("🇺🇸", 2), ("❤", 1), ("❤\u{FE0F}", 1), ("⌚", 2), ("│", 1),
        ("✔", 1),
        ("▾", 1), ("\u{301}", 0), ("\u{200B}", 0), ("\n", 0), ("क्ष", 2), ("\u{AD}", 1),
    ])
    func `a character takes as many columns as terminals give it`(character: String, columns: Int) {
        #expect(character.columns == columns)
    }

    @Test func `clipping never cuts a wide character in two`() {
        #expect("漢字kanji".clipped(toColumns: 5) == "漢字k")
        #expect("漢字".clipped(toColumns: 3) == "漢")
        #expect("abc".clipped(toColumns: 0).isEmpty)
        #expect("e\u{301}x".clipped(toColumns: 1) == "e\u{301}")
    }

    @Test func `control characters are shown and never sent`() {
        #expect(visible("a\u{1B}[2J\r\n\u{7F}b") == "a␛[2J␍␊␡b")
        #expect(visible("a\u{1B}\u{7F}\0", as: .ascii) == "a^[^?^@")
        #expect(
            visible("\u{9B}\u{202E}x\u{2066}\u{200F}\u{2028}") == "<U+009B><U+202E>x<U+2066><U+200F><U+2028>")
        #expect(visible("👨‍👩‍👧 e\u{301} 漢") == "👨‍👩‍👧 e\u{301} 漢")
    }
}
