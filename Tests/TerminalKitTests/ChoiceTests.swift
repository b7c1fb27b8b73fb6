import TerminalKit
import Testing

@MainActor
struct ChoiceTests {
    let stage = Stage(60, 14)
    private let units = [Choice("LBS"), Choice("KGS"), Choice("OZS")]

    private func show(_ view: View) async {
        await stage.open(
            Window("Choices") {
                Form { Field("&Unit", view) }
                Button("Other") { _ in }
            })
    }

    @Test func `a drop-down opens with Space, moves with arrows and chooses with Enter`() async {
        var told: [String] = []
        let unit = DropDown(units, selection: "LBS") { told.append($0) }
        await show(unit)
        #expect(stage.text.contains("Unit ▸LBS ▾◂"))
        await stage.type(" ")
        #expect(
            stage.picture == """
                ┌ Choices ────[■]─┐
                │ Unit [LBS ▾]    │
                │ < Oth┌────────┐ │
                └──────│▌LBS   ▐│─┘
                       │ KGS    │
                       │ OZS    │
                       └────────┘
                """)
        await stage.press(.down)
        await stage.press(.enter)
        #expect(unit.selection == "KGS")
        #expect(told == ["KGS"])
        #expect(stage.program.windows.count == 1)
    }

    @Test func `Esc closes the list of a drop-down and keeps the choice`() async {
        let unit = DropDown(units, selection: "LBS")
        await show(unit)
        await stage.press(.down)
        await stage.press(.down)
        await stage.press(.escape)
        #expect(unit.selection == "LBS")
        #expect(stage.program.windows.count == 1)
    }

    @Test func `letters find a choice, open or closed`() async {
        let unit = DropDown(units, selection: "LBS")
        await show(unit)
        await stage.type("o")
        #expect(unit.selection == "OZS")
        stage.clock.advance(by: .seconds(2))
        await stage.type(" ")
        await stage.type("k")
        await stage.press(.enter)
        #expect(unit.selection == "KGS")
    }

    @Test func `a drop-down opens and chooses by mouse, and a click elsewhere closes it`() async {
        let unit = DropDown(units, selection: "LBS")
        await show(unit)
        await stage.click("▾")
        await stage.click("OZS")
        #expect(unit.selection == "OZS")
        await stage.click("▾")
        await stage.mouse(.press(.left), 0, 0)
        #expect(stage.program.windows.count == 1)
        #expect(unit.selection == "OZS")
    }

    @Test func `choices may stand for any value`() async {
        enum Rounding { case nearest, up, down }
        let rounding = DropDown(
            [Choice(Rounding.nearest, "Nearest"), Choice(.up, "Up"), Choice(.down, "Down")], selection: .up)
        await show(rounding)
        #expect(stage.text.contains("▸Up      ▾◂"))
        await stage.type("d")
        #expect(rounding.selection == .down)
    }

    @Test func `arrows move within a radio group, Tab leaves it, a click chooses`() async {
        let endpoint = RadioGroup([Choice("Production"), Choice("Test")], selection: "Production")
        await show(endpoint)
        #expect(stage.text.contains("▸(•) Production◂ ( ) Test"))
        await stage.press(.right)
        await stage.press(.right)
        #expect(endpoint.selection == "Test")
        await stage.press(.left)
        #expect(endpoint.selection == "Production")
        await stage.click("Test")
        #expect(endpoint.selection == "Test")
        await stage.press(.tab)
        #expect(!endpoint.isFocused)
        #expect(stage.text.contains(" ( ) Production  (•) Test"))
    }

    @Test func `the arrows across a radio group, and beyond its ends, go on to the next field`() async {
        let row = RadioGroup([Choice("Production"), Choice("Test")], selection: "Production")
        let column = RadioGroup([Choice("Due"), Choice("All")], selection: "Due")
        column.isVertical = true
        await stage.open(
            Window("Choices", buttons: [.ok()]) {
                row
                column
            })
        await stage.press(.down)
        #expect(row.selection == "Production" && column.isFocused)
        await stage.press(.right)
        #expect(column.selection == "Due")
        await stage.press(.down)
        #expect(column.selection == "All" && column.isFocused)
        await stage.press(.down)
        #expect(column.selection == "All" && !column.isFocused)
        await stage.press(.up)
        await stage.press(.up)
        #expect(column.selection == "Due" && column.isFocused)
        await stage.press(.up)
        #expect(row.isFocused && row.selection == "Production")
    }

    @Test func `Space toggles a check box, and so does a click`() async {
        var told: [Bool] = []
        let box = CheckBox("Is &Inactive") { told.append($0) }
        await show(box)
        #expect(stage.text.contains("▸[ ] Is Inactive◂"))
        await stage.type(" ")
        #expect(stage.text.contains("▸[x] Is Inactive◂"))
        await stage.click("Inactive")
        #expect(told == [true, false])
    }

    @Test func `a list of boxes scrolls, toggles several and finds by letters`() async {
        let services = CheckList(
            ["Ground", "Standard", "Saver", "Express", "Next Day"].map { Choice($0) }, selection: ["Saver"],
            maxHeight: 3)
        await show(services)
        #expect(
            stage.picture == """
                ┌ Choices ──────────[■]─┐
                │ Unit ▌[ ] Ground  ▐   │
                │       [ ] Standard  █ │
                │       [x] Saver     ▼ │
                │ < Other >             │
                └───────────────────────┘
                """)
        await stage.type(" ")
        await stage.type("n")
        await stage.type(" ")
        #expect(services.selection == ["Ground", "Saver", "Next Day"])
        await stage.click("Express")
        #expect(services.selection.contains("Express"))
    }
}
