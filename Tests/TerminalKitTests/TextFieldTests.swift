import TerminalKit
import Testing

@MainActor
struct TextFieldTests {
    let stage = Stage(60, 12)

    @discardableResult
    private func show(_ field: TextField) async -> TextField {
        await stage.open(
            Window("Field") {
                Form { Field("Text", field) }
                Button("Other") { _ in }
            })
        return field
    }

    @Test func `typing, moving and deleting change the text`() async {
        let field = await show(TextField(columns: 12))
        await stage.type("hello world")
        await stage.press(.left, .control)
        await stage.type("new ")
        #expect(field.text == "hello new world")
        await stage.press(.home)
        await stage.press(.delete, .control)
        #expect(field.text == "new world")
        await stage.press("k", .control)
        await stage.press("y", .control)
        await stage.press("y", .control)
        #expect(field.text == "new worldnew world")
        await stage.press("_", .control)
        #expect(field.text == "new world")
        await stage.press("r", .control)
        #expect(field.text == "new worldnew world")
    }

    @Test func `a field entered with Tab is selected, so that typing replaces it`() async {
        let field = await show(TextField("0.00", columns: 6))
        await stage.type("5")
        #expect(field.text == "5")
    }

    @Test func `Shift selects, Insert overwrites`() async {
        let field = await show(TextField("abcdef", columns: 8))
        await stage.press(.home)
        await stage.press(.right, .shift)
        await stage.press(.right, .shift)
        await stage.type("X")
        #expect(field.text == "Xcdef")
        await stage.press(.insert)
        await stage.type("YZ")
        #expect(field.text == "XYZef")
        #expect(stage.keyBar.contains("Ins Insert"))
    }

    @Test func `what is longer than the field scrolls, with marks at its ends`() async {
        await show(TextField(columns: 8))
        await stage.type("abcdefghijkl")
        #expect(stage.text.contains("‹fghijkl ◂"))
        await stage.press(.home)
        #expect(stage.text.contains("▸abcdefgh›"))
        #expect(stage.terminal.surface.cursor == stage.terminal.find("abcdefgh"))
        await stage.press(.right, .control)
        #expect(stage.text.contains("‹fghijkl ◂"))
    }

    @Test func `the length is limited in characters, and says so until the text changes`() async {
        let field = await show(TextField(maxLength: 5))
        await stage.type("日本語ab")
        #expect(field.problem == nil)
        await stage.type("c")
        #expect(field.text == "日本語ab")
        #expect(stage.text.contains("✗ At most 5 characters."))
        await stage.press(.backspace)
        #expect(field.problem == nil)
    }

    @Test func `a masked field shows dots and keeps its text`() async {
        let field = await show(TextField(columns: 8))
        field.isMasked = true
        await stage.type("s3cret")
        #expect(stage.text.contains("▸••••••  ◂"))
        #expect(field.text == "s3cret")
        #expect(!stage.text.contains("s3cret"))
    }

    @Test func `a large paste is taken whole, without its line breaks`() async {
        let field = await show(TextField(columns: 20))
        field.pastedLineBreaks = .nothing
        let address = "https://127.0.0.1/upscallback?code=" + String(repeating: "x", count: 70_000)
        stage.terminal.send(.paste(address.prefix(60) + "\r\n" + address.dropFirst(60) + "\n"))
        await stage.terminal.settle()
        #expect(field.text == address)
        await stage.press("_", .control)
        #expect(field.text.isEmpty)
    }

    @Test func `a filter changes or refuses characters, typed or pasted`() async {
        let field = await show(TextField(maxLength: 6))
        field.filter = { $0.isLetter || $0.isNumber ? $0.uppercased().first : nil }
        await stage.type("w5-9")
        stage.terminal.send(.paste("9 y7"))
        await stage.terminal.settle()
        #expect(field.text == "W599Y7")
        #expect(stage.terminal.beeps == 1)
    }

    @Test func `the mouse places the cursor, selects by dragging and by double click`() async throws {
        let field = await show(TextField("one two three", columns: 16))
        let start = try #require(stage.terminal.find("one"))
        stage.terminal.click(Point(x: start.x + 4, y: start.y))
        await stage.type("X")
        #expect(field.text == "one Xtwo three")
        stage.clock.advance(by: .seconds(1))
        await stage.mouse(.press(.left), start.x, start.y)
        await stage.mouse(.drag(.left), start.x + 4, start.y)
        await stage.mouse(.release(.left), start.x + 4, start.y)
        await stage.press(.delete)
        #expect(field.text == "Xtwo three")
        stage.clock.advance(by: .seconds(1))
        stage.terminal.click(Point(x: start.x + 6, y: start.y))
        stage.terminal.click(Point(x: start.x + 6, y: start.y))
        await stage.type("3")
        #expect(field.text == "Xtwo 3")
    }

