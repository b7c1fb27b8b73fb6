import ArgumentParser
import CLinux
import CarrierCore
import Glibc

/// From the command line to an exit code.
public enum CommandLineMain {
    /// Runs the command that the process was started with, and ends the process.
    public static func run() async -> Never {
        clinux_use_one_heap()
        guardSecrets()
        do {
            var command = try command()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            exit(0)
        } catch let error as CarrierError {
            TerminalMode.restore()
            Output.complain(error)
            exit(error.exitCode)
        } catch {
            CarrierEditorCommand.exit(withError: error)
        }
    }

    /// The editor, when nothing is asked for: without the parser's look at every other command, a twentieth of the time
    /// to the first screen.
    private static func command() throws -> any ParsableCommand {
        if CommandLine.arguments.count == 1 { return try EditCommand.parse([]) }
        return try CarrierEditorCommand.parseAsRoot()
    }

    /// No core dump may hold a token, and a closed pipe or a full disk comes back as an error instead of a signal.
    private static func guardSecrets() {
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        _ = clinux_forbid_dumps()
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
    }
}
