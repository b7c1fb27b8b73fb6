import Testing

@testable import TerminalKit

/// Controls that may be looked at and not changed, and lists that let go of the keys at their ends.
@MainActor
@Suite struct ReadOnlyTests {
    @Test func `a read-only control takes the focus and no change`() async {
        let box = CheckBox("Box")
        let choice = DropDown([Choice("A"), Choice("B")], selection: "A")
        let radio = RadioGroup([Choice("C"), Choice("D")], selection: "C")
        let list = CheckList([Choice("E"), Choice("F")])
        let controls: [Control] = [box, choice, radio, list]
        for control in controls { control.isReadOnly = true }
        for control in controls {
            for code in [Key.Code.character(" "), .character("b"), .right] { _ = control.key(Key(code)) }
            _ = control.mouse(MouseEvent(.press(.left), at: .zero))
        }
        #expect(controls.allSatisfy(\.canFocus))
        #expect(!box.isOn && choice.selection == "A" && radio.selection == "C" && list.selection.isEmpty)
    }

    @Test func `a list takes arrows until its end and then lets them go on`() {
        let list = CheckList([Choice("A"), Choice("B")])
        list.place(in: Rect(x: 0, y: 0, width: 10, height: 2))
        #expect(list.key(Key(.down)))
        #expect(!list.key(Key(.down)))
        #expect(list.key(Key(.up)))
        #expect(!list.key(Key(.up)))
    }

    @Test func `a space within letters typed quickly belongs to them`() {
        let choice = DropDown([Choice("A 1"), Choice("A 2")], selection: "A 2")
        for character in "a 1" { #expect(choice.key(Key(.character(character)))) }
        #expect(choice.selection == "A 1")
    }
}
