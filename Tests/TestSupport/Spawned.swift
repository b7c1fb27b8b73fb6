import Foundation
import Glibc

/// A program run to its end by the system's own means.
///
/// Foundation's Process waits for a descriptor that every child inherits; a tmux server, which outlives the call that
/// started it, would keep it open for ever. Output goes to files for the same reason.
enum Spawned {
    static func run(_ words: [String]) throws -> String {
        let folder = try TemporaryFolder()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, folder.file("output"), O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, folder.file("errors"), O_WRONLY | O_CREAT, 0o600)
        // Threads of Dispatch block most signals, and a child would inherit that.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

        var arguments = words.map { strdup($0) } + [nil]
        let variables = ["PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8"]
        var environment = variables.map { strdup($0) } + [nil]
        defer { (arguments + environment).forEach { free($0) } }
        var process: pid_t = 0
        let error = posix_spawnp(&process, words[0], &actions, &attributes, &arguments, &environment)
        guard error == 0 else { throw DidNotCome("\(words[0]): \(String(cString: strerror(error)))") }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        guard status == 0 else {
            let complaint = try String(contentsOfFile: folder.file("errors"), encoding: .utf8)
            throw DidNotCome("\(words.joined(separator: " ")) answers \(status): \(complaint)")
        }
        return try String(contentsOfFile: folder.file("output"), encoding: .utf8)
    }
}
