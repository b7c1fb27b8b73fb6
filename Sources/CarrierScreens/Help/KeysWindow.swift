internal import TerminalKit

/// Help ▸ Keys: what each key does, and its second way where terminals keep the first one for themselves.
func showKeys(_ desk: Desk) async {
    let lines = [
        ("F1", "Help for the field that has the focus; Ctrl+P names all keys that work here"),
        ("F10", "The menu; Alt+S, Alt+T and Alt+H open its tabs"),
        ("Ctrl+P", "Everything that can be done here, to choose from"),
        ("Tab, Shift+Tab", "The next field, the one before; Up and Down as well"),
        ("Alt+letter", "The field, group or button with that letter underlined"),
        ("Space", "Turns a box on or off, opens a list of choices"),
        ("Enter", "Presses the button, or OK; opens the current line of a table"),
        ("Esc", "Cancel; in a filtered table, all lines again"),
        ("Ctrl+S", "OK"),
        ("letters", "In a table: only the lines they fit; Backspace takes one back"),
        ("Ctrl+O, Ctrl+T", "In a table: sort by the next column, turn the order"),
        ("Alt+Enter", "The other way of a button, as Alt+click: the key bar names it"),
        ("Ctrl+_, Ctrl+R", "In a field: undo, redo"),
        ("Ctrl+L", "Draws the screen anew"),
        ("Ctrl+Z", "Back to the shell for a while; fg returns"),
        ("Ctrl+Q", "Quit"),
    ]
    let window = Window("Keys", buttons: [.ok()]) {
        ScrollView {
            Form {
                lines.map { key, purpose in Field(Caption(verbatim: key), Paragraph(purpose, maxWidth: 54)) }
            }
        }
    }
    await desk.program.present(window)
}
