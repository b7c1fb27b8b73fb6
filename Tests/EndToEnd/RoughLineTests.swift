import Glibc
import TestSupport
import Testing

/// Bad lines, plain terminals, other programs and the shell, in a pseudo-terminal.
@Suite(.serialized) struct RoughLineTests {
    private func station() async throws -> Station {
        let station = try await Station()
        try await station.setUp()
        return station
    }

    private func editor(
        columns: Int = 80, rows: Int = 24, environment: [String: String] = [:], controls: Bool = true
    ) async throws -> EditorTerminal {
        let editor = try EditorTerminal(
            try await station(), columns: columns, rows: rows, environment: environment, controls: controls,
            "--carrier", "UPS")
        try editor.expect("Carrier Name*")
        return editor
    }

    // MARK: Input

    @Test func `a paste of a mebibyte into a field of 50 characters is cut, said so, and stops nothing`()
        async throws
    {
        let editor = try await editor()
        let text = String(repeating: "0123456789abcde\r", count: 65_536)
        _ = try editor.bytes(for: "\u{1B}[200~\(text)\u{1B}[201~")
        try editor.expect("At most 50 characters.")
        _ = try editor.bytes(for: "\u{1F}")
        try editor.expect("▸UPS ")
    }

    @Test func `sequences cut short and strings without an end reach no field`() async throws {
        let editor = try await editor()
        _ = try editor.bytes(for: "\u{1B}[F")
        for cut in ["\u{1B}[<0;10", "\u{1B}[M !", "\u{1B}]0;evil", "\u{1B}P+q6576", "\u{1B}[1;"] {
            try editor.type(cut + "\u{1B}[F")
        }
        try editor.type("!")
        try editor.expect("▸UPS! ")
        #expect(editor.screen.faults == [])
    }

    // MARK: The terminal goes away, or another program writes

    @Test func `a terminal that is gone ends the editor in order, with a window and changes open`()
        async throws
    {
        let editor = try await editor(controls: false)
        try editor.type("Changed")
        try editor.expect("▸Changed")
        editor.closeTerminal()
        try editor.waitForEnd()
        #expect(editor.status == 0)
    }

    /// Both tell it: the shell its job, and the kernel whatever the terminal belongs to.
    @Test func `a shell whose terminal is gone loses nothing of what was typed`() async throws {
        let station = try await station()
        for text in ["One", "Two", "Three", "Four", "Five"] {
            let shell = try EditorTerminal(station, inShell: true)
            try shell.type("\"$EDITOR\" --carrier UPS\r")
            try shell.expect("Carrier Name*")
            try shell.type(text)
            try shell.expect("▸\(text)")
            shell.closeTerminal()
            try shell.waitForEnd()

            let next = try EditorTerminal(station)
            try next.expect("Changes to the carrier UPS, last typed in on")
            try next.type("\u{1B}c")
            try next.expect("▸\(text)")
            // Thrown away, so that the next draft is the next text's.
            try next.type("\u{1B}")
            try next.expect("Discard changes?")
            try next.type("\u{1B}d")
            try next.expect("Production key")
            try next.type("\u{11}")
            try next.waitForEnd()
        }
    }

    @Test func `what another program wrote over the screen is gone after Ctrl+L`() async throws {
        let editor = try await editor()
        let before = editor.screen.lines
        editor.write(ofAnotherProgram: "\u{1B}[5;1H\u{1B}[2Kwall: the system goes down\r\n\u{1B}[1;1Hnow")
        #expect(editor.screen.lines != before)
        _ = try editor.bytes(for: "\u{C}")
        #expect(editor.screen.lines == before)
        #expect(editor.screen.faults == [])
    }