    @Test func `wide characters and control characters keep the columns straight`() async {
        await show(TextField("日本\u{1b}[2J e\u{301}", columns: 14))
        #expect(stage.text.contains("▸日本␛[2J e\u{301}    ◂"))
        #expect(!stage.text.contains("\u{1b}"))
    }

    @Test func `a read-only field shows and selects but does not change`() async {
        let field = await show(TextField("https://wwwcie.ups.com", columns: 30))
        field.isReadOnly = true
        await stage.type("x")
        stage.terminal.send(.paste("y"))
        await stage.press(.backspace)
        #expect(field.text == "https://wwwcie.ups.com")
    }

    @Test func `a placeholder stands in an empty field`() async {
        let field = TextField(columns: 12)
        field.placeholder = "any name"
        await show(field)
        #expect(stage.text.contains("any name"))
        await stage.type("x")
        #expect(!stage.text.contains("any name"))
    }

    @Test func `changes by the person are told, with the text`() async {
        var told: [String] = []
        let field = await show(TextField(columns: 12))
        field.onChange = { told.append($0) }
        await stage.type("ab")
        field.text = "set"
        #expect(told == ["a", "ab"])
    }

    @Test func `lines pasted into one line of an address fill the next ones`() async {
        let address = LinesField(maxLength: 35)
        await stage.open(Window("Address") { Form { Field("&Address", address) } })
        stage.terminal.send(.paste("1 Main St\r\nSuite 2\nBldg 3\nAda"))
        await stage.terminal.settle()
        #expect(address.lines == ["1 Main St", "Suite 2", "Bldg 3"])
        await stage.press(.down)
        await stage.type("X")
        #expect(address.lines[1] == "X")
    }

    @Test func `a combo box takes any text, offers a list and can be cleared`() async {
        let printer = ComboBox("Zebra", proposals: ["HP LaserJet", "Zebra"], columns: 14)
        await stage.open(Window("User Settings") { Form { Field("Default &Printer", printer) } })
        #expect(stage.text.contains("▸Zebra         ◂ ▾ ✕"))
        await stage.press(.down)
        await stage.press(.up)
        await stage.press(.enter)
        #expect(printer.text == "HP LaserJet")
        await stage.click("✕")
        #expect(printer.text.isEmpty)
        await stage.type("Own")
        #expect(printer.text == "Own")
        await stage.click("▾")
        await stage.click("Zebra")
        #expect(printer.text == "Zebra")
    }

    // MARK: What people expect of a field

    /// Two fields, the first with the focus.
    private func pair(_ first: TextField, _ second: TextField = TextField(columns: 20)) async -> Stage {
        let stage = Stage(70, 8)
        await stage.open(
            Window("Fields") {
                Form {
                    Field("One", first)
                    Field("Two", second)
                }
            })
        return stage
    }

    @Test func `keys undo and redo`() async {
        let field = TextField(columns: 20)
        let stage = await pair(field)
        await stage.type("one two")
        await stage.press("_", .control)
        #expect(field.text == "one ")
        await stage.press("/", .control)
        #expect(field.text.isEmpty)
        await stage.press("r", .control)
        await stage.press("r", .control)
        #expect(field.text == "one two")
    }

    @Test func `keys move and delete by words`() async {
        let field = TextField("one two three", columns: 20)
        let stage = await pair(field)
        await stage.press(.end)
        await stage.press(.left, .control)
        await stage.press(.left, .alt)
        await stage.type("x")
        #expect(field.text == "one xtwo three")
        await stage.press(.right, .control)
        await stage.press(.backspace, .control)
        #expect(field.text == "one three")
        await stage.press(.delete, .control)
        #expect(field.text == "one ")
    }

    @Test func `masked text is not told apart by words`() async {
        let secret = TextField("one two three")
        secret.isMasked = true
        await stage.open(Window("Secret") { Form { Field("Secret", secret) } })
        await stage.press(.end)
        await stage.press(.left, .control)
        await stage.type("x")
        #expect(secret.text == "xone two three")
        await stage.press(.end)
        await stage.press(.backspace, .control)
        #expect(secret.text.isEmpty)
    }

