import Glibc
import Testing

/// The probe in a terminal of its own: a pseudo-terminal whose other end the test holds.
///
/// What the probe writes to the screen is `output`; what it tells on standard error is read line by line.
final class Probe {
    struct Failure: Error {
        let reason: String
    }

    let process: pid_t
    private(set) var output: [UInt8] = []
    private(set) var told: [String] = []
    /// How the process ended, as `waitpid` tells it.
    private(set) var status: Int32?
    /// The line settings before the probe began.
    let settingsBefore: termios

    private let master: Int32
    /// Held open so that the settings outlive the probe.
    private let slave: Int32
    private let slavePath: String
    private let log: Int32
    private var partialLine: [UInt8] = []

    /// The directory of the built programs: the tests are one of them.
    static var directory: String {
        get throws {
            let path = try #require(realpath("/proc/self/exe", nil))
            defer { free(path) }
            let components = String(cString: path).split(separator: "/").dropLast()
            return "/" + components.joined(separator: "/")
        }
    }

    /// Starts the probe at 80×24 and waits until it has drawn, or (`isRefused`) until it has ended.
    ///
    /// Without `controls` the terminal is not the one that controls the session, so that its end raises no SIGHUP.
    init(
        term: String? = "xterm-256color", locale: String = "C.UTF-8", environment: [String] = [],
        controls: Bool = true, stdin: String? = nil, isRefused: Bool = false
    ) throws {
        var near: Int32 = -1
        var far: Int32 = -1
        var pipes: [Int32] = [-1, -1]
        var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&near, &far, nil, nil, &size) == 0, pipe(&pipes) == 0, let name = ttyname(far) else {
            throw Failure(reason: "no pseudo-terminal")
        }
        for descriptor in [near, far] + pipes { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        (master, slave, log) = (near, far, pipes[0])
        slavePath = String(cString: name)
        var settings = termios()
        tcgetattr(slave, &settings)
        settingsBefore = settings

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let flags = controls ? O_RDWR : O_RDWR | O_NOCTTY
        posix_spawn_file_actions_addopen(&actions, 1, slavePath, flags, 0)
        if let stdin {
            posix_spawn_file_actions_addopen(&actions, 0, stdin, O_RDONLY, 0)
        } else {
            posix_spawn_file_actions_adddup2(&actions, 1, 0)
        }
        posix_spawn_file_actions_adddup2(&actions, pipes[1], 2)
        let variables = [term.map { "TERM=\($0)" }, "LC_ALL=\(locale)", "SWIFT_BACKTRACE=enable=no", "LINES=9", "COLUMNS=9"]
        process = try Self.spawn(
            Self.directory + "/terminal-probe", [], environment: variables.compactMap(\.self) + environment,
            actions: &actions, inSession: controls)
        close(pipes[1])
        if isRefused { try waitForEnd() } else { try wait(for: "shown") }
    }

    deinit {
        if status == nil {
            kill(process, SIGKILL)
            waitpid(process, nil, 0)
        }
        closeTerminal()
        close(log)
    }

    private var isTerminalClosed = false

    /// Hangs up.
    func closeTerminal() {
        guard !isTerminalClosed else { return }
        isTerminalClosed = true
        close(master)
        close(slave)
    }

    // MARK: Talking

    func type(_ text: String) throws {
        try type(bytes: Array(text.utf8))
    }

