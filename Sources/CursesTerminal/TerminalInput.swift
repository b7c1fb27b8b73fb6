import Dispatch
import Glibc
import TerminalKit

/// Reads the terminal's bytes as they come and hands on events; nothing runs while nothing comes.
final class TerminalInput {
    /// How long the rest of a report may take that is clearly one, and the rest of a paste.
    private static let reportTimeout = DispatchTimeInterval.seconds(1)
    private static let pasteTimeout = DispatchTimeInterval.seconds(10)

    private let descriptor: Int32
    private let escapeTimeout: DispatchTimeInterval
    private let deliver: (Event) -> Void
    private let hangUp: () -> Void
    private let timer: any DispatchSourceTimer
    private var parser = InputParser()
    /// Setting the timer costs a call to another thread, which most keys need not pay.
    private var isArmed = false

    /// `hangUp` is called once, when the terminal is gone.
    init(
        descriptor: Int32, escapeTimeout: DispatchTimeInterval, deliver: @escaping (Event) -> Void,
        hangUp: @escaping () -> Void
    ) {
        self.descriptor = descriptor
        self.escapeTimeout = escapeTimeout
        self.deliver = deliver
        self.hangUp = hangUp
        timer = DispatchSource.makeTimerSource(queue: .main)
        timer.setEventHandler { @Sendable [weak self] in MainActor.assumeIsolated { self?.flush() } }
        timer.schedule(deadline: .distantFuture)
        timer.activate()
        MainLoop.watch(descriptor) { [weak self] in self?.read() }
    }

    func stop() {
        MainLoop.unwatch(descriptor)
        timer.cancel()
    }

    /// Reads once: the loop calls again while there is more.
    private func read() {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
            let length = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if length < 0 { failure = errno }
            count = max(0, length)
        }
        if bytes.isEmpty {
            guard failure != EINTR, failure != EAGAIN else { return }
            stop()
            hangUp()
            return
        }
        parser.feed(bytes).forEach(deliver)
        armTimer()
    }

    private func flush() {
        // The loop was busy and the rest has come meanwhile: it is about to be read.
        var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&state, 1, 0) == 0 else { return }
        parser.flush().forEach(deliver)
        armTimer()
    }

    private func armTimer() {
        guard parser.isPending || isArmed else { return }
        isArmed = parser.isPending
        guard isArmed else { return timer.schedule(deadline: .distantFuture) }
        let timeout =
            parser.isAmbiguous ? escapeTimeout : parser.isPasting ? Self.pasteTimeout : Self.reportTimeout
        timer.schedule(deadline: .now() + timeout)
    }
}
