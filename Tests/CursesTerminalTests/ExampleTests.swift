import TestSupport
import Testing

extension RealTerminalTests {
    /// The example of docs/TERMINALKIT.md, as it was built.
    @Suite struct ExampleTests {
        private func example() throws -> ScreenTerminal {
            let terminal = try ScreenTerminal(
                [try BuiltProgram.path(of: "terminalkit-example")],
                environment: ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"])
            try terminal.expect("Tape")
            return terminal
        }

        @Test func `an order is entered, found and changed`() throws {
            let terminal = try example()
            try terminal.type("\u{1B}n")
            try terminal.expect("Item*")
            try terminal.type("\r")
            try terminal.expect("Item is required.")
            try terminal.type("Boxes\t0\u{1B}u")
            try terminal.expect("Pieces are from 1 to 1000.")
            try terminal.type("\u{1B}p250\r")
            try terminal.expect("▌Boxes")
            try terminal.type("tape")
            try terminal.expect("1 found")
            try terminal.type("\r")
            try terminal.expect("▸Tape")
            try terminal.type("\u{1B}OP")
            try terminal.expect("how many pieces of it")
            #expect(terminal.screen.faults == [])
        }

        @Test func `it can be read without colours, and without UTF-8`() throws {
            let terminal = try ScreenTerminal(
                [try BuiltProgram.path(of: "terminalkit-example")],
                environment: ["TERM": "xterm-256color", "LC_ALL": "C", "NO_COLOR": "1"])
            try terminal.wait("it is drawn") { terminal.output.contains(UInt8(ascii: "+")) }
            try terminal.waitUntilIdle()
            #expect(terminal.output.allSatisfy { $0 < 0x80 })
            terminal.look()
            #expect(terminal.text.contains("+ Orders -") && terminal.text.contains(">Tape"))
        }

        @Test func `Quit gives the terminal back`() throws {
            let terminal = try example()
            try terminal.type("\u{1B}q")
            try terminal.waitForEnd()
            terminal.look()
            #expect(terminal.status == 0)
            #expect(terminal.screen.modes.isDisjoint(with: [1000, 1002, 1004, 1006, 1049, 2004]))
        }

        @Test func `without a terminal it says so in two sentences`() throws {
            #expect {
                try Spawned.run([try BuiltProgram.path(of: "terminalkit-example")])
            } throws: {
                "\($0)".contains("64: terminalkit-example: Standard input and output are not a terminal.")
            }
        }
    }
}
