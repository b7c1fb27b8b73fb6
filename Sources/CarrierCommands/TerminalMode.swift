import Glibc
import Synchronization

/// How the terminal treats what is typed at a command.
enum TerminalMode {
    /// Line by line, unseen.
    case quiet
    /// Byte by byte, unseen, without the line's limit of 4,096.
    case raw

    /// The terminal's own mode while another is set.
    private static let saved = Mutex<termios?>(nil)
    private static let endings = [SIGINT, SIGTERM, SIGHUP]

    /// Sets the mode for the time of one call; given back also when a signal ends the process.
    func during<Result>(_ body: () throws -> Result) throws -> Result {
        var current = termios()
        guard tcgetattr(STDIN_FILENO, &current) == 0 else { return try body() }
        Self.saved.withLock { $0 = current }
        for ending in Self.endings {
            signal(ending) { number in
                TerminalMode.restore()
                signal(number, SIG_DFL)
                raise(number)
            }
        }
        current.c_lflag &= ~tcflag_t(self == .raw ? ECHO | ICANON : ECHO)
        tcsetattr(STDIN_FILENO, TCSADRAIN, &current)
        defer {
            Self.restore()
            for ending in Self.endings { signal(ending, SIG_DFL) }
        }
        return try body()
    }

    /// Gives the terminal its own mode back, where another is set.
    static func restore() {
        // A signal handler must not wait for the lock; when it is taken, its holder is about to restore.
        guard
            let mode = saved.withLockIfAvailable({ mode -> termios? in
                defer { mode = nil }
                return mode
            }), var mode
        else { return }
        tcsetattr(STDIN_FILENO, TCSADRAIN, &mode)
    }
}
