import CarrierCore
import Dispatch
import Glibc
import TerminalKit

/// Standard input and output as lines: prompts go out as they are, answers come in as the terminal's own lines.
///
/// No escape sequence and no control character but the line's end is ever written.
@MainActor
final class StandardLines: LineTerminal {
    let entries: AsyncStream<LineEntry>
    /// The signal that asked the program to end.
    private(set) var pendingSignal: Int32?

    /// What a terminal sends for Backspace, and for Ctrl+D.
    private static let (erase, backspace, endOfText) = (UInt8(0x7F), UInt8(0x08), UInt8(0x04))

    private let continuation: AsyncStream<LineEntry>.Continuation
    /// The terminal's own mode; nil for a pipe or a file.
    private let ownMode: termios?
    private let isUTF8: Bool
    private var manner = AnswerManner.seen
    private var pending: [UInt8] = []
    private var hasEnded = false
    private var isAsking = false
    /// Whether the question has begun a line.
    private var hasPrompt = false
    private var sources: [any DispatchSourceProtocol] = []
    /// What the signals did before.
    private var earlier: [(signal: Int32, handler: __sighandler_t?)] = []

    init() {
        var mode = termios()
        ownMode = tcgetattr(STDIN_FILENO, &mode) == 0 ? mode : nil
        isUTF8 = setlocale(LC_CTYPE, "") != nil && String(cString: nl_langinfo(Int32(CODESET))) == "UTF-8"
        (entries, continuation) = AsyncStream.makeStream()
        let input = DispatchSource.makeReadSource(fileDescriptor: STDIN_FILENO, queue: .main)
        input.setEventHandler { @Sendable [weak self] in MainActor.assumeIsolated { self?.read() } }
        sources.append(input)
        for ending in EndingSignals.all where !EndingSignals.isIgnored(ending) {
            earlier.append((ending, signal(ending, SIG_IGN)))
            let source = DispatchSource.makeSignalSource(signal: ending, queue: .main)
            source.setEventHandler { @Sendable [weak self] in
                MainActor.assumeIsolated {
                    self?.pendingSignal = ending
                    self?.continuation.finish()
                }
            }
            sources.append(source)
        }
        for source in sources { source.activate() }
        // A file, or /dev/null, calls nobody: it is there at once.
        if ownMode == nil, events != 0 { read() }
    }

    /// Gives the terminal its own mode back and ends ``entries``.
    func close() {
        for source in sources { source.cancel() }
        sources = []
        continuation.finish()
        set(.seen)
        for (number, handler) in earlier { signal(number, handler) }
        earlier = []
    }

    /// Ends the process the way the pending signal would have; returns when there is none.
    func endBySignal() {
        guard let pendingSignal else { return }
        close()
        EndingSignals.endProcess(by: pendingSignal)
    }

    // MARK: Out

    func say(_ line: String) {
        write(shown(line) + "\n")
    }

    func ask(_ prompt: String, _ manner: AnswerManner) {
        write(shown(prompt))
        isAsking = true
        hasPrompt = !prompt.isEmpty
        set(manner)
        takeLines()
    }

    func breakOff() {
        isAsking = false
        set(.seen)
        if hasPrompt { write("\n") }
    }

    private func shown(_ text: String) -> String {
        let safe = visible(text, as: isUTF8 ? .unicode : .ascii)
        return isUTF8 ? safe : String(safe.unicodeScalars.reduce(into: "") { $0 += $1.inASCII })
    }

    private func write(_ text: String) {
        // Nobody hears any more.
        if Output.writeAll(text, to: STDOUT_FILENO) != nil { continuation.finish() }
    }

    // MARK: In

    /// An answer without echo or limit needs another mode of the terminal.
    private func set(_ manner: AnswerManner) {
        self.manner = manner
        guard var mode = ownMode else { return }
        switch manner {
        case .seen: break
        case .hidden: mode.c_lflag &= ~tcflag_t(ECHO)
        case .long: mode.c_lflag &= ~tcflag_t(ECHO | ICANON)
        }
        tcsetattr(STDIN_FILENO, TCSANOW, &mode)
    }

    /// Reads all that is there: where a pipe's end came with its last bytes, nobody calls again for the end.
    private func read() {
        repeat { readOnce() } while !hasEnded && events != 0
    }

    private func readOnce() {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
        if count > 0 {
            pending += buffer[..<count]
            takeLines()
        } else if count == 0, ownMode != nil, events & Int16(POLLHUP) == 0 {
            // Ctrl+D on an empty line.
            answer(.back)
        } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
            if !pending.isEmpty { answer(.line(text(pending))) }
            hasEnded = true
            continuation.finish()
            sources.first?.cancel()
        }
    }

    /// What poll(2) tells of the input now.
    private var events: Int16 {
        var state = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        return poll(&state, 1, 0) > 0 ? state.revents : 0
    }

    /// Hands on the lines that are complete; on a terminal one for each question, for how the next is read is not
    /// known before it is asked.
    private func takeLines() {
        guard manner != .long || ownMode == nil else { return takeLongLine() }
        while isAsking || ownMode == nil, let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
            let line = text(pending[..<end])
            pending.removeSubrange(...end)
            answer(.line(line))
        }
    }

    /// Up to an end of line after which nothing more comes: a paste may have ends of lines in it.
    private func takeLongLine() {
        if pending.first == Self.endOfText {
            pending = []
            return answer(.back)
        }
        guard pending.last == UInt8(ascii: "\n") else { return }
        var state = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        guard poll(&state, 1, 50) == 0 else { return }
        var kept: [UInt8] = []
        for byte in pending {
            if byte == Self.erase || byte == Self.backspace { _ = kept.popLast() } else { kept.append(byte) }
        }
        pending = []
        let line = text(kept[...].dropLast())
        write("\(line.count) characters")
        answer(.line(line))
    }

    private func answer(_ entry: LineEntry) {
        // What ended the line was not echoed.
        if ownMode != nil, manner != .seen || entry == .back { write("\n") }
        isAsking = false
        set(.seen)
        continuation.yield(entry)
    }

    private func text(_ bytes: some Collection<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        return text.last == "\r" || text.last == "\r\n" ? String(text.dropLast()) : text
    }
}

extension Unicode.Scalar {
    /// The signs of the program's own texts as every terminal can write them.
    fileprivate var inASCII: String {
        switch self {
        case _ where isASCII: String(self)
        case "®": "(R)"
        case "×": "x"
        case "→": "->"
        case "…": "..."
        case "·", "–": "-"
        default: "?"
        }
    }
}
