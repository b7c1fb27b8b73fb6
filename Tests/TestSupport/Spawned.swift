import CSpawn
import Foundation
import Glibc

/// Programs started by the system's own means.
///
/// Foundation's Process waits for a descriptor that every child inherits, which a tmux server that outlives its start
/// keeps open for ever; and with many descriptors open it crashes.
public enum Spawned {
    /// POSIX_SPAWN_SETSID, which the C library shows to GNU sources only.
    private static let setSession: Int32 = 0x80

    /// Starts a program with these as its standard input, output and errors.
    static func start(_ words: [String], environment: [String], descriptors: [Int32]) throws -> pid_t {
        try start(words, environment: environment, inSession: false) { actions in
            for (number, descriptor) in descriptors.enumerated() {
                posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
            }
        }
    }

    /// Starts a program in a session of its own or in this one; `prepare` says what its first three descriptors are.
    static func start(
        _ words: [String], environment: [String], inSession: Bool,
        _ prepare: (inout posix_spawn_file_actions_t) -> Void
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        prepare(&actions)
        cspawn_close_others(&actions)
        // Threads of Dispatch block most signals, and a child would inherit that; and what nohup has made this process
        // deaf to.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        var endings = sigset_t()
        sigemptyset(&endings)
        for ending in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&endings, ending) }
        posix_spawnattr_setsigdefault(&attributes, &endings)
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | (inSession ? setSession : 0)
        posix_spawnattr_setflags(&attributes, Int16(flags))

        var arguments = words.map { strdup($0) } + [nil]
        var variables = environment.map { strdup($0) } + [nil]
        defer { (arguments + variables).forEach { free($0) } }
        var process: pid_t = 0
        let error = posix_spawnp(&process, words[0], &actions, &attributes, &arguments, &variables)
        guard error == 0 else { throw DidNotCome("\(words[0]): \(String(cString: strerror(error)))") }
        return process
    }

    /// The exit code; a signal counts as 128 and its number.
    static func wait(for process: pid_t) throws -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        }
        return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
    }

    /// Runs a program to its end. Its output goes to files, since what it leaves running may keep a pipe open.
    @discardableResult
    public static func run(
        _ words: [String],
        environment: [String] = ["PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8"]
    ) throws -> String {
        let folder = try TemporaryFolder()
        let descriptors = [
            open("/dev/null", O_RDONLY | O_CLOEXEC),
            open(folder.file("output"), O_WRONLY | O_CREAT | O_CLOEXEC, 0o600),
            open(folder.file("errors"), O_WRONLY | O_CREAT | O_CLOEXEC, 0o600),
        ]
        defer { for descriptor in descriptors { close(descriptor) } }
        let process = try start(words, environment: environment, descriptors: descriptors)
        let status = try wait(for: process)
        guard status == 0 else {
            let complaint = try String(contentsOfFile: folder.file("errors"), encoding: .utf8)
            throw DidNotCome("\(words.joined(separator: " ")) answers \(status): \(complaint)")
        }
        return try String(contentsOfFile: folder.file("output"), encoding: .utf8)
    }
}
