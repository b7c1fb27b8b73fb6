import TerminalKit
import Testing

@MainActor
struct ProgramTests {
    let stage = Stage(60, 12)

    @Test func `a batch of events is drawn once`() async {
        let field = TextField(columns: 20)
        await stage.open(Window("Field") { field })
        let before = stage.terminal.drawings
        for character in "twelve chars" { stage.program.receive(.key(Key(character))) }
        await stage.terminal.settle()
        #expect(field.text == "twelve chars")
        #expect(stage.terminal.drawings == before + 1)
    }

    @Test func `nothing is drawn and nobody wakes while nothing happens`() async {
        await stage.open(Window("Field") { TextField() })
        let before = stage.terminal.drawings
        stage.clock.advance(by: .seconds(10))
        await stage.terminal.settle()
        #expect(stage.terminal.drawings == before)
        #expect(stage.clock.sleepers == 0)
    }

    @Test func `a drawing after many events equals one from scratch`() async {
        let window = {
            Window("Form", buttons: [.ok(), .cancel()]) {
                Form { Field("&Text", TextField("日本", columns: 9)) }
            }
        }
        await stage.open(window())
        await stage.type("abc")
        stage.terminal.resize(to: Size(width: 30, height: 8))
        await stage.terminal.settle()
        let other = Stage(30, 8)
        await other.open(window())
        await other.type("abc")
        #expect(stage.terminal.surface.cells == other.terminal.surface.cells)
        #expect(stage.terminal.surface.cursor == other.terminal.surface.cursor)
    }

    @Test func `drawing only what a key changed equals drawing everything`() async {
        let field = TextField("日本", columns: 6)
        await stage.open(
            Window("Form", buttons: [.ok(), .cancel()]) {
                Form { Field("&Text", field, isRequired: true) }
            })
        for key: Key.Code in [
            .end, .character("x"), .character("語"), .character("y"), .home, .delete, .end, .backspace,
            .insert, .left,
            .character("z"), .tab, .character(" "),
        ] {
            await stage.press(key)
            let shown = stage.terminal.surface
            stage.program.invalidate()
            await stage.terminal.settle()
            #expect(stage.terminal.surface.cells == shown.cells)
            #expect(stage.terminal.surface.cursor == shown.cursor)
        }
    }

    @Test func `a terminal that is too small says so, takes no keys, and recovers`() async {
        let field = TextField()
        await stage.open(Window("Field") { field })
        stage.program.minimumSize = Size(width: 80, height: 24)
        stage.terminal.resize(to: Size(width: 50, height: 10))
        await stage.type("x")
        #expect(stage.text.contains("The terminal is too small: 80×24 needed"))
        #expect(field.text.isEmpty)
        stage.terminal.resize(to: Size(width: 80, height: 24))
        await stage.type("y")
        #expect(field.text == "y")
        #expect(stage.text.contains("▸y"))
    }

    @Test func `a question that a terminal is too small for is told, and stands there when it has grown`()
        async
    {
        let window = Window("Form", placement: .fill) { TextField(columns: 8) }
        window.mayClose = { [program = stage.program] _ in await program.ask("Discard?", "Really?") }
        await stage.open(window)
        stage.terminal.resize(to: Size(width: 19, height: 6))
        await stage.press("q", .control)
        #expect(stage.text.contains("An answer is"))
        stage.terminal.resize(to: Size(width: 40, height: 10))
        await stage.terminal.settle()
        #expect(stage.text.contains("Really?"))
        await stage.press(.escape)
        stage.terminal.resize(to: Size(width: 19, height: 6))
        await stage.terminal.settle()
        #expect(!stage.text.contains("An answer is"))
    }

    @Test func `a program looks as its terminal can show it, unless it was told how`() async {
        for theme in [nil, Theme.light()] {
            let plain = MemoryTerminal(
                size: Size(width: 40, height: 10), capabilities: Capabilities(colors: .none, isUTF8: false))
            let program = Program(theme: theme, clock: ManualClock().programClock)
            program.minimumSize = .zero
            program.desktop = Window("Orders") { Label("None yet") }
            let running = Task { await program.run(on: plain) }
            await plain.settle()
            let look = theme ?? .dark(for: plain.capabilities)
            #expect(plain.text.hasPrefix(theme == nil ? "+ Orders -" : "┌ Orders ─"))
            #expect(plain.style(of: "Orders") == look[.title])
            running.cancel()
            await running.value
        }
    }

    @Test func `Ctrl+L sends the screen again and Ctrl+Z suspends`() async {
        await stage.open(Window("Field") { TextField() })
        await stage.press("l", .control)
        await stage.press("z", .control)
        #expect(stage.terminal.redraws == 1)
        #expect(stage.terminal.suspensions == 1)
    }