    @Test func `Ctrl+Z gives the shell its screen back, and fg brings the editor with what was typed`()
        async throws
    {
        let terminal = try EditorTerminal(try await station(), inShell: true)
        try terminal.type("\"$EDITOR\" --carrier UPS\r")
        try terminal.expect("Carrier Name*")
        try terminal.type("Changed")
        try terminal.expect("▸Changed")
        #expect(terminal.screen.modes.isSuperset(of: [1000, 1002, 1004, 1006, 1049, 2004]))
        try terminal.type("\u{1A}")
        // A shell talks on standard error.
        try terminal.wait("the shell has it back") { terminal.told.contains { $0.contains("Stopped") } }
        terminal.look()
        #expect(terminal.screen.modes.isDisjoint(with: [1000, 1002, 1004, 1006, 1049]))
        #expect(terminal.settingsNow.c_lflag & UInt32(ECHO | ICANON) == UInt32(ECHO | ICANON))
        try terminal.resize(columns: 100, rows: 30)
        terminal.screen.resize(columns: 100, rows: 30)
        try terminal.type("fg\r")
        // The last line is drawn last; it is the shell that a terminal waits for when it waits until all is idle.
        try terminal.expect("F1 Help")
        #expect(terminal.screen.lines.last?.contains("F1 Help") == true)
        #expect(terminal.text.contains("▸Changed"))
        #expect(terminal.screen.modes.isSuperset(of: [1000, 1002, 1004, 1006, 1049, 2004]))
    }

    // MARK: Terminals

    @Test func `no size from 40×12 to 300×100 makes it write past the margin`() async throws {
        let editor = try await editor()
        for (columns, rows) in [
            (40, 12), (79, 24), (80, 23), (80, 24), (81, 25), (100, 30), (109, 31), (110, 32), (120, 40),
            (200, 60), (300, 100), (40, 100), (300, 24),
        ] {
            try editor.redraw(columns: columns, rows: rows)
            #expect(editor.screen.faults == [], "\(columns)×\(rows)")
            if columns < 80 || rows < 24 {
                #expect(editor.text.contains("80×24"), "\(columns)×\(rows)")
            } else {
                #expect(editor.text.contains("▸UPS"), "\(columns)×\(rows)")
                #expect(editor.screen.lines.contains { $0.count == columns }, "frames reach the margin")
            }
        }
    }

    @Test(arguments: ["vt100", "vt220", "linux", "xterm-mono", "xterm", "screen-256color"])
    func `the editor works on other terminals`(term: String) async throws {
        let editor = try await editor(environment: ["TERM": term])
        try editor.type("X")
        try editor.expect("▸X")
        try editor.type("\t ")
        try editor.expect("Account")
        #expect(editor.screen.faults == [])
    }

    @Test(arguments: [["TERM": "vt100"], ["NO_COLOR": "1"], ["TERM": "xterm-mono"]])
    func `no colour is sent where none is wanted or known`(environment: [String: String]) async throws {
        let station = try await station()
        let editor = try EditorTerminal(station, environment: environment, "--carrier", "UPS")
        try editor.wait("it is drawn") {
            String(decoding: editor.output, as: UTF8.self).contains("Cancel")
        }
        try editor.waitUntilIdle()
        let text = String(decoding: editor.takeOutput(), as: UTF8.self)
        for piece in text.split(separator: "\u{1B}[") {
            let numbers = piece.prefix { $0.isNumber || $0 == ";" }
            guard piece.dropFirst(numbers.count).first == "m" else { continue }
            #expect(numbers.split(separator: ";").allSatisfy { (Int($0) ?? 0) < 30 }, "\(numbers)")
        }
    }

    @Test func `a locale without UTF-8 gets ASCII alone`() async throws {
        let station = try await station()
        let editor = try EditorTerminal(station, environment: ["LANG": "C"], "--carrier", "UPS")
        try editor.wait("it is drawn") {
            String(decoding: editor.output, as: UTF8.self).contains("Cancel")
        }
        try editor.waitUntilIdle()
        #expect(editor.output.allSatisfy { $0 < 0x80 })
        editor.look()
        #expect(editor.text.contains("+ General -"))
        #expect(editor.screen.faults == [])
    }
}
