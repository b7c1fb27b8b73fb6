import CNcurses
import Glibc

/// The line settings (termios) of the shell and of this program, and what restores the former after a crash.
struct TerminalSettings {
    private let shells: termios
    private var own: termios
    private let reset: [UInt8]

    /// Remembers the settings of now as the shell's.
    init(reset: [UInt8]) throws(TerminalError) {
        var settings = termios()
        guard tcgetattr(STDIN_FILENO, &settings) == 0 else {
            throw TerminalError(
                .failed, "The terminal does not tell its settings: \(String(cString: strerror(errno))).",
                advice: "Try another terminal window.")
        }
        shells = settings
        own = settings
        self.reset = reset
    }

    /// Remembers the settings of now as this program's.
    mutating func rememberOwn() {
        // Whoever answered the first time answers again.
        tcgetattr(STDIN_FILENO, &own)
    }

    func useOwn() {
        apply(own)
    }

    /// What has come in and was not read is dropped: late mouse reports would be junk in the shell.
    func useShells() {
        tcflush(STDIN_FILENO, TCIFLUSH)
        apply(shells)
    }

    /// At once: waiting for output would hang on a terminal that takes none.
    private func apply(_ settings: termios) {
        var settings = settings
        while tcsetattr(STDIN_FILENO, TCSANOW, &settings) != 0, errno == EINTR {}
    }

    func armRestore() {
        var settings = shells
        reset.withUnsafeBytes { cn_restore_arm($0.baseAddress, $0.count, &settings) }
    }

    func disarmRestore() {
        cn_restore_disarm()
    }
}