    func type(bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            pump(milliseconds: 0)
            var state = pollfd(fd: master, events: Int16(POLLOUT), revents: 0)
            guard poll(&state, 1, 100) > 0 else { continue }
            let count = rest.prefix(1024).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
            guard count > 0 else { throw Failure(reason: "the terminal takes no bytes") }
            rest = rest.dropFirst(count)
        }
    }

    func resize(columns: Int, rows: Int) throws {
        try Self.run("/bin/stty", ["-F", slavePath, "rows", "\(rows)", "cols", "\(columns)"])
    }

    // MARK: Waiting

    /// Waits until the probe tells this line, and forgets what it told before.
    func wait(for line: String) throws {
        try wait("it tells \(line.prefix(200))") { told.contains(line) }
        told.removeFirst((told.firstIndex(of: line) ?? 0) + 1)
    }

    func wait(_ purpose: String, until isDone: () -> Bool) throws {
        var deadline = timespec()
        clock_gettime(CLOCK_MONOTONIC, &deadline)
        deadline.tv_sec += 30
        while !isDone() {
            var now = timespec()
            clock_gettime(CLOCK_MONOTONIC, &now)
            guard now.tv_sec < deadline.tv_sec else {
                throw Failure(reason: "waited in vain until \(purpose); told: \(told.map { $0.prefix(200) })")
            }
            pump(milliseconds: 100)
        }
    }

    func waitForEnd() throws {
        try wait("it ends") {
            var status: Int32 = 0
            guard waitpid(process, &status, WNOHANG) == process else { return false }
            self.status = status
            return true
        }
        pump(milliseconds: 0)
    }

    /// What has reached the screen since this was last asked. The probe writes before it tells, so after a
    /// ``wait(for:)`` it is complete.
    func takeOutput() -> [UInt8] {
        pump(milliseconds: 0)
        defer { output = [] }
        return output
    }

    /// Reads what is there from both ends; waits for the first of it.
    func pump(milliseconds: Int32) {
        var timeout = milliseconds
        while true {
            var states = [
                pollfd(fd: isTerminalClosed ? -1 : master, events: Int16(POLLIN), revents: 0),
                pollfd(fd: log, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&states, 2, timeout) > 0 else { return }
            var hasRead = false
            if states[0].revents & Int16(POLLIN) != 0 {
                output += Self.read(master)
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

    var settingsNow: termios {
        var settings = termios()
        tcgetattr(slave, &settings)
        return settings
    }

    /// Processor time used so far, in clock ticks.
    func processorTime() throws -> Int {
        let file = open("/proc/\(process)/stat", O_RDONLY)
        defer { close(file) }
        let fields = String(decoding: Self.read(file), as: UTF8.self).split(separator: " ")
        return try #require(Int(fields[13])) + #require(Int(fields[14]))
    }
}

extension Probe {
    /// POSIX_SPAWN_SETSID, which the C library shows to GNU sources only.
    private static let setSession: Int32 = 0x80

    /// Runs a program to its end; what it writes on standard output.
    @discardableResult
    static func run(_ path: String, _ arguments: [String], environment: [String] = []) throws -> String {
        var pipes: [Int32] = [-1, -1]
        guard pipe(&pipes) == 0 else { throw Failure(reason: "no descriptors") }
        for descriptor in pipes { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        defer { close(pipes[0]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, pipes[1], 1)
        let process = try spawn(path, arguments, environment: environment, actions: &actions, inSession: false)
        close(pipes[1])
        var output: [UInt8] = []
        while true {
            let bytes = read(pipes[0])
            if bytes.isEmpty { break }
            output += bytes
        }
        var status: Int32 = 0
        waitpid(process, &status, 0)
        guard status == 0 else { throw Failure(reason: "\(path) \(arguments) answers \(status)") }
        return String(decoding: output, as: UTF8.self)
    }

    /// A new process gets no blocked signals: tests run on threads that block most of them.
    fileprivate static func spawn(
        _ path: String, _ arguments: [String], environment: [String],
        actions: inout posix_spawn_file_actions_t, inSession: Bool
    ) throws -> pid_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | (inSession ? setSession : 0)))
        var words = ([path] + arguments).map { strdup($0) } + [nil]
        var variables = environment.map { strdup($0) } + [nil]
        defer { (words + variables).forEach { free($0) } }
        var process: pid_t = 0
        let error = posix_spawn(&process, path, &actions, &attributes, &words, &variables)
        guard error == 0 else { throw Failure(reason: "\(path): \(String(cString: strerror(error)))") }
        return process
    }
}
