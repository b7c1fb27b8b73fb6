import TerminalKit
import Testing

/// Windows as a conversation in lines.
@MainActor
@Suite struct LinesTests {
    private let lines = MemoryLines()
    private let program = Program()

    private func open(_ window: Window) -> Outcome {
        let outcome = Outcome()
        program.open(window) { command in
            outcome.command = command
            self.program.start { await self.program.quit() }
        }
        return outcome
    }

    private final class Outcome {
        var command: Command?
    }

    /// Enters all lines, holds the conversation to its end, and gives what was said.
    private func converse(_ answers: String...) async -> [String] {
        lines.enter(answers)
        await program.converse(over: lines)
        return lines.said
    }

    @Test func `fields are asked in their order, with what stands in them`() async {
        let name = TextField("Ada", maxLength: 5)
        let test = CheckBox("&Test")
        let kind = DropDown([Choice(1, "List"), Choice(2, "Account")], selection: 1)
        let outcome = open(
            Window("Shipper", buttons: [.ok(), .cancel()]) {
                Form {
                    Field("&Name", name, isRequired: true)
                    Field("Rate", kind)
                    test
                }
            })
        let said = await converse("Nova", "2", "y", "")
        #expect(
            said == [
                "", "Shipper", "Name, required (Ada): ", "1 List, 2 Account", "Rate (List): ", "Test (no): ",
                "Test: yes", "1 Enter the fields", "2 OK", "3 Cancel", "Choice (Enter: OK): ",
            ])
        #expect(name.text == "Nova" && kind.selection == 2 && test.isOn && outcome.command == .ok)
    }

    @Test func `what cannot be used says why in the menu and when it is chosen`() async {
        let button = Button("&Lock") { _ in }
        button.isEnabled = false
        button.obstacle = "you have no password"
        _ = open(Window("Carriers", buttons: [button, .cancel()]) { Paragraph("One carrier.") })
        let said = await converse("1", ".")
        #expect(said.contains("1 Lock, cannot be used: you have no password"))
        #expect(said.contains("Lock cannot be used: you have no password."))
    }

    @Test func `what cannot be taken is told with the field's help and asked again, and nothing is lost`()
        async
    {
        let name = TextField("Ada", maxLength: 5)
        name.help = "Up to five."
        name.check = { name.text == "Bad" ? "Bad is not good." : nil }
        _ = open(Window("Shipper", buttons: [.ok()]) { Form { Field("Name", name) } })
        let said = await converse("toolong", "Bad", "?", "", "1", "\\-", "")
        #expect(said.contains("At most 5 characters, and these are 7."))
        #expect(said.filter { $0 == "Up to five." }.count == 3)
        #expect(said.filter { $0 == "Bad is not good." }.count == 2)
        #expect(name.text == "-")
    }

    @Test func `OK with mistakes asks for just those, in all groups`() async {
        let (first, second) = (TextField("x"), TextField())
        let outcome = open(
            Window("Form", buttons: [.ok(), .cancel()]) {
                GroupBox("&One") { Form { Field("First", first, isRequired: true) } }
                GroupBox("&Two") { Form { Field("Second", second, isRequired: true) } }
            })
        let said = await converse("", "here", "")
        #expect(said.contains("1 field needs attention"))
        #expect(said.contains("Two") && said.contains("Second is required."))
        #expect(!said.contains("First, required (x): "))
        #expect(outcome.command == .ok && second.text == "here")
    }

    @Test func `a secret is asked unseen and never said`() async {
        let secret = TextField(maxLength: 99)
        secret.isMasked = true
        _ = open(Window("Key", buttons: [.ok()]) { Form { Field("Secret", secret) } })
        let said = await converse("canary", "1", "", "")
        #expect(lines.manners["Secret (empty): "] == .hidden)
        #expect(said.contains("Secret (typed, not shown): "))
        #expect(!said.contains { $0.contains("canary") })
        #expect(secret.text == "canary")
    }

    @Test func `fields that an answer hides are not asked, those it shows are`() async {
        let (box, hidden) = (CheckBox("More"), TextField("h"))
        let field = Field("Hidden", hidden)
        field.isVisible = false
        box.onChange = { field.isVisible = $0 }
        _ = open(
            Window("Form", buttons: [.ok()]) {
                box
                Form { field }
            })
        let said = await converse("yes", "seen", "")
        #expect(said.contains("Hidden (h): ") && hidden.text == "seen")
    }

    @Test func `a message in the midst is told first, and the question is asked again`() async {
        let name = TextField("Ada")
        _ = open(Window("Form", buttons: [.ok()]) { Form { Field("Name", name) } })
        let program = program
        program.start { await program.inform("Alert", "It is late.", kind: .warning) }
        let said = await converse("", "Eva", "")
        #expect(
            said.prefix(8) == [
                "", "Form", "Name (Ada): ", "", "Alert", "Warning: It is late.", "Enter: OK ", "Name (Ada): ",
            ])
        #expect(name.text == "Eva")
    }

    @Test func `waiting says when it begins and when it ends, and a full stop gives it up`() async {
        let program = program
        let button = Button("&Ask") { _ in
            do {
                try await program.waiting(for: "Asking UPS", title: "Track") {
                    try await Task.sleep(for: .seconds(600))
                }
            } catch {
                await program.inform("Track", "Given up.")
            }
        }
        _ = open(Window("Form", buttons: [button, .cancel()]) { Paragraph("Text") })
        lines.enter(["ask"], last: false)
        lines.onHearing = [
            ("Asking UPS. Wait, or enter a full stop to give up.", "."), ("Enter: OK ", ""),
            ("Choice: ", "."),
        ]
        await program.converse(over: lines)
        #expect(lines.said.contains("Ended: Asking UPS."))
        #expect(lines.said.contains("Given up."))
    }

    @Test func `a table is told by its rows, filtered and chosen from by number`() async {
        struct Row: Identifiable { let id: Int }
        let columns = [
            TableColumn<Row>("Name", width: 9) { "Carrier \($0.id)" },
            TableColumn<Row>("On", width: 3) { $0.id == 27 ? "✔" : "" },
        ]
        let table = Table(columns, rows: (1...30).map(Row.init))
        _ = open(Window("Carriers", buttons: [.close()]) { table })
        let said = await converse("1", "+", "/27", "1", ".")
        #expect(said[2] == "Carrier 1" && said[12] == "And 20 more.")
        #expect(said.contains("Lines 1 to 20 of 30.") && said.contains("Lines 21 to 30 of 30."))
        #expect(said.contains("1 Carrier 27; On yes"))
        #expect(said.contains("Current line: Carrier 27; On yes"))
        #expect(table.selected?.id == 27)
    }

    @Test func `the end of the input ends the program, with windows open`() async {
        let outcome = open(Window("Form", buttons: [.ok()]) { Form { Field("Name", TextField()) } })
        _ = await converse()
        #expect(outcome.command == .quit && program.windows.isEmpty)
    }

    @Test func `text from outside says its control characters and sends none`() async {
        let name = TextField("Ada")
        _ = open(Window("Form", buttons: [.ok()]) { Form { Field("Name", name) } })
        _ = await converse("\u{1B}[2Jx", "")
        #expect(name.text == "[2Jx")
    }
}

/// Lines in memory: all that is entered is there from the start.
@MainActor
private final class MemoryLines: LineTerminal {
    let entries: AsyncStream<LineEntry>
    private let continuation: AsyncStream<LineEntry>.Continuation
    private(set) var said: [String] = []
    /// What is entered when something is heard, in this order.
    var onHearing: [(text: String, answer: String)] = []
    private(set) var manners: [String: AnswerManner] = [:]

    init() {
        (entries, continuation) = AsyncStream.makeStream()
    }

    func enter(_ lines: [String], last: Bool = true) {
        for line in lines { continuation.yield(.line(line)) }
        if last { continuation.finish() }
    }

    func say(_ line: String) {
        said.append(line)
        hear(line)
    }

    private func hear(_ text: String) {
        guard let next = onHearing.first, next.text == text else { return }
        onHearing.removeFirst()
        enter([next.answer], last: onHearing.isEmpty)
    }

    func ask(_ prompt: String, _ manner: AnswerManner) {
        if !prompt.isEmpty { said.append(prompt) }
        hear(prompt)
        manners[prompt] = manner
    }

    func breakOff() {}
}
