import TerminalKit
import Testing

@MainActor
struct ScrollTests {
    let stage = Stage(40, 10)

    private func boxes(_ count: Int) -> [CheckBox] {
        (1...count).map { CheckBox(Caption(verbatim: "Box \($0)")) }
    }

    @Test func `the focus is always in sight and marks tell that there is more`() async {
        let boxes = boxes(20)
        await stage.open(Window("Form", placement: .fill, buttons: [.ok()]) { ScrollView { boxes } })
        #expect(
            stage.picture == """
                ┌ Form ────────────────────────────[■]─┐
                │ ▸[ ] Box 1◂                          │
                │  [ ] Box 2                         █ │
                │  [ ] Box 3                           │
                │  [ ] Box 4                           │
                │  [ ] Box 5                           │
                │  [ ] Box 6                         ▼ │
                │                               < OK > │
                └──────────────────────────────────────┘
                """)
        for _ in 0..<12 { await stage.press(.tab) }
        #expect(boxes[12].isFocused)
        #expect(stage.text.contains("▸[ ] Box 13◂"))
        #expect(stage.text.contains("▲"))
        await stage.press(.tab, .shift)
        for _ in 0..<12 { await stage.press(.tab, .shift) }
        #expect(stage.text.contains("▸ OK ◂"))
        await stage.press(.tab)
        #expect(stage.text.contains("▸[ ] Box 1◂"))
    }

    @Test func `a terminal made smaller keeps the focus in sight, below a question, too`() async {
        let stage = Stage(40, 24)
        let boxes = boxes(18)
        await stage.open(Window("Form", placement: .fill) { ScrollView { boxes } })
        for _ in 0..<15 { await stage.press(.tab) }
        await stage.open(Window("Question") { Label("Sure?") })
        stage.terminal.resize(to: Size(width: 40, height: 12))
        await stage.terminal.settle()
        await stage.press(.escape)
        #expect(stage.text.contains("▸[ ] Box 16◂"))
    }

    @Test func `pages are turned with PgDn and PgUp, and the focus goes along`() async {
        let boxes = boxes(20)
        await stage.open(Window("Form", placement: .fill) { ScrollView { boxes } })
        await stage.press(.pageDown)
        #expect(stage.text.contains("▸[ ] Box 7◂"))
        await stage.press(.pageDown)
        await stage.press(.pageDown)
        #expect(stage.text.contains("▸[ ] Box 20◂"))
        await stage.press(.pageUp)
        await stage.press(.pageUp)
        await stage.press(.pageUp)
        #expect(stage.text.contains("▸[ ] Box 1◂"))
    }

    @Test func `the wheel scrolls, and typing brings the focus back into sight`() async {
        let field = TextField(columns: 8)
        let boxes = boxes(20)
        await stage.open(
            Window("Form", placement: .fill) {
                ScrollView {
                    field
                    boxes
                }
            })
        await stage.mouse(.wheelDown, 5, 5)
        #expect(!stage.text.contains("▸"))
        #expect(stage.terminal.surface.cursor == nil)
        await stage.type("x")
        #expect(stage.text.contains("▸x"))
        #expect(stage.terminal.surface.cursor != nil)
    }

    private func scrollAway(_ control: View) async {
        await stage.open(
            Window("Form", placement: .fill) {
                ScrollView {
                    control
                    boxes(20)
                }
            })
        for _ in 0..<4 { await stage.mouse(.wheelDown, 5, 5) }
        #expect(!stage.text.contains("▸"))
    }

    @Test func `no key changes a control that the wheel has scrolled out of sight unseen`() async {
        let box = CheckBox("Is Inactive")
        await scrollAway(box)
        await stage.press(" ")
        #expect(box.isOn && stage.text.contains("▸[x] Is Inactive◂"))
        let rounding = DropDown([Choice("Nearest"), Choice("Up"), Choice("Down")], selection: "Up")
        await scrollAway(rounding)
        await stage.press(.down)
        #expect(stage.text.contains("Nearest"))
        await stage.press(.escape)
        #expect(stage.text.contains("▸Up"))
        await scrollAway(rounding)
        await stage.type("d")
        #expect(stage.text.contains("▸Down"))
        await scrollAway(RadioGroup([Choice("Production"), Choice("Test")], selection: "Production"))
        await stage.press(.right)
        #expect(stage.text.contains("▸(•) Test◂"))
        var presses = 0
        await scrollAway(Button("Add Key") { presses += 1 })
        await stage.press(.enter)
        #expect(presses == 1 && stage.text.contains("▸ Add Key ◂"))
    }

    @Test func `the wheel scrolls over what cannot be used, and a click there does nothing`() async {
        let boxes = boxes(20)
        for box in boxes.dropLast() { box.isEnabled = false }
        await stage.open(Window("Form", placement: .fill) { ScrollView { boxes } })
        for _ in 0..<5 { await stage.mouse(.wheelUp, 5, 3) }
        #expect(stage.text.contains("Box 1 "))
        await stage.mouse(.press(.left), 5, 3)
        #expect(boxes.allSatisfy { !$0.isOn })
        await stage.mouse(.wheelDown, 5, 3)
        #expect(!stage.text.contains("Box 1 "))
    }

    @Test func `a form stands in two columns where there is room and in one where there is not`() async {
        stage.program.minimumSize = .zero
        await stage.open(
            Window("Form", placement: .fill) {
                SideBySide(from: 30) {
                    GroupBox("Left") { CheckBox("One") }
                    GroupBox("Right") { CheckBox("Two") }
                }
            })
        #expect(
            stage.picture.hasPrefix(
                """
                ┌ Form ────────────────────────────[■]─┐
                │ ┌ Left ─────────┐ ┌ Right ─────────┐ │
                │ │ ▸[ ] One◂     │ │  [ ] Two       │ │
                │ └───────────────┘ └────────────────┘ │
                """))
        stage.terminal.resize(to: Size(width: 30, height: 10))
        await stage.terminal.settle()
        #expect(
            stage.picture.hasPrefix(
                """
                ┌ Form ──────────────────[■]─┐
                │ ┌ Left ──────────────────┐ │
                │ │ ▸[ ] One◂              │ │
                │ └────────────────────────┘ │
                │ ┌ Right ─────────────────┐ │
                """))
    }

    @Test func `buttons that do not fit go to the next line`() async {
        await stage.open(
            Window("Form") {
                Row {
                    for title in ["Add Key", "Key Information", "Remove Key"] {
                        Button(Caption(verbatim: title)) { _ in }
                    }
                }
            })
        #expect(
            stage.picture == """
                ┌ Form ────────────────────────[■]─┐
                │ ▸ Add Key ◂  < Key Information > │
                │ < Remove Key >                   │
                └──────────────────────────────────┘
                """)
    }
}
