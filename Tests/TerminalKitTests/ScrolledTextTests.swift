import TerminalKit
import Testing

/// Texts that are longer than their place, read by keyboard.
@MainActor
struct ScrolledTextTests {
    let stage = Stage(40, 10)
    let text = (1...20).map { "Line \($0)." }

    private func open() async {
        await stage.open(
            Window("Changes", placement: .fill, buttons: [.ok()]) {
                ScrollView { text.map { Paragraph($0) } }
            })
    }

    @Test func `a text takes the focus while there is more than fits, and shows it`() async {
        await open()
        #expect(stage.text.contains("▸ OK ◂"))
        await stage.press(.tab)
        #expect(
            stage.picture == """
                ┌ Changes ─────────────────────────[■]─┐
                │ Line 1.                              │
                │ Line 2.                           ▸█ │
                │ Line 3.                              │
                │ Line 4.                              │
                │ Line 5.                              │
                │ Line 6.                            ▼ │
                │                               < OK > │
                └──────────────────────────────────────┘
                """)
        #expect(stage.program.topWindow?.focused?.keyHints.map(\.title) == ["Scroll"])
        await stage.press(.down)
        #expect(!stage.text.contains("Line 1.") && stage.text.contains("Line 7."))
        await stage.press(.end)
        #expect(stage.text.contains("Line 20."))
        await stage.press(.down)
        #expect(stage.text.contains("▸ OK ◂"))
        await stage.press(.up)
        await stage.press(.home)
        #expect(stage.text.contains("Line 1."))
    }

    @Test func `a text that fits is passed over`() async {
        let stage = Stage(40, 30)
        await stage.open(
            Window("Changes", placement: .fill, buttons: [.ok(), .cancel()]) {
                ScrollView { text.map { Paragraph($0) } }
            })
        await stage.press(.tab)
        await stage.press(.tab)
        #expect(stage.text.contains("▸ OK ◂"))
    }

    @Test func `PgDn and PgUp turn its pages while a button has the focus`() async {
        await open()
        for _ in 0..<4 { await stage.press(.pageDown) }
        #expect(stage.text.contains("Line 20.") && stage.text.contains("▸ OK ◂"))
        for _ in 0..<4 { await stage.press(.pageUp) }
        #expect(stage.text.contains("Line 1."))
    }

    @Test func `a message that is longer than the screen scrolls, and its button stays`() async {
        await stage.open(.message(.warning, title: "Keys", text: text.joined(separator: "\n")))
        #expect(stage.text.contains("[!] Line 1.") && stage.text.contains("▸ OK ◂"))
        for _ in 0..<5 { await stage.press(.pageDown) }
        #expect(stage.text.contains("Line 20.") && stage.text.contains("▸ OK ◂"))
    }

    @Test func `a window that has to scroll has room for the bar`() async {
        await stage.open(
            Window("", buttons: [.ok()]) { ScrollView { text.map { Paragraph($0, maxWidth: 30) } } })
        #expect(stage.text.contains("│ Line 1.  "))
        let wide = Window("") { ScrollView { (1...20).map { TextField("\($0)", columns: 10) } } }
        await stage.open(wide)
        #expect(stage.text.contains("[2         ] █"))
    }
}
