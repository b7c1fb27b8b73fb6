import Foundation
public import Glibc

/// A program in a terminal of its own: a pseudo-terminal whose other end the test holds.
///
/// What the program writes to the screen is ``output``; what it tells on standard error is read line by line.
/// Used by one thread.
open class PseudoTerminal {
    public let process: pid_t
    public private(set) var output: [UInt8] = []
    /// Lines of standard error.
    public private(set) var told: [String] = []
    /// How the process ended, as `waitpid` tells it.
    public private(set) var status: Int32?
    /// Off is a terminal that takes no more output than the system keeps for it.
    public var takesOutput = true
    /// The line settings before the program began.
    public let settingsBefore: termios

    private let near: Int32
    /// Held open so that the settings outlive the program.
    private let far: Int32
    private let log: Int32
    private var partialLine: [UInt8] = []
    private var isClosed = false

    /// Starts a program by its path, with exactly this environment.
    ///
    /// Without `controls` the terminal is not the one that controls the session, so that its end raises no
    /// SIGHUP. `standardInput` is a file to read from in place of the terminal.
    public init(
        _ command: [String], environment: [String], columns: Int = 80, rows: Int = 24, controls: Bool = true,
        standardInput: String? = nil
    ) throws {
        var ends: (near: Int32, far: Int32) = (-1, -1)
        var pipes: [Int32] = [-1, -1]
        var size = winsize(
            ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&ends.near, &ends.far, nil, nil, &size) == 0, pipe(&pipes) == 0,
            let name = ttyname(ends.far)
        else { throw DidNotCome("no pseudo-terminal") }
        for descriptor in [ends.near, ends.far] + pipes { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        (near, far, log) = (ends.near, ends.far, pipes[0])
        var settings = termios()
        tcgetattr(far, &settings)
        settingsBefore = settings
        let path = String(cString: name)
        process = try Spawned.start(command, environment: environment, inSession: controls) { actions in
            let flags = controls ? O_RDWR : O_RDWR | O_NOCTTY
            posix_spawn_file_actions_addopen(&actions, 1, path, flags, 0)
            if let standardInput {
                posix_spawn_file_actions_addopen(&actions, 0, standardInput, O_RDONLY, 0)
            } else {
                posix_spawn_file_actions_adddup2(&actions, 1, 0)
            }
            posix_spawn_file_actions_adddup2(&actions, pipes[1], 2)
        }
        close(pipes[1])
    }

    deinit {
        if status == nil {
            kill(process, SIGKILL)
            waitpid(process, nil, 0)
        }
        closeTerminal()
        close(log)
    }

    /// Hangs up.
    public func closeTerminal() {
        guard !isClosed else { return }
        isClosed = true
        close(near)
        close(far)
    }

    // MARK: Talking

    public func type(_ text: String) throws {
        try type(bytes: Array(text.utf8))
    }

    public func type(bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            pump(milliseconds: 0)
            var state = pollfd(fd: near, events: Int16(POLLOUT), revents: 0)
            guard poll(&state, 1, 100) > 0 else { continue }
            let count = rest.prefix(1024).withUnsafeBytes { write(near, $0.baseAddress, $0.count) }
            guard count > 0 else { throw DidNotCome("the terminal takes no bytes") }
            rest = rest.dropFirst(count)
        }
    }

    public func resize(columns: Int, rows: Int) throws {
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        guard ioctl(near, UInt(TIOCSWINSZ), &size) == 0 else { throw DidNotCome("no other size") }
    }

    // MARK: Waiting

    /// Waits until the program tells this line, and forgets what it told before.
    public func wait(for line: String) throws {
        try wait("it tells \(line.prefix(200))") { told.contains(line) }
        told.removeFirst((told.firstIndex(of: line) ?? 0) + 1)
    }

    /// Forgets what the program has told; how many lines that were.
    public func forgetTold() -> Int {
        defer { told = [] }
        return told.count
    }

    public func wait(_ purpose: String, until isDone: () throws -> Bool) throws {
        let end = Date(timeIntervalSinceNow: 20)
        while try !isDone() {
            guard Date() < end else {
                throw DidNotCome("waited in vain until \(purpose); told: \(told.map { $0.prefix(200) })")
            }
            pump(milliseconds: 20)
        }
    }

