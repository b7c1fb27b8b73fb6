import TestSupport
import Testing

/// The editor in a pseudo-terminal whose bytes the test holds, and the screen that they make.
final class EditorTerminal: PseudoTerminal {
    var screen: ScreenModel
    /// Kept as long as the editor: its folder goes with it.
    private let station: Station

    /// Starts the editor on a station's store, or (`inShell`) a shell that the editor can be started from as `"$EDITOR"`.
    init(
        _ station: Station, columns: Int = 80, rows: Int = 24, environment: [String: String] = [:],
        controls: Bool = true, inShell: Bool = false, _ arguments: String...
    ) throws {
        self.station = station
        screen = ScreenModel(columns: columns, rows: rows)
        let program = try BuiltProgram.path
        let own = ["TERM": "xterm-256color", "EDITOR": program, "PS1": "$ "].merging(environment) { $1 }
        let variables = station.environment.merging(own) { $1 }.map { "\($0.key)=\($0.value)" }
        let shell = ["/bin/bash", "--norc", "--noprofile", "--noediting", "-i"]
        try super.init(
            inShell ? shell : [program] + arguments, environment: variables, columns: columns, rows: rows,
            controls: controls)
    }

    /// Waits until a text is on the screen, and nothing more comes.
    func expect(_ text: String) throws {
        do {
            try wait("“\(text)” is on the screen") {
                look()
                return screen.lines.contains { $0.contains(text) }
            }
            try waitUntilIdle()
            look()
        } catch let error as DidNotCome {
            throw DidNotCome("\(error.description)\n\(screen.lines.joined(separator: "\n"))")
        }
    }

    /// How many bytes the answer to some keys takes, all of it.
    func bytes(for keys: String) throws -> Int {
        look()
        try type(keys)
        try wait("there is an answer") { !output.isEmpty }
        try waitUntilIdle()
        return look()
    }

    /// Types what has no answer on the screen; how many bytes came all the same.
    func bytesWithoutAnswer(for keys: String) throws -> Int {
        look()
        try type(keys)
        try waitUntilIdle()
        return look()
    }

    /// As if another program had written to the terminal.
    func write(ofAnotherProgram text: String) {
        look()
        screen.feed(text.utf8)
    }

    @discardableResult
    func look() -> Int {
        let bytes = takeOutput()
        screen.feed(bytes)
        return bytes.count
    }

    /// Another size, and the screen drawn for it.
    func redraw(columns: Int, rows: Int) throws {
        look()
        screen.resize(columns: columns, rows: rows)
        try resize(columns: columns, rows: rows)
        try wait("the screen is drawn anew") { !output.isEmpty }
        try waitUntilIdle()
        look()
    }

    var text: String { screen.lines.joined(separator: "\n") }
}