    @Test func `quit ends the run and closes what is open`() async {
        let terminal = MemoryTerminal()
        let program = Program()
        let running = Task { await program.run(on: terminal) }
        let closing = Task { await program.present(Window("Form") { CheckBox("One") }) }
        await terminal.settle()
        terminal.press("q", .control)
        await running.value
        #expect(await closing.value == .quit)
    }

    @Test func `a terminal that is gone ends the run`() async {
        let terminal = MemoryTerminal()
        let program = Program()
        terminal.hangUp()
        await program.run(on: terminal)
        #expect(program.terminal == nil)
    }

    @Test func `a cancelled presenter takes its window along`() async {
        let presenting = Task { await stage.program.present(Window("Form") { CheckBox("One") }) }
        await stage.terminal.settle()
        #expect(stage.program.windows.count == 1)
        presenting.cancel()
        #expect(await presenting.value == .cancel)
        #expect(stage.program.windows.isEmpty)
    }

    @Test func `waiting shows what for and the seconds, and gives the result`() async throws {
        let clock = stage.clock.programClock
        let working = Task {
            try await stage.program.waiting(for: "Waiting for UPS") {
                try await clock.sleep(.seconds(5))
                return 7
            }
        }
        await stage.terminal.settle()
        #expect(stage.text.contains("Waiting for UPS… 0 s"))
        stage.clock.advance(by: .seconds(3))
        await stage.terminal.settle()
        #expect(stage.text.contains("Waiting for UPS… 3 s"))
        stage.clock.advance(by: .seconds(2))
        #expect(try await working.value == 7)
        #expect(stage.program.windows.isEmpty)
        stage.clock.advance(by: .seconds(1))
        await stage.terminal.settle()
        #expect(stage.clock.sleepers == 0)
    }

    @Test func `cancelling what is waited for cancels the work and waits for its end`() async {
        let clock = stage.clock.programClock
        let working = Task {
            try await stage.program.waiting(for: "Waiting for UPS") { try await clock.sleep(.seconds(5)) }
        }
        await stage.terminal.settle()
        await stage.click("Cancel")
        await #expect(throws: CancellationError.self) { try await working.value }
        #expect(stage.program.windows.isEmpty)
    }

    @Test func `idleness is noticed once, after the last touch`() async {
        var pauses = 0
        let watch = stage.program.whenIdle(for: .seconds(60)) { pauses += 1 }
        await stage.terminal.settle()
        stage.clock.advance(by: .seconds(50))
        await stage.type("x")
        stage.clock.advance(by: .seconds(50))
        await stage.terminal.settle()
        #expect(pauses == 0)
        stage.clock.advance(by: .seconds(10))
        await stage.terminal.settle()
        #expect(pauses == 1)
        stage.clock.advance(by: .seconds(600))
        await stage.terminal.settle()
        #expect(pauses == 1)
        await stage.type("x")
        stage.clock.advance(by: .seconds(60))
        await stage.terminal.settle()
        #expect(pauses == 2)
        stage.program.stop(watch)
        await stage.type("x")
        stage.clock.advance(by: .seconds(60))
        await stage.terminal.settle()
        #expect(pauses == 2)
    }

    @Test func `a question is answered by its mnemonic`() async {
        let asking = Task { await stage.program.ask("Delete", "Delete this carrier?") }
        await stage.terminal.settle()
        #expect(
            stage.picture == """
                ┌ Delete ──────────────[■]─┐
                │ [?] Delete this carrier? │
                │                          │
                │          ▸ Yes ◂  < No > │
                └──────────────────────────┘
                """)
        await stage.alt("y")
        #expect(await asking.value)
    }

    @Test func `control characters in a message are shown and not sent`() async {
        await stage.open(.message(.error, title: "UPS\u{7}", text: "Bad \u{1b}]0;x\u{7} answer\u{202e}"))
        #expect(stage.text.contains("Bad ␛]0;x␇ answer<U+202E>"))
        #expect(stage.text.contains("UPS␇"))
        #expect(
            stage.terminal.surface.cells.allSatisfy { cell in
                cell.character.unicodeScalars.allSatisfy {
                    $0.value >= 0x20 && $0.value != 0x7f && $0.value != 0x202e
                }
            })
    }

    @Test func `events can be looked at, a regained focus among them`() async {
        let stage = Stage()
        var seen: [Event] = []
        stage.program.onEvent = { seen.append($0) }
        stage.terminal.send(.focus(true))
        await stage.press(.down)
        #expect(seen == [.focus(true), .key(Key(.down))])
    }

    @Test func `sleep goes by the program's clock`() async {
        let stage = Stage()
        var isAwake = false
        stage.program.start {
            do { try await stage.program.sleep(for: .seconds(60)) } catch { return }
            isAwake = true
        }
        await stage.terminal.settle()
        stage.clock.advance(by: .seconds(59))
        await stage.terminal.settle()
        #expect(!isAwake)
        stage.clock.advance(by: .seconds(1))
        await stage.terminal.settle()
        #expect(isAwake)
    }
}
