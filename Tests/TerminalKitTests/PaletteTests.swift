import TerminalKit
import Testing

/// Ctrl+P: every command, found by typing.
@MainActor
struct PaletteTests {
    let stage = Stage(60, 24)

    final class Log {
        var done: [String] = []
    }

    /// A program with a ribbon, over whose desktop a form is open.
    private func show(_ form: Window? = nil) async -> Log {
        let log = Log()
        func item(_ caption: Caption, _ command: Command, leaves: Bool = false, _ obstacle: String? = nil)
            -> MenuItem
        {
            MenuItem(caption, command: command, leavesWindows: leaves, obstacle: { obstacle }) {
                log.done.append(caption.text)
            }
        }
        stage.program.ribbon = Ribbon([
            RibbonTab(
                "&Setup",
                [item("&Carriers", "carriers", leaves: true), item("&Users", "users", "administrators only")]),
            RibbonTab("&Tools", [item("&Track", "track"), item("&Refresh Keys", "refreshKeys")]),
        ])
        stage.program.keyMap.bind(Key(.function(5)), to: "track")
        let remove = Button("&Remove", command: "remove") { _ in log.done.append("Remove") }
        stage.program.keyMap.bind(Key(.delete), to: "remove", in: .after)
        let merge = Button("&Merge") { _ in log.done.append("Merge") }
        merge.isEnabled = false
        merge.obstacle = "nothing is chosen"
        stage.program.desktop = Window("Carriers", buttons: [remove, merge]) { CheckBox("One") }
        await stage.terminal.settle()
        if let form { await stage.open(form) }
        return log
    }

    private func openPalette() async { await stage.press("p", .control) }

    private func row(_ text: String) -> String? { stage.terminal.lines.first { $0.contains(text) } }

    @Test func `it lists what the window and the menu offer, with keys and with what is in the way`() async {
        _ = await show()
        await openPalette()
        #expect(row("▌Remove")?.contains("Del▐") == true)
        #expect(row("Merge")?.contains("nothing is chosen") == true)
        #expect(row("On  ")?.contains("Space") == true)
        #expect(row("Setup: Users")?.contains("administrators only") == true)
        #expect(row("Tools: Track")?.contains("F5") == true)
        #expect(row("Quit")?.contains("Ctrl+Q") == true)
    }

    @Test func `typing leaves what fits, the best first`() async {
        _ = await show()
        await openPalette()
        await stage.type("r")
        // Its beginning, then the beginning of a word, then somewhere inside.
        #expect(row("▌Remove") != nil)
        let order = ["Remove", "Tools: Refresh Keys", "Merge", "Tools: Track"].map { title in
            stage.terminal.lines.firstIndex { $0.contains(title) } ?? 0
        }
        #expect(order == order.sorted())
        await stage.type("fk")
        #expect(row("▌Tools: Refresh Keys") != nil)
        #expect(row("nothing is chosen") == nil)
        await stage.type("xyz")
        #expect(stage.text.contains("No command fits."))
        await stage.press(.enter)
        #expect(stage.text.contains("No command fits."))
    }

    @Test func `Enter and a click do what is chosen`() async {
        let log = await show()
        await openPalette()
        await stage.type("tra")
        await stage.press(.enter)
        #expect(log.done == ["Track"])
        await openPalette()
        await stage.press(.down)
        await stage.press(.down)
        await stage.press(.up)
        await stage.press(.enter)
        #expect(log.done == ["Track", "Remove"])
        await openPalette()
        await stage.click("Refresh Keys")
        #expect(log.done == ["Track", "Remove", "Refresh Keys"])
        #expect(stage.program.windows.isEmpty)
    }

    @Test func `what was chosen last stands first`() async {
        _ = await show()
        await openPalette()
        await stage.type("track")
        await stage.press(.enter)
        await openPalette()
        #expect(row("▌Tools: Track") != nil)
    }

    @Test func `a key that means nothing to the list does what it would do in the window`() async {
        let log = await show()
        await openPalette()
        await stage.type("on")
        await stage.press(.enter)
        #expect(stage.text.contains("[x] One"))
        #expect(log.done.isEmpty)
    }

    @Test func `what is in the way keeps it from being done`() async {
        let log = await show()
        await openPalette()
        await stage.type("users")
        await stage.press(.enter)
        #expect(log.done.isEmpty)
        #expect(stage.text.contains("Commands"))
    }

    @Test func `what changes the desktop closes the windows over it, which are asked`() async {
        let form = Window("Form", buttons: [.ok(), .cancel()]) { TextField() }
        form.mayClose = { _ in false }
        let log = await show(form)
        await openPalette()
        await stage.type("carriers")
        await stage.press(.enter)
        #expect(log.done.isEmpty)
        #expect(stage.program.topWindow === form)
        form.mayClose = nil
        await openPalette()
        await stage.type("carriers")
        await stage.press(.enter)
        #expect(log.done == ["Carriers"])
        #expect(stage.program.windows.isEmpty)
    }

    @Test func `a key reaches the menu past a window, which stays`() async {
        let form = Window("Form") { TextField() }
        let log = await show(form)
        await stage.press(.function(5))
        #expect(log.done == ["Track"])
        #expect(stage.program.topWindow === form)
    }

    @Test func `nothing of the menu is offered over a window that cannot be left`() async {
        let form = Window("Please wait") { TextField() }
        form.isClosable = false
        let log = await show(form)
        await openPalette()
        #expect(row("Track") == nil)
        await openPalette()
        #expect(stage.program.windows.count == 2)
        await stage.press(.escape)
        await stage.press(.function(5))
        #expect(log.done.isEmpty)
    }
}
