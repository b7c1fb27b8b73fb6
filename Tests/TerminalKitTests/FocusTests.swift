import TerminalKit
import Testing

@MainActor
struct FocusTests {
    let stage = Stage(70, 14)

    @Test func `Tab and Shift+Tab follow the reading order and go around`() async {
        let (city, state, zip) = (TextField(columns: 8), TextField(columns: 4), TextField(columns: 6))
        let window = Window("Address", buttons: [.ok()]) {
            Form {
                FieldRow {
                    Field("City", city)
                    Field("State", state)
                }
                Field("Zip", zip)
            }
        }
        await stage.open(window)
        #expect(city.isFocused)
        await stage.press(.tab)
        #expect(state.isFocused)
        await stage.press(.tab)
        #expect(zip.isFocused)
        await stage.press(.tab)
        await stage.press(.tab)
        #expect(city.isFocused)
        await stage.press(.tab, .shift)
        await stage.press(.tab, .shift)
        #expect(zip.isFocused)
    }

    @Test func `a mnemonic goes to its field, presses its button, toggles its box and never types`() async {
        let name = TextField()
        let box = CheckBox("&Default")
        var presses = 0
        let window = Window("Keys") {
            Form { Field("Account &Name", name) }
            box
            Button("&Add Key") { _ in presses += 1 }
        }
        await stage.open(window)
        await stage.alt("a")
        #expect(presses == 1)
        await stage.alt("n")
        #expect(name.isFocused)
        await stage.alt("D")
        #expect(box.isOn)
        await stage.alt("z")
        #expect(name.text.isEmpty)
    }

    @Test func `a mnemonic that repeats cycles and presses nothing`() async {
        var presses = 0
        let first = Button("&Add Key") { _ in presses += 1 }
        let second = Button("&Add Key") { _ in presses += 1 }
        let group = GroupBox("&Accounts") {
            CheckBox("One")
            CheckBox("Two")
        }
        await stage.open(
            Window("Keys") {
                group
                first
                second
            })
        await stage.press(.tab)
        await stage.alt("a")
        #expect(first.isFocused)
        await stage.alt("a")
        #expect(second.isFocused)
        await stage.alt("a")
        #expect(group.descendants.contains { $0.isFocused })
        #expect(presses == 0)
    }

    @Test func `mnemonics are underlined and an ampersand can be written`() async {
        await stage.open(Window("Keys") { Button("P&ick && Pack") { _ in } })
        #expect(stage.text.contains("Pick & Pack"))
        let start = stage.terminal.find("Pick")
        let cell = start.map { stage.terminal.surface[Point(x: $0.x + 1, y: $0.y)] }
        #expect(cell?.style.attributes.contains(.underline) == true)
    }

    @Test func `Alt reaches a button's action with Enter and with a click, not by its mnemonic`() async {
        var held: [Modifiers] = []
        await stage.open(
            Window("Keys") { Button("&Add Key", altTitle: "Paste the address") { held.append($0) } })
        #expect(stage.keyBar.contains("Alt+Enter Paste the address"))
        await stage.press(.enter)
        await stage.press(.enter, .alt)
        await stage.click("Add Key", .alt)
        await stage.alt("a")
        #expect(held == [[], .alt, .alt, []])
    }

    @Test func `a button does not start its action again while it runs`() async {
        var starts = 0
        let button = Button("Go") { [clock = stage.clock.programClock] _ in
            starts += 1
            // The clock stands still until it is advanced below.
            do { try await clock.sleep(.seconds(1)) } catch {}
        }
        await stage.open(Window("Keys") { button })
        await stage.press(.enter)
        await stage.press(.enter)
        #expect(starts == 1)
        stage.clock.advance(by: .seconds(1))
        await stage.terminal.settle()
        await stage.press(.enter)
        #expect(starts == 2)
    }

    @Test func `a window's own keys and rebound keys ask for commands`() async {
        var done: [String] = []
        let window = Window("Carriers") { CheckBox("One") }
        window.keyMap.bind(Key("n", .control), to: "carrier.new")
        window.on("carrier.new") { done.append("new") }
        window.on(.help) { done.append("help") }
        stage.program.keyMap.bind(Key(.function(2)), to: .help)
        await stage.open(window)
        await stage.press("n", .control)
        await stage.press(.function(2))
        #expect(done == ["new", "help"])
    }

    @Test func `F1 shows the help of the nearest view that has some`() async {
        let field = TextField()
        let window = Window("Carriers") {
            GroupBox("General") { field }
        }
        window.help = "Everything about carriers."
        await stage.open(window)
        await stage.press(.function(1))
        #expect(stage.text.contains("Everything about carriers."))
    }
}
