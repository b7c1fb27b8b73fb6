import TestSupport
import Testing

/// What goes over the line, counted, and what wakes the program while nothing does.
///
/// Exact numbers are those of xterm-256color's entry in ncurses 6.
@Suite(.serialized) struct CountedBytesTests {
    private func editor(columns: Int = 80, rows: Int = 24) async throws -> EditorTerminal {
        let station = try await Station()
        try await station.setUp()
        let editor = try EditorTerminal(station, columns: columns, rows: rows, "--carrier", "UPS")
        try editor.expect("Carrier Name*")
        return editor
    }

    @Test func `a character typed in a field, or taken back, is its colours and itself`() async throws {
        let editor = try await editor()
        _ = try editor.bytes(for: "\u{1B}[F")
        #expect(try [editor.bytes(for: "x"), editor.bytes(for: "y")] == [31, 31])
        try #require(editor.text.contains("▸UPSxy"))
        #expect(try editor.bytes(for: "\u{7F}") <= 40)
        #expect(try editor.bytes(for: "\u{1B}[D") <= 4, "the cursor alone moves")
        #expect(editor.screen.faults == [])
    }

    @Test func `Tab to the next field, to a button and back`() async throws {
        let editor = try await editor()
        let fields = try (1...11).map { _ in try editor.bytes(for: "\t") }
        #expect(fields.allSatisfy { $0 <= 150 }, "\(fields)")
        // A button takes the place of the field's keys in the key bar.
        #expect(try editor.bytes(for: "\t") <= 170)
        try #require(editor.text.contains("▸ … ◂"))
        for _ in 1...12 { #expect(try editor.bytes(for: "\u{1B}[Z") <= 170) }
        #expect(editor.text.contains("▸UPS"), "as many back as on")
    }

    @Test func `a Tab that scrolls the form sends the new line, not the screen`() async throws {
        let editor = try await editor()
        let bytes = try (1...25).map { _ in try editor.bytes(for: "\t") }
        #expect(bytes.contains { $0 > 170 } && bytes.allSatisfy { $0 <= 650 }, "\(bytes)")
        #expect(editor.screen.faults == [])
    }

    @Test func `a drop-down opened and closed`() async throws {
        let editor = try await editor()
        _ = try editor.bytes(for: "\t")
        let opened = try editor.bytes(for: " ")
        #expect(editor.text.contains("Account"))
        let closed = try editor.bytes(for: "\u{1B}")
        #expect(opened <= 400 && closed <= 400, "\(opened), \(closed)")
        #expect(try editor.bytes(for: " ") == opened)
        #expect(editor.screen.faults == [])
    }

    @Test func `what changes nothing sends nothing`() async throws {
        let editor = try await editor()
        _ = try editor.bytes(for: "\u{1B}[F")
        #expect(try editor.bytesWithoutAnswer(for: "\u{1B}[I") == 0, "the window got the keyboard")
        #expect(try editor.bytesWithoutAnswer(for: "\u{1B}[F") == 0, "End at the end")
        #expect(try editor.bytesWithoutAnswer(for: "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\") == 0)
    }

    /// Once a minute it looks whether another process has changed the store. What was typed is kept as a draft a moment
    /// later; the soonest timer may be libdispatch's own, which looks after its threads once a second.
    @Test func `idle, it sends nothing and has nothing else to do than the look of each minute`() async throws
    {
        let editor = try await editor()
        _ = try editor.bytes(for: "x")
        try editor.wait("only the look of each minute is left to do") {
            let timers = try editor.timers()
            let own = timers.count > 1 && timers[0] <= 1 ? timers.dropFirst() : timers[...]
            return own.count == 1 && own.allSatisfy { $0 > 10 && $0 <= 60 }
        }
        try editor.waitUntilIdle()
        #expect(editor.look() == 0)
    }
}
