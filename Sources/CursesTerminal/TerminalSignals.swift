import CNcurses
import Dispatch
import Glibc

/// Signals as calls on the main queue: the handler itself only wakes the loop.
final class TerminalSignals {
    private let source: any DispatchSourceRead
    private var isActive = false

    /// Catches signals from here on; they are handed over after `start`.
    init() throws(TerminalError) {
        let descriptor = cn_signals_install()
        guard descriptor >= 0 else {
            throw TerminalError(
                .failed, "The system has no pipe left: \(String(cString: strerror(errno))).",
                advice: "Close other programs and try again.")
        }
        source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .main)
    }

    func start(_ handle: @escaping @MainActor (Int32) -> Void) {
        source.setEventHandler { @Sendable in
            MainActor.assumeIsolated {
                cn_signals_drain()
                for signal in [SIGCONT, SIGWINCH, SIGTSTP, SIGINT, SIGHUP, SIGTERM]
                where cn_signals_take(signal) {
                    handle(signal)
                }
            }
        }
        source.activate()
        isActive = true
    }

    /// Puts the handlers from before back.
    func stop() {
        source.cancel()
        // A source that has never been active must not be let go of (dispatch_release(3)).
        if !isActive { source.activate() }
        cn_signals_remove()
    }
}
