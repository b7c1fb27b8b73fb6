import Glibc

/// How many of many have come, on a line of its own on standard error, where that is a terminal.
struct Progress {
    private let total: Int
    private let isShown: Bool
    private var count = 0

    init(of total: Int) {
        self.total = total
        isShown = isatty(STDERR_FILENO) == 1
    }

    /// One more has come.
    mutating func step() {
        count += 1
        if isShown { Output.prompt("\r\(count) of \(total)") }
    }

    /// Wipes the line, so that another can be written.
    func clear() {
        if isShown { Output.prompt("\r\u{1b}[K") }
    }
}
