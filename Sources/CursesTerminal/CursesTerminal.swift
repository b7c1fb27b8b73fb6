import CNcurses
import Dispatch
import Glibc
public import TerminalKit

/// The terminal on standard input and output: ncursesw draws, and the bytes that come in are parsed by
/// TerminalKit.
///
/// Everything happens on the main actor. SIGTERM, SIGHUP and SIGINT end ``events`` in order and leave
/// ``pendingSignal``; the program then calls ``close()`` and ``endBySignal()``. A crash gives the terminal
/// back too.
public final class CursesTerminal: Terminal {
    public let events = EventFeed()
    public private(set) var size: Size
    public let capabilities: Capabilities
    /// The signal that asked the program to end.
    public private(set) var pendingSignal: Int32?

    private let settings: TerminalSettings
    private let signals: TerminalSignals
    private var screen: CursesScreen
    private var input: TerminalInput?
    private let resizeTimer: any DispatchSourceTimer
    private var isResizing = false
    private var isMouseReporting = true
    private var isOpen = true

    /// Several changes of size within this time become one event.
    private static let resizeDelay = DispatchTimeInterval.milliseconds(15)

    /// Takes the terminal over. One can be open at a time.
    ///
    /// A lone Escape waits 25 ms for the rest of a key's sequence, or as many milliseconds as `ESCDELAY` in the environment
    /// says: over a line that takes its time, 25 may be too few.
    public static func open() throws(TerminalError) -> CursesTerminal {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            throw TerminalError(
                .noTerminal, "Standard input and output are not a terminal.",
                advice: "Start it in a terminal window, without pipes or redirections.")
        }
        let delay = environment("ESCDELAY").flatMap { Int($0) } ?? 25
        return try CursesTerminal(
            terminfo: Terminfo(), escapeTimeout: .milliseconds(max(1, min(delay, 10_000))))
    }

    private init(terminfo: Terminfo, escapeTimeout: DispatchTimeInterval) throws(TerminalError) {
        var settings = try TerminalSettings(reset: terminfo.reset)
        // Before ncurses, which installs handlers of its own where it finds none.
        signals = try TerminalSignals()
        settings.armRestore()
        guard var screen = CursesScreen(capabilities: terminfo.capabilities) else {
            settings.disarmRestore()
            signals.stop()
            throw TerminalError(
                .unknownTerminal, "The terminal cannot show a screen.",
                advice: "Set TERM to the name of your terminal, for example xterm-256color.")
        }
        settings.rememberOwn()
        size = Self.windowSize
        screen.resize(to: size)
        self.settings = settings
        self.screen = screen
        capabilities = terminfo.capabilities
        resizeTimer = DispatchSource.makeTimerSource(queue: .main)

        resizeTimer.setEventHandler { @Sendable [weak self] in MainActor.assumeIsolated { self?.resize() } }
        resizeTimer.schedule(deadline: .distantFuture)
        resizeTimer.activate()
        signals.start { [weak self] in self?.handle(signal: $0) }
        input = TerminalInput(
            descriptor: STDIN_FILENO, escapeTimeout: escapeTimeout,
            deliver: { [events] in events.put($0) }, hangUp: { [events] in events.end() })
        send(TerminalModes.mouseOn + TerminalModes.reportsOn)
    }

    /// Gives the terminal back to the shell for good and ends ``events``.
    public func close() {
        guard isOpen else { return }
        isOpen = false
        stopReading()
        resizeTimer.cancel()
        giveBack()
        signals.stop()
        screen.discard()
    }

    /// Ends the process the way the pending signal would have without a handler, so that whoever started it
    /// can tell. Returns when there is none.
    public func endBySignal() {
        guard let pendingSignal else { return }
        close()
        cn_signals_die(pendingSignal)
    }

    // MARK: Output

    public func show(_ surface: Surface) {
        guard isOpen else { return }
        send(screen.show(surface))
    }

    public func redraw() {
        guard isOpen else { return }
        send(screen.redraw())
    }

    public func setMouseReporting(_ isOn: Bool) {
        guard isOpen, isOn != isMouseReporting else { return }
        isMouseReporting = isOn
        send(isOn ? TerminalModes.mouseOn : TerminalModes.mouseOff)
    }

    public func copyToClipboard(_ text: String) {
        guard isOpen else { return }
        send("\u{1B}]52;c;\(base64(text.utf8))\u{7}")
    }

    public func beep() {
        guard isOpen else { return }
        send(screen.beep())
    }

    /// How long a terminal that takes no output is waited for.
    private static let outputPatience: Int32 = 1000

    private func send(_ text: String) {
        send(Array(text.utf8))
    }

    private func send(_ output: [UInt8]) {
        var bytes = output[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count >= 0 {
                bytes = bytes.dropFirst(count)
            } else if errno == EAGAIN {
                var state = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
                guard poll(&state, 1, Self.outputPatience) > 0 || errno == EINTR else {
                    return screen.forget()
                }
            } else if errno != EINTR {
                return  // The terminal is gone; the input end tells.
            }
        }
    }

    // MARK: Giving back and taking again

    public func suspend() {
        guard isOpen else { return }
        giveBack()
        cn_signals_stop()
        takeAgain()
    }

    private func giveBack() {
        send(Array(TerminalModes.off.utf8) + screen.leave())
        settings.disarmRestore()
        settings.useShells()
    }

    private func takeAgain() {
        settings.armRestore()
        settings.useOwn()
        send((isMouseReporting ? TerminalModes.mouseOn : "") + TerminalModes.reportsOn)
        resize()
        send(screen.redraw())
    }

    // MARK: Signals and size

    private func handle(signal: Int32) {
        guard isOpen else { return }
        switch signal {
        case SIGWINCH where !isResizing:
            isResizing = true
            resizeTimer.schedule(deadline: .now() + Self.resizeDelay)
        case SIGWINCH: break
        case SIGTSTP: suspend()
        case SIGCONT: takeAgain()
        default:
            pendingSignal = signal
            stopReading()
        }
    }

    private func stopReading() {
        input?.stop()
        events.end()
    }

    private func resize() {
        isResizing = false
        let size = Self.windowSize
        guard isOpen, size != self.size else { return }
        self.size = size
        screen.resize(to: size)
        events.put(.resize(size))
    }

    /// As the kernel knows it; the smallest useful one where it does not, as on a serial line.
    private static var windowSize: Size {
        var size = winsize()
        guard cn_window_size(STDOUT_FILENO, &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
            return Size(width: 80, height: 24)
        }
        return Size(width: Int(size.ws_col), height: Int(size.ws_row))
    }
}
