import Glibc
import Synchronization

/// How the terminal treats what is typed at a command.
enum TerminalMode {
    /// Line by line, unseen.
    case quiet
    /// Byte by byte, unseen, without the line's limit of 4,096.
    case raw

    /// The terminal's own mode, and whether another is set.
    // Written before `isChanged` is set, and only read while it is; a signal handler can wait for no lock.
    nonisolated(unsafe) private static var own = termios()
    private static let isChanged = Atomic(false)

    /// Sets the mode for the time of one call; given back also when a signal ends the process.
    func during<Result>(_ body: () throws -> Result) throws -> Result {
        var changed = termios()
        guard tcgetattr(STDIN_FILENO, &changed) == 0 else { return try body() }
        Self.own = changed
        Self.isChanged.store(true, ordering: .releasing)
        // What nohup has made the process deaf to stays so.
        let endings = [SIGINT, SIGTERM, SIGHUP].filter { !Self.isIgnored($0) }
        for ending in endings {
            signal(ending) { number in
                TerminalMode.restore()
                signal(number, SIG_DFL)
                raise(number)
            }
        }
        changed.c_lflag &= ~tcflag_t(self == .raw ? ECHO | ICANON : ECHO)
        tcsetattr(STDIN_FILENO, TCSADRAIN, &changed)
        defer {
            Self.restore()
            for ending in endings { signal(ending, SIG_DFL) }
        }
        return try body()
    }

    /// Gives the terminal its own mode back, where another is set.
    static func restore() {
        guard isChanged.load(ordering: .acquiring) else { return }
        tcsetattr(STDIN_FILENO, TCSADRAIN, &own)
        isChanged.store(false, ordering: .relaxed)
    }

    /// Whether whoever started this process wants the signal to do nothing.
    static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        sigaction(number, nil, &action)
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
            == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}
