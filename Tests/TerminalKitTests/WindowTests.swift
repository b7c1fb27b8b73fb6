import TerminalKit
import Testing

@MainActor
struct WindowTests {
    let stage = Stage(60, 12)

    private func sample(name: TextField = TextField(maxLength: 20), on: Bool = false) -> Window {
        Window("Shipper", buttons: [.ok(), .cancel()]) {
            Form {
                Field("Account &Name", name, isRequired: true)
                CheckBox("&Default", isOn: on)
            }
        }
    }

    @Test func `a window shows its fields, its buttons and the focus without colour`() async {
        await stage.open(sample(name: TextField("SalesPad", maxLength: 10)))
        #expect(
            stage.picture == """
                ┌ Shipper ────────────────[■]─┐
                │ Account Name* ▸SalesPad   ◂ │
                │                [ ] Default  │
                │                             │
                │          < OK >  < Cancel > │
                └─────────────────────────────┘
                """)
        #expect(stage.keyBar == " Tab Next  Ctrl+S OK  Esc Cancel            Ctrl+P Commands")
    }

    @Test func `the key bar promises F1 where there is help, and calls keys as their buttons`() async {
        let window = Window("Shipper", buttons: [Button("&Save", closes: .ok), .close()]) {
            CheckBox("&Default")
        }
        window.help = "What a shipper is."
        window.subject = "UPS"
        await stage.open(window)
        #expect(stage.keyBar.hasPrefix(" F1 Help  Tab Next  Ctrl+S Save  Esc Close"))
        #expect(stage.picture.split(separator: "\n").first?.hasSuffix(" UPS ─[■]─┐") == true)
    }

    @Test func `the ASCII set and no colours still tell where the focus is`() async {
        stage.program.theme = .dark(for: Capabilities(colors: .none, isUTF8: false))
        await stage.open(sample(name: TextField("SalesPad", maxLength: 10), on: true))
        #expect(
            stage.picture == """
                + Shipper ----------------[x]-+
                | Account Name* >SalesPad   < |
                |                [x] Default  |
                |                             |
                |          < OK >  < Cancel > |
                +-----------------------------+
                """)
        #expect(stage.terminal.style(of: ">SalesPad")?.attributes == .reverse)
        #expect(
            stage.terminal.surface.cells.allSatisfy {
                $0.style.foreground == .standard && $0.style.background == .standard
            })
    }

    @Test func `Esc cancels and Enter presses the default button`() async {
        let cancelled = await stage.open(sample())
        await stage.press(.escape)
        #expect(cancelled.command == .cancel)
        let accepted = await stage.open(sample(name: TextField("x")))
        await stage.press(.enter)
        #expect(accepted.command == .ok)
        #expect(stage.program.windows.isEmpty)
    }

    @Test func `the close mark and the buttons close by mouse`() async {
        let closed = await stage.open(sample())
        await stage.click("■")
        #expect(closed.command == .cancel)
        let cancelled = await stage.open(sample())
        await stage.click("Cancel")
        #expect(cancelled.command == .cancel)
    }

    @Test func `the keys of the key bar can be clicked`() async {
        let closed = await stage.open(sample())
        await stage.click("Esc Cancel")
        #expect(closed.command == .cancel)
    }

    @Test func `OK with a mistake goes to the first one and says how many there are`() async {
        let other = TextField(maxLength: 6)
        other.check = { "Six letters or digits." }
        let name = TextField(maxLength: 8)
        let window = Window("Shipper", buttons: [.ok(), .cancel()]) {
            Form {
                Field("Name", name, isRequired: true)
                Field("Number", other)
            }
        }
        let outcome = await stage.open(window)
        await stage.press(.tab)
        await stage.press("s", .control)
        #expect(
            stage.picture == """
                ┌ Shipper ──────────────────────────────[■]─┐
                │  Name* ▸         ◂ ✗ Name is required.    │
                │ Number [       ] ✗ Six letters or digits. │
                │                                           │
                │                        < OK >  < Cancel > │
                └─ ✗ 2 fields need attention ───────────────┘
                """)
        #expect(outcome.command == nil)
        #expect(name.isFocused)
        await stage.type("x")
        #expect(name.problem == nil)
        #expect(other.problem != nil)
    }

    @Test func `the count of wrong fields goes down as they are mended, and goes with the last`() async {
        let (name, city) = (TextField(), TextField())
        await stage.open(
            Window("Address", buttons: [.ok()]) {
                Form {
                    Field("Name", name, isRequired: true)
                    Field("City", city, isRequired: true)
                }
            })
        await stage.press("s", .control)
        #expect(stage.text.contains("2 fields need attention"))
        await stage.type("Ada")
        #expect(stage.text.contains("1 field needs attention"))
        await stage.press(.tab)
        await stage.type("Ada")
        #expect(!stage.text.contains("attention"))
    }

    @Test func `a window keeps its width while messages come and go`() async {
        let name = TextField(columns: 8)
        await stage.open(Window("Name", buttons: [.ok()]) { Form { Field("Name", name, isRequired: true) } })
        await stage.press("s", .control)
        let place = stage.terminal.find("┌ Name")
        #expect(stage.text.contains("Name is required."))
        await stage.type("Ada")
        #expect(!stage.text.contains("Name is required."))
        #expect(stage.terminal.find("┌ Name") == place)
    }

    @Test func `what is wrong stands below a field in lines of its own, after its mark`() async {
        let name = TextField("x", columns: 20)
        name.check = { "These words take more than the room that there is beside a field of a form." }
        await stage.open(Window("Name", buttons: [.ok()]) { Form { Field("Name", name) } })
        await stage.press("s", .control)
        let mark = stage.terminal.find("✗ These")
        let next = mark.map { stage.terminal.lines[$0.y + 1].drop { " │".contains($0) } }
        #expect(mark.map { $0.x + 2 } == next.flatMap { stage.terminal.find(String($0.prefix(6))) }?.x)
    }

    @Test func `only the window on top shows a focus`() async {
        let name = TextField(columns: 8)
        await stage.open(Window("Below", placement: .fill) { Form { Field("Name", name) } })
        #expect(name.isFocused)
        await stage.open(Window("Above", buttons: [.ok()]) { Label("Sure?") })
        #expect(stage.text.split(separator: "▸").count == 2)
        #expect(!name.isFocused)
        await stage.press(.escape)
        #expect(stage.text.contains("Name ▸") && name.isFocused)
    }

    @Test func `asking again to quit asks no second question`() async {
        let window = Window("Form", placement: .fill) { TextField(columns: 8) }
        window.mayClose = { [program = stage.program] _ in await program.ask("Discard?", "Really?") }
        await stage.open(window)
        for _ in 0..<3 { await stage.press("q", .control) }
        #expect(stage.program.windows.count == 2)
        await stage.press(.escape)
        #expect(stage.program.windows.count == 1)
        await stage.press(.escape)
        await stage.press("q", .control)
        #expect(stage.program.windows.count == 2)
        await stage.alt("n")
        #expect(stage.program.windows.count == 1)
    }

    @Test func `a wrong field is told when it is left and lets the focus go`() async {
        let name = TextField()
        await stage.open(sample(name: name))
        #expect(name.problem == nil)
        await stage.press(.tab)
        #expect(name.problem == "Account Name is required.")
        #expect(!name.isFocused)
    }

    @Test func `Cancel closes whatever the fields hold`() async {
        let outcome = await stage.open(sample())
        await stage.press(.escape)
        #expect(outcome.command == .cancel)
    }

    @Test func `a window may refuse to close, and OK, Cancel and quit all ask it`() async {
        var asked: [Command] = []
        let window = sample(name: TextField("x"))
        window.mayClose = { command in
            asked.append(command)
            return false
        }
        let outcome = await stage.open(window)
        await stage.press("s", .control)
        await stage.press(.escape)
        await stage.press("q", .control)
        #expect(asked == [.ok, .cancel, .quit])
        #expect(outcome.command == nil)
        #expect(stage.program.windows.count == 1)
    }

    @Test func `a question before closing is a window of its own`() async {
        let window = sample(name: TextField("x"))
        window.mayClose = { [program = stage.program] _ in
            await program.ask("Discard changes?", "The name was changed.")
        }
        let outcome = await stage.open(window)
        await stage.press(.escape)
        #expect(stage.text.contains("Discard changes?"))
        await stage.alt("n")
        #expect(outcome.command == nil)
        await stage.press(.escape)
        await stage.alt("y")
        #expect(outcome.command == .cancel)
    }

    @Test func `keys typed ahead go to the window that the key before them opened`() async {
        let inner = TextField()
        let outer = Window(
            "Outer",
            buttons: [
                Button("&Open", isDefault: true) { [program = stage.program] _ in
                    await program.present(Window("Inner", buttons: [.ok()]) { Form { Field("Text", inner) } })
                    await program.present(
                        Window("Next", buttons: [.ok()]) { Form { Field("Text", TextField()) } })
                }
            ]
        ) {
            Paragraph("Press Open.")
        }
        await stage.open(outer)
        stage.terminal.press(.enter)
        stage.terminal.type("abc")
        stage.terminal.press(.enter)
        stage.terminal.type("def")
        let isTyped = await stage.terminal.waits { [stage] in stage.text.contains("▸def") }
        #expect(isTyped)
        #expect(inner.text == "abc")
    }

    @Test func `keys typed ahead go to the desktop that the key before them laid out`() async {
        let field = TextField()
        let window = Window("Outer", buttons: []) { Paragraph("Press Open.") }
        let open = Button("&Open", isDefault: true) { [program = stage.program] _ in
            program.desktop = Window("Desktop", buttons: []) { Form { Field("Text", field) } }
            program.dismiss(window, with: .ok)
        }
        window.add(open)
        await stage.open(window)
        stage.terminal.press(.enter)
        stage.terminal.type("abc")
        let isTyped = await stage.terminal.waits { field.text == "abc" }
        #expect(isTyped)
    }

    @Test func `work of a window is cancelled when it closes`() async {
        let window = sample()
        await stage.open(window)
        var wasCancelled = false
        window.whileOpen { [clock = stage.clock.programClock] in
            do { try await clock.sleep(.seconds(60)) } catch { wasCancelled = true }
        }
        await stage.terminal.settle()
        await stage.press(.escape)
        #expect(wasCancelled)
    }

    @Test func `disabled views are dimmed, passed over and take no clicks`() async {
        let name = TextField("SalesPad")
        let window = sample(name: name)
        await stage.open(window)
        name.isEnabled = false
        await stage.terminal.settle()
        #expect(!name.isFocused)
        #expect(stage.terminal.style(of: "SalesPad") == Theme.dark()[.disabled])
        await stage.click("SalesPad")
        #expect(!name.isFocused)
    }

    @Test func `hiding the focused view moves the focus on, showing brings it back into order`() async {
        let (a, b, c) = (CheckBox("A"), CheckBox("B"), CheckBox("C"))
        await stage.open(
            Window("Boxes") {
                a
                b
                c
            })
        b.focus()
        b.isVisible = false
        await stage.terminal.settle()
        #expect(c.isFocused)
        b.isVisible = true
        await stage.press(.tab, .shift)
        #expect(b.isFocused)
    }

    @Test func `a window that stays on top covers what is opened later`() async {
        let lock = Window("Locked", placement: .fill) { Label("Nothing to see") }
        lock.staysOnTop = true
        await stage.open(lock)
        await stage.open(Window("Late") { Label("Secret") })
        #expect(stage.text.contains("Nothing to see"))
        #expect(!stage.text.contains("Secret"))
        lock.dismiss(.ok)
        await stage.terminal.settle()
        #expect(stage.text.contains("Secret"))
    }
}
