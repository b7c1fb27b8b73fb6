import TerminalKit
import Testing

/// A program running on a terminal in memory, with a clock that stands still until it is told.
@MainActor
final class Stage {
    let terminal: MemoryTerminal
    let program: Program
    let clock = ManualClock()
    private let running: Task<Void, Never>

    init(_ width: Int = 40, _ height: Int = 10, theme: Theme = .dark()) {
        let terminal = MemoryTerminal(size: Size(width: width, height: height))
        let program = Program(theme: theme, clock: clock.programClock)
        program.minimumSize = Size(width: 20, height: 5)
        running = Task { await program.run(on: terminal) }
        self.terminal = terminal
        self.program = program
    }

    deinit { running.cancel() }

    /// Opens a window and remembers what closed it.
    @discardableResult
    func open(_ window: Window) async -> Outcome {
        let outcome = Outcome()
        program.open(window) { outcome.command = $0 }
        await terminal.settle()
        return outcome
    }

    final class Outcome {
        var command: Command?
    }

    func press(_ code: Key.Code, _ modifiers: Modifiers = []) async {
        terminal.press(code, modifiers)
        await terminal.settle()
    }

    func alt(_ letter: Character) async {
        await press(.character(letter), .alt)
    }

    func type(_ text: String) async {
        terminal.type(text)
        await terminal.settle()
    }

    func click(_ text: String, _ modifiers: Modifiers = [], location: SourceLocation = #_sourceLocation) async
    {
        #expect(terminal.click(text, modifiers), "“\(text)” is not on the screen", sourceLocation: location)
        await terminal.settle()
    }

    func mouse(_ action: Mouse.Action, _ x: Int, _ y: Int) async {
        terminal.send(.mouse(Mouse(action, at: Point(x: x, y: y))))
        await terminal.settle()
    }

    var text: String { terminal.text }

    /// The screen without the key bar and without what is empty around it.
    var picture: String {
        var lines = Array(terminal.lines.dropLast())
        while lines.first?.isEmpty == true { lines.removeFirst() }
        while lines.last?.isEmpty == true { lines.removeLast() }
        let indent = lines.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        return lines.map { $0.dropFirst(indent) }.joined(separator: "\n")
    }

    var keyBar: String { terminal.lines.last ?? "" }
}

extension Stage {
    func press(_ character: Character, _ modifiers: Modifiers = []) async {
        await press(.character(character), modifiers)
    }
}