    /// Waits until the process has ended; asks it to with a signal again and again, if one is given.
    public func waitForEnd(sending signal: Int32? = nil) throws {
        try wait("it ends") {
            if let signal { kill(process, signal) }
            var status: Int32 = 0
            guard waitpid(process, &status, WNOHANG) == process else { return false }
            self.status = status
            return true
        }
        pump(milliseconds: 0)
    }

    /// Waits until the program has taken all input and nothing of it runs any more.
    public func waitUntilIdle() throws {
        var last: [String] = []
        try wait("it is idle") {
            guard !hasUnreadInput else { return false }
            let now = try threads()
            defer { last = now }
            return now == last && now.allSatisfy { $0.hasPrefix("S") }
        }
    }

    /// What has reached the screen since this was last asked.
    public func takeOutput() -> [UInt8] {
        pump(milliseconds: 0)
        defer { output = [] }
        return output
    }

    /// Reads what is there from both ends; waits for the first of it.
    public func pump(milliseconds: Int32) {
        var timeout = milliseconds
        while true {
            var states = [
                pollfd(fd: isClosed || !takesOutput ? -1 : near, events: Int16(POLLIN), revents: 0),
                pollfd(fd: log, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&states, 2, timeout) > 0 else { return }
            var hasRead = false
            if states[0].revents & Int16(POLLIN) != 0 {
                output += Self.read(near)
                hasRead = true
            }
            if states[1].revents & Int16(POLLIN) != 0 {
                partialLine += Self.read(log)
                hasRead = true
                while let end = partialLine.firstIndex(of: 0x0A) {
                    told.append(String(decoding: partialLine[..<end], as: UTF8.self))
                    partialLine.removeSubrange(...end)
                }
            }
            guard hasRead else { return }
            timeout = 0
        }
    }

    private static func read(_ descriptor: Int32) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
            count = max(0, Glibc.read(descriptor, buffer.baseAddress, buffer.count))
        }
    }

    // MARK: Looking

    public var settingsNow: termios {
        var settings = termios()
        tcgetattr(far, &settings)
        return settings
    }

    public var hasUnreadInput: Bool {
        var state = pollfd(fd: far, events: Int16(POLLIN), revents: 0)
        return poll(&state, 1, 0) == 1
    }

    /// Processor time used so far, in clock ticks.
    public func processorTime() throws -> Int {
        let fields = try text(of: "stat").split(separator: " ")
        guard fields.count > 14, let user = Int(fields[13]), let system = Int(fields[14]) else {
            throw DidNotCome("no processor time")
        }
        return user + system
    }

    /// Each thread's state, `S` for asleep, and how often it has been woken or interrupted.
    private func threads() throws -> [String] {
        try files(in: "task").compactMap { thread in
            // One that has ended meanwhile is none.
            guard let status = try? text(of: "task/\(thread)/status") else { return nil }
            let lines = status.split(separator: "\n")
            func value(_ name: String) -> String {
                lines.first { $0.hasPrefix(name + ":") }.map {
                    $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces)
                } ?? ""
            }
            return
                "\(value("State")) \(value("voluntary_ctxt_switches")) \(value("nonvoluntary_ctxt_switches"))"
        }
    }

    /// In how many seconds the process's timers are due that are set at all, the soonest first.
    public func timers() throws -> [Double] {
        var due: [Double] = []
        for descriptor in try files(in: "fdinfo") {
            // One that has been closed meanwhile is none.
            guard let text = try? text(of: "fdinfo/\(descriptor)") else { continue }
            for line in text.split(separator: "\n") where line.hasPrefix("it_value: (") {
                let numbers = line.split { !"0123456789".contains($0) }.compactMap { Double($0) }
                guard numbers.count == 2, numbers[0] + numbers[1] > 0 else { continue }
                due.append(numbers[0] + numbers[1] / 1e9)
            }
        }
        return due.sorted()
    }

    private func files(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/\(folder)")
    }

    private func text(of file: String) throws -> String {
        try String(contentsOfFile: "/proc/\(process)/\(file)", encoding: .utf8)
    }
}
