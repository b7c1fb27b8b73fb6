import TerminalKit
import Testing

@MainActor
struct TableTests {
    struct Item: Identifiable {
        var id: Int
        var name: String
        var state = "valid"
    }

    /// Makes its rows when asked, and counts how many were.
    final class CountingSource: TableSource {
        var count: Int
        var asked = 0

        init(count: Int) { self.count = count }

        func rows(in range: Range<Int>) -> [Item] {
            asked += range.count
            return range.map { Item(id: $0, name: "Carrier \($0)") }
        }

        func position(of id: Int) -> Int? { id < count ? id : nil }
        func arrange(filter: String, sort: TableSort?) {}
    }

    let stage = Stage(50, 14)

    private var columns: [TableColumn<Item>] {
        [
            TableColumn("Name", width: 10, weight: 1) { $0.name },
            TableColumn("State", width: 9, role: { $0.state == "expired" ? .error : nil }) { $0.state },
            TableColumn("No.", width: 4, alignment: .trailing) { "\($0.id)" },
        ]
    }

    private func show(_ table: Table<Item>) async {
        table.weight = 1
        await stage.open(Window("Carriers", placement: .fill) { table })
    }

    private func sample() -> (Table<Item>, ArrayTableSource<Item>) {
        let rows = [
            Item(id: 3, name: "Böttcher"), Item(id: 1, name: "SalesPad", state: "expired"),
            Item(id: 2, name: "日本"),
        ]
        let source = ArrayTableSource(rows, columns: columns)
        return (Table(columns, source: source), source)
    }

