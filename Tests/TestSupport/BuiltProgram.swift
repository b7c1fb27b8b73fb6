import CSpawn
import Foundation
import Glibc

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
        get throws { try path(of: "carrier-editor") }
    }

    /// Where another program lies that was built beside these tests.
    public static func path(of name: String) throws -> String {
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let program = URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent(name)
        guard FileManager.default.isExecutableFile(atPath: program.path) else {
            throw DidNotCome("no \(name) beside \(tests)")
        }
        return program.path
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
        let running = try start(arguments, by: line)
        return try await running.result()
    }

    /// Starts it by a shell's line, with nothing to read.
    public func start(_ arguments: [String], by line: String) throws -> RunningProgram {
        let running = try RunningProgram(
            path: "/bin/sh", arguments: ["-c", line, "sh", try Self.path] + arguments,
            environment: environment)
        try running.closeInput()
        return running
    }

    public func start(_ arguments: [String]) throws -> RunningProgram {
        try RunningProgram(path: try Self.path, arguments: arguments, environment: environment)
    }
}

/// A process under way.
public final class RunningProgram: @unchecked Sendable {
    // Proof for @unchecked: everything is set once; the handles are each used by one task at a time.
    public let processIdentifier: Int32
    private let input: FileHandle
    private let output: FileHandle
    private let errors: FileHandle

    public init(path: String, arguments: [String], environment: [String: String]) throws {
        let (childInput, input) = try Self.pipe()
        let (output, childOutput) = try Self.pipe()
        let (errors, childErrors) = try Self.pipe()
        defer { for end in [childInput, childOutput, childErrors] { close(end) } }
        self.input = FileHandle(fileDescriptor: input, closeOnDealloc: true)
        self.output = FileHandle(fileDescriptor: output, closeOnDealloc: true)
        self.errors = FileHandle(fileDescriptor: errors, closeOnDealloc: true)
        processIdentifier = try Spawned.start(
            [path] + arguments, environment: environment.map { "\($0)=\($1)" },
            descriptors: [childInput, childOutput, childErrors])
    }

    /// Reading end first; a child has only the ends that it is given.
    private static func pipe() throws -> (Int32, Int32) {
        var ends: [Int32] = [0, 0]
        guard cspawn_pipe(&ends) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        return (ends[0], ends[1])
    }

    public func send(_ text: String) throws {
        try input.write(contentsOf: Data(text.utf8))
    }

    public func closeInput() throws {
        try input.close()
    }

    /// The next line of standard output, as soon as it is there.
    public func line() async throws -> String {
        try await offThread { [output] in
            var bytes: [UInt8] = []
            while let byte = try output.read(upToCount: 1)?.first, byte != UInt8(ascii: "\n") {
                bytes.append(byte)
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    public func kill(_ signal: Int32) {
        Glibc.kill(processIdentifier, signal)
    }

    /// Sends a signal and waits until the process has begun to handle it, or has ended.
    public func killAndWait(_ signal: Int32) async throws {
        kill(signal)
        try await eventually {
            guard
                let status = try? String(contentsOfFile: "/proc/\(processIdentifier)/status", encoding: .utf8)
            else { return true }
            let pending = status.split(separator: "\n").filter {
                $0.hasPrefix("SigPnd:") || $0.hasPrefix("ShdPnd:")
            }
            return pending.allSatisfy { $0.hasSuffix("\t0000000000000000") } ? true : nil
        }
    }

    /// From now on no file of its may grow beyond so many bytes, as on a full disk; nil lifts the limit.
    public func limitFiles(to bytes: Int?) throws {
        try limit("fsize", to: bytes.map(String.init) ?? "unlimited")
    }

    /// From now on it can open no file or connection whose number would be so high; nil lifts the limit.
    public func limitDescriptors(to number: Int?) throws {
        try limit("nofile", to: String(number ?? 1024))
    }

    private func limit(_ resource: String, to limit: String) throws {
        _ = try Spawned.run(["prlimit", "--pid", String(processIdentifier), "--\(resource)=\(limit):"])
    }

    /// Waits for the end, once. What `line()` has taken is not given again; a signal counts as 128 and its number.
    public func result() async throws -> BuiltProgram.Result {
        async let output = readAll(output)
        async let errors = readAll(errors)
        let (text, remarks) = try await (output, errors)
        let status = try await offThread { [processIdentifier] in try Spawned.wait(for: processIdentifier) }
        return BuiltProgram.Result(status: status, output: text, errors: remarks)
    }

    private func readAll(_ handle: FileHandle) async throws -> String {
        try await offThread { String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self) }
    }
}

/// Runs what blocks away from the threads that tasks share.
func offThread<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
    }
}
