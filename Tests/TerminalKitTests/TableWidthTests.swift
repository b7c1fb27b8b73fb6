import TerminalKit
import Testing

/// The borders between columns, moved by the mouse and by keys.
@MainActor
struct TableWidthTests {
    struct Item: Identifiable {
        var id: Int
        var name: String
    }

    let stage = Stage(90, 10)
    let table = Table(
        [
            TableColumn<Item>("Name", width: 10, weight: 1) { $0.name },
            TableColumn<Item>("State", width: 9) { _ in "valid" },
            TableColumn<Item>("No.", width: 6) { "\($0.id)" },
        ], rows: [Item(id: 2, name: "Böttcher"), Item(id: 1, name: "SalesPad")])

    private func show() async {
        table.weight = 1
        await stage.open(Window("Carriers", placement: .fill) { table })
    }

    /// Where a head begins.
    private func place(_ head: String) throws -> Int { try #require(stage.terminal.find(head)).x }

    private func drag(from x: Int, to end: Int) async {
        await stage.mouse(.press(.left), x, 1)
        await stage.mouse(.drag(.left), (x + end) / 2, 3)
        await stage.mouse(.drag(.left), end, 1)
        await stage.mouse(.release(.left), end, 1)
    }

    @Test func `a border follows the mouse, and the other borders stay`() async throws {
        await show()
        let (state, number) = (try place("State"), try place("No."))
        await drag(from: state - 1, to: state - 6)
        #expect(try place("State") == state - 5)
        #expect(try place("No.") == number)
        #expect(try place("valid") == state - 5)
        await drag(from: number - 2, to: number - 4)
        #expect(try place("No.") == number - 2)
        #expect(try place("State") == state - 5)
        #expect(table.sort == nil, "a border is no head")
    }

    @Test func `a border stops three columns before the next one`() async throws {
        await show()
        let (state, number) = (try place("State"), try place("No."))
        await drag(from: state - 1, to: 89)
        #expect(try place("St…") == number - 5)
        #expect(try place("No.") == number)
        await drag(from: number - 6, to: 0)
        #expect(try place("State") == 8)
    }

    @Test func `keys move one border after another, and the key bar names them`() async throws {
        await show()
        let (state, number) = (try place("State"), try place("No."))
        #expect(stage.keyBar.contains("Ctrl+W"))
        await stage.press("w", .control)
        #expect(stage.keyBar.contains("Left Narrower  Right Wider"))
        #expect(stage.terminal.lines[1].contains("│ State"), "the border shows")
        for _ in 0..<3 { await stage.press(.left) }
        #expect(try place("State") == state - 3)
        await stage.press(.tab)
        await stage.press(.right)
        await stage.press(.enter)
        #expect(try place("State") == state - 3)
        #expect(try place("No.") == number + 1)
        #expect(!stage.keyBar.contains("Narrower"))
        await stage.press(.right)
        #expect(try place("No.") == number + 1)
    }

    @Test func `Esc takes the border back, and leaves the window open`() async throws {
        await show()
        let number = try place("No.")
        await stage.press("w", .control)
        await stage.press(.tab, .shift)
        await stage.press(.left)
        #expect(try place("No.") == number - 1)
        await stage.press(.escape)
        #expect(try place("No.") == number)
        #expect(stage.program.windows.count == 1)
    }

    @Test func `any other key and a click end the moving and mean what they always do`() async throws {
        await show()
        let state = try place("State")
        await stage.press("w", .control)
        await stage.press(.left)
        await stage.type("sales")
        #expect(stage.text.contains("1 found"))
        await stage.press(.escape)
        await stage.press("w", .control)
        await stage.click("SalesPad")
        #expect(table.selected?.id == 1)
        await stage.press(.left)
        #expect(try place("State") == state - 1)
    }

    @Test func `widths stay while the window is open`() async throws {
        await show()
        let state = try place("State")
        await drag(from: state - 1, to: state - 6)
        table.reload()
        await stage.click("No.")
        await stage.type("s")
        await stage.press(.backspace)
        let other = await stage.open(Window("Over", buttons: [.close()]) { CheckBox("One") })
        await stage.press(.escape)
        #expect(other.command != nil)
        #expect(try place("State") == state - 5)
        stage.terminal.resize(to: Size(width: 100, height: 10))
        await stage.terminal.settle()
        #expect(try place("State") == state + 5, "what is left over goes where it went before")
        stage.terminal.resize(to: Size(width: 90, height: 10))
        await stage.terminal.settle()
        #expect(try place("State") == state - 5)
    }

    @Test func `a table of one column has no border to move`() async {
        let table = Table([TableColumn<Item>("Name", width: 10) { $0.name }], rows: [Item(id: 1, name: "A")])
        await stage.open(Window("One") { table })
        #expect(!stage.keyBar.contains("Widths"))
        await stage.press("w", .control)
        await stage.press(.right)
        #expect(stage.text.contains("▌A"))
    }
}
