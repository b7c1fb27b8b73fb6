import TerminalKit
import TestSupport
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
        var random = SeededRandom()
        let seed = random.seed
        let fault = await stage.terminal.drawingFault(in: stage.program, using: &random)
        #expect(fault == nil, "SEED=\(seed)")
    }

    /// Counts keys and does not say that it looks different.
    private final class Silent: View {
        var count = 0
        override func measure(width: Int) -> Size { Size(width: 10, height: 1) }
        override func draw(on canvas: Canvas) {
            canvas.write("\(count) keys", at: .zero, width: canvas.size.width, style: canvas.theme[.window])
        }
    }

    /// Takes all keys and says that it looks different, but not that its neighbour does.
    private final class Careless: View {
        let neighbour: Silent
        init(_ neighbour: Silent) { self.neighbour = neighbour }
        override var canFocus: Bool { true }
        override func measure(width: Int) -> Size { Size(width: 10, height: 1) }
        override func key(_ key: Key) -> Bool {
            neighbour.count += 1
            redraw()
            return true
        }
    }

    @Test func `a view that looks different and does not say so is found`() async throws {
        let stage = Stage(60, 14)
        let silent = Silent()
        await stage.open(
            Window("Fault") {
                silent
                Careless(silent)
            })
        var random = SeededRandom(seed: 1)
        let fault = try #require(
            await stage.terminal.drawingFault(in: stage.program, using: &random, keys: [Key("x")]))
        #expect(fault.contains("0 keys") && fault.contains("drawn afresh"))
    }
}
