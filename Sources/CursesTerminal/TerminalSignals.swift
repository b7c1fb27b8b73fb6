import CNcurses
import Glibc

/// Signals as calls from the main loop: the handler itself only wakes it.
final class TerminalSignals {
    private let descriptor: Int32

    /// Catches signals from here on; they are handed over after `start`.
    init() throws(TerminalError) {
        descriptor = cn_signals_install()
        guard descriptor >= 0 else {
            throw TerminalError(
                .failed, "The system has no pipe left: \(String(cString: strerror(errno))).",
                advice: "Close other programs and try again.")
        }
    }

    func start(_ handle: @escaping @MainActor (Int32) -> Void) {
        MainLoop.watch(descriptor) {
            cn_signals_drain()
            for signal in [SIGCONT, SIGWINCH, SIGTSTP, SIGINT, SIGHUP, SIGTERM] where cn_signals_take(signal)
            {
                handle(signal)
            }
        }
    }

    /// Puts the handlers from before back.
    func stop() {
        MainLoop.unwatch(descriptor)
        cn_signals_remove()
    }
}