    @Test func `a table shows heads, rows and the current row, without colour too`() async {
        let (table, _) = sample()
        table.onOpen = { _ in }
        await show(table)
        #expect(
            stage.terminal.lines.prefix(5).joined(separator: "\n") == """
                ┌ Carriers ──────────────────────────────────[■]─┐
                │  Name                         State       No.  │
                │ ▌Böttcher                     valid         3▐ │
                │  SalesPad                     expired       1  │
                │  日本                         valid         2  │
                """)
        #expect(stage.terminal.style(of: "expired")?.foreground == Theme.dark()[.error].foreground)
        #expect(stage.keyBar.contains("Enter Open"))
    }

    @Test func `Enter in an empty table presses no button of its window`() async {
        let table = Table(columns, rows: [])
        var added = 0
        table.onOpen = { _ in }
        let outcome = await stage.open(Window("Carriers", buttons: [.ok()]) { table })
        await stage.press(.enter)
        #expect(outcome.command == nil)
        table.onAdd = { added += 1 }
        await stage.press(.enter)
        #expect(added == 1 && outcome.command == nil)
        table.setRows([Item(id: 1, name: "Ada")])
        await stage.type("x")
        await stage.press(.enter)
        #expect(added == 1 && outcome.command == nil, "a filter that nothing fits is no empty table")
    }

    @Test func `spare room goes to the heads first, then by weight as far as it is of use`() async {
        let table = Table(
            [
                TableColumn<Item>("Name", width: 10, weight: 1, limit: 30) { $0.name },
                TableColumn<Item>("Shipper Number", width: 7) { "\($0.id)" },
                TableColumn<Item>("State", width: 9) { $0.state },
            ], rows: [Item(id: 1, name: "Ada")])
        let stage = Stage(50, 8)
        table.weight = 1
        await stage.open(Window("Carriers", placement: .fill) { table })
        #expect(stage.terminal.lines[1] == "│  Name               Shipper Number  State      │")
        stage.terminal.resize(to: Size(width: 90, height: 8))
        await stage.terminal.settle()
        #expect(
            stage.terminal.lines[1].hasPrefix("│  \("Name".fitted(toColumns: 30))  Shipper Number  State "))
    }

    @Test func `a head that does not fit on one line stands on two, and all else below it`() async {
        let table = Table(
            [
                TableColumn<Item>("Account Name", width: 12, weight: 1) { $0.name },
                TableColumn<Item>("Shipper Number", width: 7) { "\($0.id)" },
            ], rows: [Item(id: 2, name: "Ada"), Item(id: 1, name: "Bo")])
        let stage = Stage(32, 8)
        table.weight = 1
        await stage.open(Window("Carriers", placement: .fill) { table })
        #expect(
            stage.terminal.lines[1...4].joined(separator: "\n") == """
                │                     Shipper  │
                │  Account Name       Number   │
                │ ▌Ada                2      ▐ │
                │  Bo                 1        │
                """)
        await stage.mouse(.press(.left), 5, 4)
        #expect(table.selected?.name == "Bo")
        await stage.click("Shipper")
        #expect(table.sort == TableSort(column: 1))
        #expect(stage.text.contains("Number▲"))
        #expect(stage.terminal.lines[3].contains("▌Bo"))
    }

    @Test func `of 100,000 rows only those in sight are asked for`() async {
        let source = CountingSource(count: 100_000)
        let table = Table(columns, source: source)
        await show(table)
        #expect(source.asked <= 12)
        source.asked = 0
        await stage.press(.end)
        #expect(stage.text.contains("Carrier 99999"))
        #expect(source.asked <= 12)
        source.asked = 0
        await stage.press(.up)
        await stage.press(.pageUp)
        #expect(source.asked <= 14)
        #expect(table.selected?.id == 99_988)
        source.asked = 0
        stage.program.invalidate()
        await stage.terminal.settle()
        #expect(source.asked == 0)
    }

    /// How many rows and cells a table asks for at each of these keys, from its opening on.
    private func asked(of count: Int) async -> [[Int]] {
        let source = CountingSource(count: count)
        var cells = 0
        let columns = [
            TableColumn<Item>("Name", width: 10, weight: 1) {
                cells += 1
                return $0.name
            },
            TableColumn<Item>("No.", width: 6) {
                cells += 1
                return "\($0.id)"
            },
        ]
        let table = Table(columns, source: source)
        let stage = Stage(50, 14)
        table.weight = 1
        await stage.open(Window("Carriers", placement: .fill) { table })
        var asked = [[source.asked, cells]]
        for key in [
            Key(.down), Key(.pageDown), Key(.end), Key(.up), Key(.home), Key("x"), Key(.escape),
            Key("o", .control), Key("t", .control), Key("w", .control), Key(.left),
        ] {
            (source.asked, cells) = (0, 0)
            await stage.press(key.code, key.modifiers)
            asked.append([source.asked, cells])
        }
        (source.asked, cells) = (0, 0)
        await stage.mouse(.wheelDown, 10, 5)
        table.reload()
        await stage.terminal.settle()
        return asked + [[source.asked, cells]]
    }

    @Test func `of 100,000 rows no more is asked for, at any key, than of a hundred`() async {
        let few = await asked(of: 100)
        #expect(
            few[0] == [11, 20], "ten rows are in sight, of two cells; one is asked for as the current one")
        #expect(few.allSatisfy { $0[0] <= 24 && $0[1] <= 40 }, "\(few)")
        #expect(await asked(of: 100_000) == few)
    }

    @Test func `a filter looks at each cell once, and at the next letter at none`() async {
        var cells = 0
        let column = TableColumn<Item>("Name", width: 10) {
            cells += 1
            return $0.name
        }
        let source = ArrayTableSource(
            (0..<1000).map { Item(id: $0, name: "Carrier \($0)") }, columns: [column])
        source.arrange(filter: "r 1", sort: nil)
        #expect(cells == 1000)
        source.arrange(filter: "r 11", sort: nil)
        source.arrange(filter: "", sort: nil)
        source.arrange(filter: "9", sort: nil)
        #expect(cells == 1000)
        #expect(source.count == 271)
    }

    @Test func `Enter and a double click open the row`() async {
        let (table, _) = sample()
        var opened: [Int] = []
        table.onOpen = { opened.append($0.id) }
        await show(table)
        await stage.press(.down)
        await stage.press(.enter)
        await stage.click("日本")
        #expect(opened == [1])
        await stage.click("日本")
        #expect(opened == [1, 2])
        stage.clock.advance(by: .seconds(1))
        await stage.click("日本")
        #expect(opened == [1, 2])
    }

    @Test func `a click on a head sorts, another turns the order, and the row stays current`() async {
        let (table, _) = sample()
        await show(table)
        await stage.click("No.")
        #expect(table.sort == TableSort(column: 2))
        #expect(stage.text.contains("No▲") || stage.text.contains("No.▲"))
        #expect(table.selected?.id == 3)
        #expect(stage.terminal.lines[2].contains("SalesPad"))
        await stage.click("No.▲")
        #expect(table.sort == TableSort(column: 2, isAscending: false))
        #expect(stage.terminal.lines[2].contains("Böttcher"))
    }

    @Test func `keys sort by the next column and turn the order`() async {
        let (table, _) = sample()
        await show(table)
        await stage.press("o", .control)
        #expect(table.sort == TableSort(column: 0))
        await stage.press("o", .control)
        await stage.press("t", .control)
        #expect(table.sort == TableSort(column: 1, isAscending: false))
    }

    @Test func `numbers are sorted as numbers, and after the last column come the rows as they came`() async {
        let columns = [
            TableColumn<Item>("Name", width: 10, weight: 1) { $0.name },
            TableColumn<Item>("No.", width: 4, alignment: .trailing) { "\($0.id)" }.sorted { $0.id },
        ]
        let table = Table(columns, rows: [9, 100, 10].map { Item(id: $0, name: "\($0)") })
        await show(table)
        func shown() -> [Int] { table.source.rows(in: 0..<table.source.count).map(\.id) }
        await stage.press("o", .control)
        #expect(shown() == [10, 100, 9])
        await stage.press("o", .control)
        #expect(shown() == [9, 10, 100])
        await stage.press("t", .control)
        #expect(shown() == [100, 10, 9])
        await stage.press("o", .control)
        #expect(shown() == [9, 100, 10] && table.sort == nil)
    }

    @Test func `other rows keep the sort, the filter and the current row`() async {
        let (table, _) = sample()
        await show(table)
        await stage.press("o", .control)
        table.select(1)
        table.setRows([Item(id: 5, name: "Zoe"), Item(id: 1, name: "SalesPad"), Item(id: 4, name: "Ada")])
        await stage.terminal.settle()
        #expect(table.selected?.id == 1)
        #expect(table.source.rows(in: 0..<3).map(\.id) == [4, 1, 5])
    }

    @Test func `a filter has an end, and its line shows the last of it`() async {
        let (table, _) = sample()
        await show(table)
        _ = table.paste(String(repeating: "0123456789", count: 1000))
        await stage.terminal.settle()
        #expect(table.filter.count == 100 && stage.terminal.beeps == 1)
        #expect(stage.text.contains("56789  0 found"))
        await stage.press(.backspace)
        #expect(stage.text.contains("45678  0 found"))
    }

    @Test func `typing filters, Backspace widens, Esc shows all rows again`() async {
        let (table, _) = sample()
        await show(table)
        await stage.type("sALES")
        #expect(stage.text.contains("Filter: sALES  1 found"))
        #expect(table.selected?.id == 1)
        #expect(!stage.text.contains("Böttcher"))
        await stage.type("x")
        #expect(stage.text.contains("Nothing fits the filter."))
        await stage.press(.backspace)
        #expect(table.selected?.id == 1)
        await stage.press(.escape)
        #expect(stage.text.contains("Böttcher"))
        #expect(table.selected?.id == 1)
        #expect(stage.program.windows.count == 1)
    }

    @Test func `all words of a filter must fit, in whatever column`() async {
        let (table, _) = sample()
        await show(table)
        await stage.type("valid BÖ")
        #expect(table.selected?.id == 3)
        #expect(stage.text.contains("1 found"))
    }

    @Test func `the current row is kept by its identity when rows change`() async {
        let (table, source) = sample()
        var told: [Int?] = []
        table.onSelect = { told.append($0?.id) }
        await show(table)
        table.select(2)
        source.all.insert(Item(id: 9, name: "First"), at: 0)
        table.reload()
        await stage.terminal.settle()
        #expect(table.selected?.id == 2)
        source.all.removeAll { $0.id == 2 }
        table.reload()
        await stage.terminal.settle()
        #expect(table.selected?.id == 1)
        source.all = []
        table.reload()
        #expect(table.selected == nil)
        #expect(told == [2, 1, nil])
    }

    @Test func `the wheel and the scroll bar scroll without changing the current row`() async throws {
        let table = Table(columns, source: CountingSource(count: 1_000))
        await show(table)
        await stage.mouse(.wheelDown, 10, 5)
        #expect(stage.text.contains("Carrier 3 "))
        #expect(!stage.text.contains("Carrier 2 "))
        #expect(table.selected?.id == 0)
        let thumb = try #require(stage.terminal.find("█"))
        await stage.mouse(.press(.left), thumb.x, thumb.y)
        await stage.mouse(.drag(.left), thumb.x, 30)
        await stage.mouse(.release(.left), thumb.x, 30)
        #expect(stage.text.contains("Carrier 999"))
        await stage.click("▲")
        #expect(!stage.text.contains("Carrier 999"))
        #expect(stage.text.contains("Carrier 998"))
    }

    @Test func `a row's menu opens with Alt+Down, the right button or its mark`() async {
        let (table, _) = sample()
        var done: [Int] = []
        table.menu = { row in [MenuItem("Run &Maintenance") { done.append(row.id) }] }
        await show(table)
        await stage.press(.down, .alt)
        #expect(stage.text.contains("Run Maintenance"))
        await stage.type("m")
        await stage.mouse(.press(.right), 6, 3)
        await stage.press(.enter)
        await stage.click("▾")
        await stage.click("Run Maintenance")
        #expect(done == [3, 1, 3])
    }

    @Test func `an empty table says so`() async {
        let table = Table(columns, rows: [])
        table.emptyText = "No carriers yet: press New."
        await show(table)
        #expect(stage.text.contains("No carriers yet: press New."))
    }

    @Test func `narrow spacing leaves more room for the column with weight`() async throws {
        let (table, _) = sample()
        await show(table)
        let wide = try #require(stage.terminal.find("State")).x
        table.spacing = 1
        table.invalidate()
        await stage.terminal.settle()
        #expect(try #require(stage.terminal.find("State")).x == wide + 1)
    }

    @Test func `a source that has lost rows since it counted them does no harm`() async {
        final class Shrinking: TableSource {
            var count = 5
            func rows(in range: Range<Int>) -> [Item] {
                range.prefix(2).map { Item(id: $0, name: "Carrier \($0)") }
            }
            func position(of id: Int) -> Int? { id }
            func arrange(filter: String, sort: TableSort?) {}
        }
        let table = Table(columns, source: Shrinking())
        await show(table)
        await stage.press(.end)
        #expect(table.selected == nil)
        #expect(stage.text.contains("Carrier 1"))
    }
}
