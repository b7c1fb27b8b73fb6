import TerminalKit
import Testing

@MainActor
struct RibbonTests {
    let stage = Stage(60, 12)

    final class Log {
        var done: [String] = []
    }

    private func show() async -> Log {
        let log = Log()
        func item(_ caption: Caption, _ command: Command? = nil, obstacle: String? = nil) -> MenuItem {
            MenuItem(caption, command: command, obstacle: { obstacle }) { log.done.append(caption.text) }
        }
        stage.program.keyMap.bind(Key(.function(2)), to: "carriers")
        let ribbon = Ribbon([
            RibbonTab(
                "&Setup", [item("&Carriers", "carriers"), item("&Users", obstacle: "closed")]),
            RibbonTab("&Tools", [item("&Track"), item("&Refresh Keys")]),
        ])
        ribbon.status = "alice · Administrator"
        stage.program.ribbon = ribbon
        stage.program.desktop = Window("Carriers") { TextField() }
        await stage.terminal.settle()
        return log
    }

    @Test func `F10 opens the first tab, arrows go on, Enter chooses`() async {
        let log = await show()
        #expect(stage.terminal.lines[0] == " Setup   Tools                        alice · Administrator")
        #expect(stage.keyBar.contains("F10 Menu"))
        await stage.press(.function(10))
        #expect(
            stage.picture.hasPrefix(
                """
                 Setup   Tools                        alice · Administrator
                ┌───────────────┐──────────────────────────────────────────┐
                │▌Carriers   F2▐│                                        ] │
                │ Users  closed │                                          │
                └───────────────┘                                          │
                """))
        await stage.press(.right)
        await stage.press(.down)
        await stage.press(.enter)
        #expect(log.done == ["Refresh Keys"])
        #expect(stage.program.windows.isEmpty)
    }

    @Test func `Alt and a letter open a tab, also from another, and a letter chooses`() async {
        let log = await show()
        await stage.alt("s")
        await stage.alt("t")
        #expect(stage.program.windows.count == 1)
        await stage.type("t")
        #expect(log.done == ["Track"])
    }

    @Test func `the mouse opens, changes and chooses`() async {
        let log = await show()
        await stage.click("Setup")
        await stage.click("Tools")
        #expect(stage.program.windows.count == 1)
        await stage.click("Refresh Keys")
        #expect(log.done == ["Refresh Keys"])
    }

    @Test func `a click on the tab that is open closes its menu, and one beside the tabs too`() async {
        _ = await show()
        await stage.click("Setup")
        #expect(stage.program.windows.count == 1)
        await stage.click("Setup")
        #expect(stage.program.windows.isEmpty)
        await stage.click("Setup")
        await stage.mouse(.press(.left), 25, 0)
        #expect(stage.program.windows.isEmpty)
    }

    @Test func `what is not enabled cannot be chosen, and Esc closes`() async {
        let log = await show()
        await stage.alt("s")
        await stage.type("u")
        await stage.press(.enter)
        #expect(log.done.isEmpty)
        await stage.press(.escape)
        #expect(stage.program.windows.isEmpty)
    }

    @Test func `a window that keeps the menu stays below it, and is closed by an item that leaves windows`()
        async
    {
        let log = await show()
        stage.program.ribbon?.tabs[1].items.append(
            MenuItem("&Other", leavesWindows: true) { log.done.append("Other") })
        let page = Window("Page", placement: .fill) { TextField() }
        page.keepsMenu = true
        let outcome = await stage.open(page)
        #expect(stage.keyBar.contains("F10 Menu"))
        await stage.press(.function(10))
        await stage.press(.escape)
        await stage.click("Tools")
        await stage.click("Track")
        #expect(log.done == ["Track"])
        #expect(outcome.command == nil)
        await stage.alt("t")
        await stage.type("o")
        #expect(log.done == ["Track", "Other"])
        #expect(outcome.command == .cancel && stage.program.windows.isEmpty)
    }

    @Test func `a notice stands before the status, which gives way to it`() async {
        _ = await show()
        stage.program.ribbon?.notice = "Demo, nothing is kept"
        await stage.terminal.settle()
        #expect(stage.terminal.lines[0] == " Setup   Tools   ! Demo, nothing is kept  alice · Administ…")
    }

    @Test func `the menu cannot be reached past a window`() async {
        let log = await show()
        await stage.open(Window("Form") { TextField() })
        await stage.press(.function(10))
        await stage.alt("t")
        await stage.click("Setup")
        #expect(stage.program.windows.count == 1)
        #expect(log.done.isEmpty)
    }
}
