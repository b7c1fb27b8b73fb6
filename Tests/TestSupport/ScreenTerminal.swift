/// A program in a pseudo-terminal, and the screen that its bytes make.
open class ScreenTerminal: PseudoTerminal {
    public var screen: ScreenModel

    public init(
        _ command: [String], environment: [String: String], columns: Int = 80, rows: Int = 24,
        controls: Bool = true
    ) throws {
        screen = ScreenModel(columns: columns, rows: rows)
        try super.init(
            command, environment: environment.map { "\($0.key)=\($0.value)" }, columns: columns, rows: rows,
            controls: controls)
    }

    /// Waits until a text is on the screen, and nothing more comes.
    public func expect(_ text: String) throws {
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
    public func bytes(for keys: String) throws -> Int {
        look()
        try type(keys)
        try wait("there is an answer") { !output.isEmpty }
        try waitUntilIdle()
        return look()
    }

    /// Types what has no answer on the screen; how many bytes came all the same.
    public func bytesWithoutAnswer(for keys: String) throws -> Int {
        look()
        try type(keys)
        try waitUntilIdle()
        return look()
    }

    /// As if another program had written to the terminal.
    public func write(ofAnotherProgram text: String) {
        look()
        screen.feed(text.utf8)
    }

    @discardableResult
    public func look() -> Int {
        let bytes = takeOutput()
        screen.feed(bytes)
        return bytes.count
    }

    /// Another size, and the screen drawn for it.
    public func redraw(columns: Int, rows: Int) throws {
        look()
        screen.resize(columns: columns, rows: rows)
        try resize(columns: columns, rows: rows)
        try wait("the screen is drawn anew") { !output.isEmpty }
        try waitUntilIdle()
        look()
    }

    public var text: String { screen.lines.joined(separator: "\n") }
}
