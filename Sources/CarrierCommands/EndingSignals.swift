import CarrierCore
import Glibc

/// SIGINT, SIGTERM and SIGHUP: they end a command at once, but for what UPS still owes an answer to.
enum EndingSignals {
    static let all = [SIGINT, SIGTERM, SIGHUP]

    /// Has the signals give the terminal back and then end the process. What nohup has made it deaf to stays so.
    static func install() {
        // Made now, for a handler can make nothing.
        TerminalMode.prepare()
        _ = GracefulShutdown.isHeldBack
        for number in all where !isIgnored(number) {
            signal(number) { number in
                TerminalMode.restore()
                if GracefulShutdown.request(number) { EndingSignals.endProcess(by: number) }
            }
        }
    }

    /// Ends the process the way the signal would have without a handler.
    static func endProcess(by number: Int32) {
        signal(number, SIG_DFL)
        // A handler's own signal is blocked while it runs, and on Dispatch's threads all are.
        var ending = sigset_t()
        sigemptyset(&ending)
        sigaddset(&ending, number)
        pthread_sigmask(SIG_UNBLOCK, &ending, nil)
        raise(number)
    }

    /// Whether whoever started this process wants the signal to do nothing.
    static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        sigaction(number, nil, &action)
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
            == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}
