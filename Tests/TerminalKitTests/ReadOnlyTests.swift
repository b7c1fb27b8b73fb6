import TerminalKit
import Testing

/// Controls that may be looked at and not changed, and lists that let go of the keys at their ends.
@MainActor
struct ReadOnlyTests {
    private let stage = Stage(60, 14)

    @Test func `a read-only control takes the focus and no change`() async {
        let box = CheckBox("Box")
        let choice = DropDown([Choice("A"), Choice("B")], selection: "A")
        let radio = RadioGroup([Choice("C"), Choice("D")], selection: "C")
        let list = CheckList([Choice("E"), Choice("F")])
        let controls: [Control] = [box, choice, radio, list]
        for control in controls { control.isReadOnly = true }
        await stage.open(Window("Read") { controls })
        for control in controls {
            control.focus()
            #expect(control.isFocused)
            await stage.type(" b")
            #expect(stage.program.windows.count == 1)
        }
        for text in ["Box", "A ▾", "( ) D", "F"] { await stage.click(text) }
        #expect(!box.isOn && choice.selection == "A" && radio.selection == "C" && list.selection.isEmpty)
    }

    @Test func `a list takes arrows until its end and then lets them go on`() async {
        let list = CheckList([Choice("A"), Choice("B")])
        let after = CheckBox("After")
        await stage.open(
            Window("List") {
                list; after
            })
        await stage.press(.down)
        #expect(list.isFocused)
        await stage.press(.down)
        #expect(after.isFocused)
    }

    @Test func `a space within letters typed quickly belongs to them`() async {
        let choice = DropDown([Choice("A 1"), Choice("A 2"), Choice("B")], selection: "B")
        await stage.open(Window("Choice") { choice })
        await stage.type("a 2")
        #expect(choice.selection == "A 2")
    }
}
