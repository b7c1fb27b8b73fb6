import CNcurses
import Glibc

/// The one wait of a program on a terminal: for what the main actor is given to do, and for descriptors.
///
/// Dispatch's own main loop on Linux hands each byte from the thread that waits for it to one that has the main queue
/// at that moment, and both take part in every key. Here the process's first thread waits for everything with one
/// `poll`, and a key is read, answered and drawn on it.
public enum MainLoop {
    private static var watches: [(descriptor: Int32, onReadable: () -> Void)] = []
    /// Whether the process is one that serves descriptors at all.
    private(set) static var isRunning = false

    /// Runs a program on the main actor and then ends the process with 0. Called by `main`, once, instead of
    /// `static func main() async`.
    public static func run(_ program: @escaping @MainActor @Sendable () async -> Void) -> Never {
        isRunning = true
        Task {
            await program()
            exit(0)
        }
        let queue = cn_main_queue_descriptor()
        while true {
            cn_main_queue_drain()
            waitOnce(queue)
        }
    }

    /// Calls a function whenever the descriptor is readable or gone, until it is unwatched.
    static func watch(_ descriptor: Int32, onReadable: @escaping () -> Void) {
        precondition(isRunning, "CursesTerminal needs MainLoop.run in main.")
        watches.append((descriptor, onReadable))
    }

    static func unwatch(_ descriptor: Int32) {
        watches.removeAll { $0.descriptor == descriptor }
    }

    private static func waitOnce(_ queue: Int32) {
        let descriptors = [queue] + watches.map(\.descriptor)
        var states = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        // A signal ends the wait early; what it has to say comes by a descriptor.
        guard poll(&states, nfds_t(states.count), -1) > 0 else { return }
        for state in states where state.revents != 0 {
            if state.fd == queue {
                cn_main_queue_acknowledge()
            } else {
                watches.first { $0.descriptor == state.fd }?.onReadable()
            }
        }
    }
}
