import CSpawn
import Foundation
import Glibc

/// The built program spoken with in lines; every byte that it writes is kept.
public final class LineSession: @unchecked Sendable {
    public enum Wire: Sendable, CaseIterable {
        case pipes, terminal
    }

    // Proof for @unchecked: the bytes are behind the lock, the position is used by the one test that has the
    // session, and everything else is set once.
    public let processIdentifier: Int32
    private let input: Int32
    private let output: Int32
    private let lock = NSLock()
    private var bytes: [UInt8] = []
    private var position = 0
    private var hasEnded = false

    /// - Parameter isFull: whether its output, a pipe that does not wait, has no room until ``makeRoom()``.
    public init(
        _ wire: Wire, environment: [String: String], _ arguments: [String], isFull: Bool = false
    ) throws {
        let given: [Int32]
        switch wire {
        case .pipes:
            var (questions, answers): ([Int32], [Int32]) = ([0, 0], [0, 0])
            guard cspawn_pipe(&questions) == 0, cspawn_pipe(&answers) == 0 else {
                throw DidNotCome("no pipes")
            }
            (input, output) = (answers[1], questions[0])
            given = [answers[0], questions[1], questions[1]]
            if isFull { Self.fill(questions[1]) }
        case .terminal:
            var ends: [Int32] = [0, 0]
            guard cspawn_terminal(&ends) == 0 else { throw DidNotCome("no pseudo-terminal") }
            (input, output) = (ends[0], ends[0])
            given = [ends[1], ends[1], ends[1]]
        }
        defer { for descriptor in Set(given) { close(descriptor) } }
        processIdentifier = try Spawned.start(
            [try BuiltProgram.path] + arguments, environment: environment.map { "\($0.key)=\($0.value)" },
            descriptors: given)
        if !isFull { makeRoom() }
    }

    /// Reads what is written, from now on.
    public func makeRoom() {
        Thread.detachNewThread { [weak self, output] in
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count = read(output, &buffer, buffer.count)
                guard count > 0, let self else { return }
                self.lock.withLock { self.bytes += buffer[..<count] }
            }
        }
    }

    private static func fill(_ pipe: Int32) {
        _ = fcntl(pipe, F_SETFL, O_NONBLOCK)
        let junk = [UInt8](repeating: 0x0A, count: 4096)
        while write(pipe, junk, junk.count) > 0 {}
    }

    /// Waits until the program's first thread sleeps and is not woken.
    public func waitUntilItSleeps() async throws {
        var last: [String] = []
        try await eventually {
            let status = try String(contentsOfFile: "/proc/\(processIdentifier)/status", encoding: .utf8)
            let now = status.split(separator: "\n").map(String.init)
                .filter { $0.hasPrefix("State:") || $0.contains("ctxt_switches") }
            defer { last = now }
            return now == last && now.contains { $0.contains("(sleeping)") } ? true : nil
        }
    }

    deinit {
        // Where it has ended already there is nothing to end.
        if !hasEnded {
            kill(processIdentifier, SIGKILL)
            _ = try? Spawned.wait(for: processIdentifier)
        }
        for descriptor in Set([input, output]) { close(descriptor) }
    }

    /// Everything that has been written.
    public var transcript: [UInt8] { lock.withLock { bytes } }

    /// Waits until a text has been written after what was last waited for.
    public func expect(_ text: String, within seconds: Double = 20) async throws {
        let wanted = Data(text.utf8)
        try await eventually(
            within: seconds, seen: { "not \(text):\n\(String(decoding: transcript, as: UTF8.self))" }
        ) {
            let all = Data(transcript)
            let found = all.range(of: wanted, in: min(position, all.count)..<all.count)
            position = found?.upperBound ?? position
            return found
        }
    }

    /// What has been written after what was last waited for.
    public var rest: String { String(decoding: transcript.dropFirst(position), as: UTF8.self) }

    public func enter(_ line: String) throws {
        try send(Array("\(line)\n".utf8))
    }

    /// Bytes as they are typed.
    public func send(_ typed: [UInt8]) throws {
        var left = typed[...]
        while !left.isEmpty {
            let count = left.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
            guard count > 0 else { throw DidNotCome("the program took no input") }
            left = left.dropFirst(count)
        }
    }

    /// Waits for a question and answers it.
    public func answer(_ question: String, _ line: String) async throws {
        try await expect(question)
        try enter(line)
    }

    /// Waits for the program's end: its exit code, or 128 and the number of a signal.
    public func end() async throws -> Int32 {
        hasEnded = true
        return try await offThread { [processIdentifier] in try Spawned.wait(for: processIdentifier) }
    }
}
