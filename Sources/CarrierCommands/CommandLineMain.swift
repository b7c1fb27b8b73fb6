import ArgumentParser
import CLinux
import CarrierCore
import CursesTerminal
import Glibc

/// From the command line to an exit code.
public enum CommandLineMain {
    /// Runs the command that the process was started with, and ends the process.
    @MainActor
    public static func run() -> Never {
        clinux_use_one_heap()
        guardSecrets()
        MainLoop.run { await runCommand() }
    }

    private static func runCommand() async {
        do {
            // The editor, when nothing is asked for: without the parser, an eighth of the time to the first screen.
            if CommandLine.arguments.count == 1 { return try await EditCommand.edit(Context()) }
            var command = try CarrierEditorCommand.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            TerminalMode.restore()
            guard let trouble = trouble(error) else { CarrierEditorCommand.exit(withError: error) }
            Output.complain(trouble)
            exit(trouble.exitCode)
        }
    }

    /// What is told of an error in two sentences; nil where the parser's own way of ending fits: help, a wrong command
    /// line, and the exit code that a command has chosen.
    static func trouble(_ error: any Error) -> CarrierError? {
        if let error = error as? CarrierError { return error }
        guard !(error is ExitCode), CarrierEditorCommand.exitCode(for: error) == .failure else { return nil }
        return CarrierError(
            .fault, "Something went wrong that this program does not know: \(error).",
            advice: "Report this fault.", underlying: error)
    }

    /// No core dump and no report of a crash may hold a token, and a closed pipe or a full disk comes back as an error
    /// instead of a signal.
    private static func guardSecrets() {
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        _ = clinux_forbid_dumps()
        // The Swift runtime answers these with registers and the memory that they point at.
        for crash in [SIGSEGV, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGQUIT]
        where !TerminalMode.isIgnored(crash) {
            signal(crash, SIG_DFL)
        }
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
    }
}
