import Foundation

/// The `carrier-editor` that was built beside these tests, run as a real process.
public struct BuiltProgram: Sendable {
    public struct Result: Sendable {
        public let status: Int32
        public let output: String
        public let errors: String

        public var lines: [String] { output.split(separator: "\n").map(String.init) }
    }

    /// Where the program lies.
    public static var path: String {
        get throws {
            let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            let program = URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent(
                "carrier-editor")
            guard FileManager.default.isExecutableFile(atPath: program.path) else {
                throw DidNotCome("no carrier-editor beside \(tests)")
            }
            return program.path
        }
    }

    /// What the program is given besides PATH, HOME and a UTF-8 locale; nothing else of this process's environment.
    public var environment: [String: String]

    public init(environment: [String: String]) {
        self.environment = [
            "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/nonexistent", "LANG": "C.UTF-8", "TZ": "UTC",
        ].merging(environment) { $1 }
    }

    /// Runs it to its end.
    public func run(_ arguments: [String], input: String = "") async throws -> Result {
        let running = try start(arguments)
        try running.send(input)
        try running.closeInput()
        return try await running.result()
    }

    /// Runs it by a shell's line, in which `"$@"` is the program with its arguments.
    public func run(_ arguments: [String], by line: String) async throws -> Result {
        let running = try RunningProgram(
            path: "/bin/sh", arguments: ["-c", line, "sh", try Self.path] + arguments,
            environment: environment)
        try running.closeInput()
        return try await running.result()
    }

    public func start(_ arguments: [String]) throws -> RunningProgram {
        try RunningProgram(path: try Self.path, arguments: arguments, environment: environment)
    }
}

/// A process under way.
public final class RunningProgram: @unchecked Sendable {
    // Proof for @unchecked: the pipes and the process are set once, and Foundation's Process may be waited for anywhere.
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private let errors = Pipe()

    init(path: String, arguments: [String], environment: [String: String]) throws {
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = environment
        process.standardInput = input
        process.standardOutput = output
        process.standardError = errors
        try process.run()
    }

    deinit {
        if process.isRunning { process.terminate() }
    }

    public var processIdentifier: Int32 { process.processIdentifier }

    public func send(_ text: String) throws {
        try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    }

    public func closeInput() throws {
        try input.fileHandleForWriting.close()
    }

    /// The next line of standard output, as soon as it is there.
    public func line() async throws -> String {
        let handle = output.fileHandleForReading
        return try await offThread {
            var bytes: [UInt8] = []
            while let byte = try handle.read(upToCount: 1)?.first, byte != UInt8(ascii: "\n") {
                bytes.append(byte)
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    public func kill(_ signal: Int32) {
        Foundation.kill(process.processIdentifier, signal)
    }

    /// From now on no file of its may grow beyond so many bytes, as on a full disk; nil lifts the limit.
    public func limitFiles(to bytes: Int?) throws {
        let limit = bytes.map(String.init) ?? "unlimited"
        _ = try Spawned.run(["prlimit", "--pid", String(processIdentifier), "--fsize=\(limit):"])
    }

    /// Waits for the end. What `line()` has taken is not given again.
    public func result() async throws -> BuiltProgram.Result {
        async let output = readAll(output)
        async let errors = readAll(errors)
        let (text, remarks) = try await (output, errors)
        try await offThread { [process] in process.waitUntilExit() }
        return BuiltProgram.Result(status: process.terminationStatus, output: text, errors: remarks)
    }

    private func readAll(_ pipe: Pipe) async throws -> String {
        let handle = pipe.fileHandleForReading
        return try await offThread { String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self) }
    }
}

/// Runs what blocks away from the threads that tasks share.
func offThread<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
    }
}
