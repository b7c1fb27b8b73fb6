internal import TerminalKit

/// Help ▸ Keys: what each key does, and the names by which commands can be given other keys.
func showKeys(_ desk: Desk) async {
    let commands = EditorCommands.all.map { named in
        let keys = desk.program.keyMap.keys(for: named.command).map(\.title)
        return KeyLine(keys.joined(separator: ", "), named.purpose, command: named.command)
    }
    let lines = (commands + fixed).enumerated().map { place, line in
        var line = line
        line.id = place
        return line
    }
    let table = Table(
        [
            TableColumn<KeyLine>("Key", width: 18, isSortable: false) { $0.keys },
            TableColumn<KeyLine>("What it does", width: 36, weight: 1, isSortable: false) { $0.purpose },
            TableColumn<KeyLine>("Command", width: 14, isSortable: false) { $0.command?.rawValue ?? "" },
        ], rows: lines)
    table.spacing = 1
    table.weight = 1
    // The current line whole: the table has not room for all of them.
    let whole = Paragraph(lines.first?.sentence ?? "", maxWidth: .max)
    table.onSelect = { whole.text = $0?.sentence ?? "" }
    let window = Window("Keys", placement: .fill, buttons: [.close()]) {
        table
        whole
        Paragraph(
            """
            A command gets another key by a line such as "track = F5" in \(desk.outside.keyFile), read when the program \
            starts.
            """, role: .faint, maxWidth: .max)
    }
    window.help = ToolsHelp.keys
    await desk.program.present(window)
}

/// Keys that belong to fields, buttons and lists, and stay as they are.
private let fixed = [
    KeyLine("Alt+letter", "The field, group or button with that letter underlined"),
    KeyLine("Alt+S, T, H", "The tabs of the menu"),
    KeyLine("Space", "Turns a box on or off, opens a list of choices"),
    KeyLine("Enter", "Presses the button; opens a line of a table"),
    KeyLine("letters", "In a table: only lines they fit; Backspace takes one back"),
    KeyLine("Ctrl+O, Ctrl+T", "In a table: sort by the next column, reverse the order"),
    KeyLine("Ctrl+W", "In a table: the widths of columns; or drag a border of the head"),
    KeyLine("Alt+Enter", "A button's other way, as Alt+click; the key bar names it"),
    KeyLine("Ctrl+_, Ctrl+R", "In a field: undo, redo"),
    KeyLine("Ctrl+Left, Right", "In a field: by words; with Shift they select, Ctrl+A all"),
    KeyLine("Ctrl+C, Ctrl+X", "In a field: copy or cut what is selected, for other programs too"),
    KeyLine("Ctrl+W, U, K", "In a field: take the word, all before, all after; Ctrl+Y puts it in"),
    KeyLine("Ins", "In a field: write over what is there, or insert again"),
]

private nonisolated struct KeyLine: Identifiable {
    var id = 0
    /// As a person calls them; empty where a command has none.
    let keys: String
    let purpose: String
    let command: Command?

    var sentence: String { keys.isEmpty ? purpose : "\(keys): \(purpose)" }

    init(_ keys: String, _ purpose: String, command: Command? = nil) {
        self.keys = keys
        self.purpose = purpose
        self.command = command
    }
}