    @Test func `in ASCII a control character takes the two columns that it is shown in`() async {
        let stage = Stage(40, 10, theme: .dark(for: Capabilities(isUTF8: false)))
        await stage.open(
            Window("") {
                TextField("a\u{1}b", columns: 10)
                Paragraph("\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}\u{1}\u{2}\u{3}")
            })
        await stage.press(.end)
        let start = stage.terminal.find("a^Ab")
        #expect(start.map { Point(x: $0.x + 4, y: $0.y) } == stage.terminal.surface.cursor)
        #expect(stage.text.contains("^A^B^C^D^E^F^A^B^C"))
    }

    @Test func `a field that has been left shows its beginning`() async {
        let name = TextField("abcdefghijklmnopqrstuvwxyz", columns: 10)
        await stage.open(
            Window("Names") {
                name
                TextField(columns: 4)
            })
        #expect(!stage.text.contains("abc"))
        await stage.press(.tab)
        #expect(stage.text.contains("[abcdefgh"))
    }

    @Test func `Ctrl+X in a read-only field neither cuts nor copies`() async {
        let name = TextField("abc", columns: 10)
        name.isReadOnly = true
        await stage.open(Window("Names") { name })
        await stage.press("x", .control)
        #expect(stage.terminal.clipboard == nil && stage.terminal.beeps == 1 && name.text == "abc")
    }

    @Test func `what is killed in one field is yanked in another`() async {
        let (first, second) = (TextField("one two three", columns: 20), TextField(columns: 20))
        let stage = await pair(first, second)
        await stage.press(.end)
        await stage.press("w", .control)
        #expect(first.text == "one two ")
        await stage.press("u", .control)
        #expect(first.text.isEmpty)
        await stage.press(.tab)
        await stage.press("y", .control)
        await stage.press("y", .control)
        #expect(second.text == "one two one two ")
        await stage.press(.home)
        await stage.press(.right, .control)
        await stage.press("k", .control)
        #expect(second.text == "one ")
        #expect(stage.terminal.clipboard == nil, "the system's clipboard is asked for, not taken")
    }

    @Test func `Ctrl+C copies what is selected to the system's clipboard, Ctrl+X cuts it`() async {
        let (first, second) = (TextField("one two", columns: 20), TextField(columns: 20))
        let stage = await pair(first, second)
        await stage.press(.end)
        await stage.press("c", .control)
        #expect(stage.terminal.clipboard == nil && stage.terminal.beeps == 1, "nothing is selected")
        for _ in 0..<3 { await stage.press(.left, .shift) }
        #expect(stage.keyBar.contains("Ctrl+C Copy") && stage.keyBar.contains("Ctrl+X Cut"))
        await stage.press("c", .control)
        #expect(stage.terminal.clipboard == "two")
        await stage.press("x", .control)
        #expect(first.text == "one ")
        #expect(!stage.keyBar.contains("Copy"))
        await stage.press(.tab)
        await stage.press("y", .control)
        #expect(second.text == "two")
    }

    @Test func `a masked field hands nothing on`() async {
        let (first, second) = (TextField("secret", columns: 20), TextField(columns: 20))
        first.isMasked = true
        let stage = await pair(first, second)
        await stage.press("c", .control)
        await stage.press("x", .control)
        #expect(first.text == "secret" && stage.terminal.clipboard == nil)
        await stage.press(.end)
        await stage.press("u", .control)
        #expect(first.text.isEmpty)
        await stage.press(.tab)
        await stage.press("y", .control)
        #expect(second.text.isEmpty)
    }

    @Test func `what is yanked meets the field's own rules`() async {
        let (first, second) = (TextField("a1b2c3", columns: 20), TextField(maxLength: 2, columns: 20))
        second.filter = { $0.isNumber ? $0 : nil }
        let stage = await pair(first, second)
        await stage.press("c", .control)
        await stage.press(.tab)
        await stage.press("y", .control)
        #expect(second.text == "12")
        #expect(second.problem == "At most 2 characters.")
    }

    @Test func `a number stands at the end of its field, under keys and mouse`() async throws {
        let field = TextField("125", columns: 8)
        field.alignment = .trailing
        let stage = await pair(field)
        #expect(stage.text.contains("▸    125 ◂"))
        await stage.press(.end)
        await stage.type("0")
        #expect(stage.text.contains("▸   1250 ◂"))
        let one = try #require(stage.terminal.find("1250"))
        #expect(stage.terminal.surface.cursor == Point(x: one.x + 4, y: one.y))
        await stage.mouse(.press(.left), one.x + 1, one.y)
        await stage.type("x")
        #expect(field.text == "1x250")
        await stage.type("yyyyyyyy")
        #expect(field.text.count == 13)
        #expect(stage.text.contains("‹"))
    }
}
