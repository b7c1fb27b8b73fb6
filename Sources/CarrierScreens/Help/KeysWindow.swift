internal import TerminalKit

/// Help ▸ Keys: what each key does, and its second way where terminals keep the first one for themselves.
func showKeys(_ desk: Desk) async {
    let lines = [
        KeyLine("F1", "Help for the field that has the focus"),
        KeyLine("F10", "The menu; Alt+S, Alt+T and Alt+H open its tabs"),
        KeyLine("Ctrl+P", "Everything that can be done here, to choose from"),
        KeyLine("Tab, Shift+Tab", "The next field, the one before; Down and Up as well"),
        KeyLine("Alt+letter", "The field, group or button with that letter underlined"),
        KeyLine("Space", "Turns a box on or off, opens a list of choices"),
        KeyLine("Enter", "Presses the button, or OK; opens a line of a table"),
        KeyLine("Esc", "Cancel; in a filtered table, all lines again"),
        KeyLine("Ctrl+S", "OK"),
        KeyLine("letters", "In a table: only lines they fit; Backspace takes one back"),
        KeyLine("Ctrl+O, Ctrl+T", "In a table: sort by the next column, turn the order"),
        KeyLine("Ctrl+W", "In a table: the widths of columns; or drag a border of the head"),
        KeyLine("Ins, Del", "In the table of carriers: New, Delete"),
        KeyLine("Alt+Enter", "A button's other way, as Alt+click; the key bar names it"),
        KeyLine("Ctrl+_, Ctrl+R", "In a field: undo, redo"),
        KeyLine("Ctrl+L", "Draws the screen anew"),
        KeyLine("Ctrl+Z", "Back to the shell for a while; fg returns"),
        KeyLine("Ctrl+Q", "Quit"),
    ]
    let table = Table(
        [
            TableColumn<KeyLine>("Key", width: 14, isSortable: false) { $0.id },
            TableColumn<KeyLine>("What it does", width: 57, weight: 1, isSortable: false) { $0.purpose },
        ], rows: lines)
    table.spacing = 1
    table.height = lines.count + 1
    await desk.program.present(Window("Keys", buttons: [.close()]) { table })
}

private nonisolated struct KeyLine: Identifiable {
    /// The key as a person calls it.
    let id: String
    let purpose: String

    init(_ key: String, _ purpose: String) {
        id = key
        self.purpose = purpose
    }
}
