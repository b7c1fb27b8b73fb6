internal import CLinux
internal import Dispatch
internal import Glibc

/// Other programs, started without a shell.
enum ChildProcess {
    /// POSIX_SPAWN_SETSID of <spawn.h>, which glibc shows only under _GNU_SOURCE.
    private nonisolated static let newSession: Int32 = 0x80

    /// Starts a program that goes on by itself: in a session of its own, with nothing to read from or write to here.
    nonisolated static func detach(_ arguments: [String], environment: [String: String]) -> Bool {
        guard let process = spawn(arguments, environment: environment, output: nil) else { return false }
        // Somebody has to take note of its end.
        DispatchQueue.global().async { @Sendable in
            var status: Int32 = 0
            waitpid(process, &status, 0)
        }
        return true
    }

    /// The lines a program prints; none when it cannot be started, fails or takes longer than `seconds`.
    @concurrent
    static func output(of arguments: [String], environment: [String: String], seconds: Int) async -> [String]
    {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return [] }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        let process = spawn(arguments, environment: environment, output: ends[1])
        close(ends[1])
        guard let process else { return [] }
        let bytes = read(ends[0], seconds: seconds)
        if bytes == nil { kill(process, SIGKILL) }
        var status: Int32 = 0
        waitpid(process, &status, 0)
        guard let bytes, status == 0 else { return [] }
        return bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Everything up to the end, or nil when the end does not come in time.
    private nonisolated static func read(_ descriptor: Int32, seconds: Int) -> [UInt8]? {
        let deadline = ContinuousClock.now + .seconds(seconds)
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let left = (deadline - ContinuousClock.now) / .milliseconds(1)
            var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard left > 0 else { return nil }
            let ready = poll(&wait, 1, Int32(left) + 1)
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else { return nil }
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return all }
            all += buffer.prefix(count)
        }
    }

    /// - Parameter output: where it writes; nil is nowhere, and lets it outlive this program's terminal.
    private nonisolated static func spawn(
        _ arguments: [String], environment: [String: String], output: Int32?
    ) -> pid_t? {
        guard let program = arguments.first else { return nil }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, output ?? 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        // Not every library marks its sockets as ours alone.
        clinux_add_close_from(&actions, 3)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // What this program ignores or blocks is nothing to its children.
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | (output == nil ? newSession : 0)
        posix_spawnattr_setflags(&attributes, Int16(flags))
        var process: pid_t = 0
        let result = withCStrings(arguments) { arguments in
            withCStrings(environment.map { "\($0)=\($1)" }) { environment in
                posix_spawnp(&process, program, &actions, &attributes, arguments, environment)
            }
        }
        return result == 0 ? process : nil
    }

    /// Lends strings as C does: an array of pointers that ends with nil.
    private nonisolated static func withCStrings<Result>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = strings.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return body(copies + [nil])
    }
}
