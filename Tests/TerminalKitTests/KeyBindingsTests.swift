import TerminalKit
import Testing

struct KeyBindingsTests {
    private func bindings(_ text: String) -> KeyBindings {
        let commands =
            NamedCommand.standard + [
                NamedCommand("track", "Track"), NamedCommand("newCarrier", "New", in: .after),
            ]
        var map = KeyMap.standard
        map.bind(Key(.insert), to: "newCarrier", in: .after)
        return KeyBindings(text, commands: commands, over: map)
    }

    private func problems(_ text: String) -> [String] {
        bindings(text).problems.map { "\($0.line): \($0.text)" }
    }

    @Test func `a line gives a command a key in place of its own, further lines further keys`() {
        let map = bindings(
            """
            # what I am used to
            track = F5
            help = F2  # F1 is the terminal's
            HELP=Ctrl+G

            newCarrier = Ctrl+Alt+N
            """
        ).keyMap
        #expect(map.command(for: Key(.function(5)), in: .before) == "track")
        #expect(map.keys(for: .help) == [Key(.function(2)), Key("g", .control)])
        #expect(map.commands(for: Key(.function(1))).isEmpty)
        #expect(map.command(for: Key("n", [.control, .alt]), in: .after) == "newCarrier")
        #expect(map.commands(for: Key(.insert)).isEmpty)
    }

    @Test func `none takes a command's keys away, and another can have them`() {
        let map = bindings("suspend = none\ntrack = Ctrl+Z").keyMap
        #expect(map.keys(for: .suspend).isEmpty)
        #expect(map.commands(for: Key("z", .control)) == ["track"])
    }

    @Test func `two commands can change their keys`() {
        let changed = bindings("quit = Ctrl+S\nok = Ctrl+Q")
        #expect(changed.problems.isEmpty)
        #expect(changed.keyMap.commands(for: Key("s", .control)) == [.quit])
        #expect(changed.keyMap.commands(for: Key("q", .control)) == [.ok])
    }

    @Test func `a key that is taken is told, and both commands keep what they have`() {
        let text = "track = Ctrl+S\nquit = F5\nredraw = F5"
        #expect(
            problems(text) == [
                "1: Ctrl+S is taken by ok; give that another key first.", "3: F5 is taken by quit, line 2.",
            ])
        let map = bindings(text).keyMap
        #expect(map.keys(for: .ok) == [Key("s", .control)])
        #expect(map.keys(for: .quit) == [Key(.function(5))])
        #expect(map.keys(for: .redraw) == [Key("l", .control)])
    }

    @Test(arguments: [
        ("track", "\"track\" is not of the form command = Key."),
        ("trak = F5", "There is no command \"trak\"."), (" = F5", "There is no command \"\"."),
        ("track = F99", "There is no key \"F99\"."), ("track =", "There is no key \"\"."),
        ("track = x", "x cannot be bound: it is for typing."),
        ("track = Down", "Down cannot be bound: fields and lists need it."),
        ("track = Alt+K", "Alt+K cannot be bound: Alt and a letter reach what is underlined."),
        ("track = Ctrl+I", "Ctrl+I cannot be bound: terminals send it as Tab."),
        ("track = Ctrl+Shift+K", "Ctrl+Shift+K cannot be bound: no terminal tells Shift with a letter."),
        ("newCarrier = n", "n cannot be bound: it is for typing."),
    ])
    func `a line that cannot be followed is told with its number, and the others hold`(
        line: String, sentence: String
    ) {
        let text = "# mine\n\(line)\nhelp = F9"
        #expect(problems(text) == ["2: \(sentence)"])
        #expect(bindings(text).keyMap.keys(for: .help) == [Key(.function(9))])
        #expect(bindings(text).keyMap.keys(for: "track").isEmpty)
    }

    @Test func `modifiers are read in any order, and what looks like a key is none`() {
        #expect(Key(title: "Alt+Ctrl+X") == Key("x", [.control, .alt]))
        #expect(Key(title: "shift+ctrl+F5") == Key(.function(5), [.control, .shift]))
        #expect(Key(title: "Ctrl++") == Key("+", .control))
        for title in ["F+5", "F05", "F25", "Ctrl+Ctrl+X", "Ctrl+"] {
            #expect(Key(title: title) == nil, "\(title)")
        }
    }

    @Test func `a key is read as it is written on the screen`() throws {
        let codes: [Key.Code] = [
            .character("s"), .character("+"), .character(" "), .enter, .tab, .backspace, .escape, .insert,
            .delete, .home, .end, .pageUp, .pageDown, .up, .down, .left, .right, .function(1), .function(24),
        ]
        for code in codes {
            for modifiers in [[], Modifiers.control, .alt, [.control, .alt]] {
                let key = Key(code, modifiers)
                #expect(try #require(Key(title: key.title)) == key)
            }
        }
        #expect(Key(title: "shift+TAB") == Key(.tab, .shift))
        #expect(Key(title: "Ctrl+") == nil)
        #expect(Key(title: "Hyper+X") == nil)
    }
}
