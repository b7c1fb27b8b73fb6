import CursesTerminal
import Glibc
import TerminalKit

/// An order form with a table of what has been ordered: all that a program on TerminalKit needs.
@main
struct OrderExample {
    static func main() {
        MainLoop.run {
            do {
                let terminal = try CursesTerminal.open()
                let program = Program()
                program.desktop = OrdersWindow(program)
                await program.run(on: terminal)
                terminal.close()
                terminal.endBySignal()
            } catch {
                let message = "terminalkit-example: \(error)\n"
                _ = message.withCString { write(STDERR_FILENO, $0, strlen($0)) }
                exit(64)
            }
        }
    }
}
