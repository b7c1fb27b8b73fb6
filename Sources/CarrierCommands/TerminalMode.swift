import Glibc
import Synchronization

/// How the terminal treats what is typed at a command's prompt.
enum TerminalMode: UInt8, AtomicRepresentable {
    /// As its owner has set it.
    case own
    /// Line by line, unseen.
    case quiet
    /// Byte by byte, unseen, without the line's limit of 4,096, and with pastes in brackets.
    case raw

    private static let pasteBracketsOn: StaticString = "\u{1b}[?2004h"
    private static let pasteBracketsOff: StaticString = "\u{1b}[?2004l"
    private static let lineEnd: StaticString = "\n"

    // Written before `present` is set, and only read while it is; a signal's handler can wait for no lock.
    nonisolated(unsafe) private static var ownSettings = termios()
    private static let present = Atomic(TerminalMode.own)

    /// Makes what a signal's handler needs.
    static func prepare() {
        _ = present.load(ordering: .relaxed)
        _ = (ownSettings, pasteBracketsOff, lineEnd)
    }

    /// Sets the mode for the time of one call; given back also when a signal ends the process (``EndingSignals``).
    func during<Result>(_ body: () throws -> Result) throws -> Result {
        var changed = termios()
        guard tcgetattr(STDIN_FILENO, &changed) == 0 else { return try body() }
        Self.ownSettings = changed
        Self.present.store(self, ordering: .releasing)
        changed.c_lflag &= ~tcflag_t(self == .raw ? ECHO | ICANON : ECHO)
        tcsetattr(STDIN_FILENO, TCSADRAIN, &changed)
        if self == .raw { Self.tell(Self.pasteBracketsOn) }
        defer { Self.restore() }
        return try body()
    }

    /// Gives the terminal its own mode back, where another is set, and ends the prompt's line. Async-signal-safe.
    static func restore() {
        let mode = present.exchange(.own, ordering: .acquiringAndReleasing)
        guard mode != .own else { return }
        if mode == .raw { tell(pasteBracketsOff) }
        // What is typed at the prompt was not echoed, its end neither.
        tell(lineEnd)
        tcsetattr(STDIN_FILENO, TCSADRAIN, &ownSettings)
    }

    /// To the terminal that shows the prompt, if one does.
    private static func tell(_ text: StaticString) {
        guard isatty(STDERR_FILENO) == 1 else { return }
        _ = write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
    }
}
