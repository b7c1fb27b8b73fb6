import TerminalKit
import Testing

@MainActor
struct FreshDrawingTests {
    @Test func `what is drawn bit by bit is what would be drawn afresh`() async {
        let stage = Stage(60, 14)
        await stage.open(
            Window("Order") {
                Form {
                    Field("Name", TextField("Ada", columns: 12))
                    Field("Note", TextField(columns: 8))
                }
                CheckBox("&Urgent")
                ListBox((1...20).map { ListBox.Item(Caption(verbatim: "Line \($0)")) })
            })
        let seed = UInt64.random(in: 0...UInt64.max)
        #expect(await stage.terminal.drawingFault(in: stage.program, seed: seed) == nil)
    }
}
