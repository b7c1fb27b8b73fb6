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
        fillStandardDescriptors()
        clinux_use_one_heap()
        guardSecrets()
        EndingSignals.install()
        MainLoop.run {
            do {
                // The editor, when nothing is asked for: without the parser, and on this thread alone, for another takes
                // its time to start.
                if CommandLine.arguments.count == 1 {
                    try await EditCommand.edit(Context())
                } else {
                    try await runCommand()
                }
            } catch {
                end(with: error)
            }
        }
    }

    private static func runCommand() async throws {
        try checkArguments()
        var command = try CarrierEditorCommand.parseAsRoot()
        if var asynchronous = command as? any AsyncParsableCommand {
            try await asynchronous.run()
        } else {
            try command.run()
        }
    }

    private static func end(with error: any Error) -> Never {
        TerminalMode.restore()
        if let trouble = trouble(error) {
            Output.complain(trouble)
            exit(trouble.exitCode)
        }
        let answer = CarrierEditorCommand.fullMessage(for: error)
        if !answer.isEmpty { Output.line(answer) }
        exit(CarrierEditorCommand.exitCode(for: error).rawValue)
    }

    /// Swift mends bytes that are no UTF-8, and a mended name or value would be stored.
    private static func checkArguments() throws(CarrierError) {
        let arguments = UnsafeBufferPointer(start: CommandLine.unsafeArgv, count: Int(CommandLine.argc))
        for case let argument? in arguments where String(validatingCString: argument) == nil {
            throw .usage(
                "The argument \(String(cString: argument)) is not UTF-8.",
                advice: "Write it in UTF-8, and see that the terminal sends that.")
        }
    }

    /// What is told of an error in two sentences; nil for what is none: help, the version, and the exit code that a
    /// command has chosen.
    static func trouble(_ error: any Error) -> CarrierError? {
        if let error = error as? CarrierError { return error }
        guard !(error is ExitCode) else { return nil }
        switch CarrierEditorCommand.exitCode(for: error) {
        case .success: return nil
        case .validationFailure: return usage(error)
        default:
            return CarrierError(
                .fault, "Something went wrong that this program does not know: \(error).",
                advice: "Report this fault.", underlying: error)
        }
    }

    /// The parser's own sentence, and in place of its lines of usage where to read more.
    private static func usage(_ error: any Error) -> CarrierError {
        let message = CarrierEditorCommand.message(for: error)
        let help = CarrierEditorCommand.fullMessage(for: error).firstMatch(of: /See '(.*--help)'/)?.1
        // What is no command's name goes to the one that needs no name.
        let isMistyped = CommandLine.arguments.count > 1 && help == "carrier-editor edit --help"
        let seeAlso = isMistyped && CommandLine.arguments[1] != "edit" ? nil : help
        return .usage(
            message.hasSuffix(".") ? message : "\(message).",
            advice: "See \(seeAlso ?? "carrier-editor --help").")
    }

    /// A standard descriptor that came in closed would be the next file's or socket's, and what is said would be written
    /// into that. Nothing is read from these, and writing to them fails as it would have.
    private static func fillStandardDescriptors() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
            _ = open("/dev/null", O_RDONLY)
        }
    }

    /// No core dump and no report of a crash may hold a token, and a closed pipe or a full disk comes back as an error
    /// instead of a signal.
    private static func guardSecrets() {
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        _ = clinux_forbid_dumps()
        // The Swift runtime answers these with registers and the memory that they point at.
        for crash in [SIGSEGV, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGQUIT]
        where !EndingSignals.isIgnored(crash) {
            signal(crash, SIG_DFL)
        }
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
    }
}
