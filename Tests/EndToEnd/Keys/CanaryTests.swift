import Foundation
import Glibc
import TestSupport
import Testing
import UPSSandbox

/// OAUTH.md part 4: what a program with secrets in its memory lets others see of them.
@Suite("Secrets in a running program")
struct CanaryTests {
    @Test("No secret stands on a command line or in an environment, in a crash's output or in a core")
    func tokenCrashes() async throws {
        let stage = try await RenewalStage(RenewalStage.strict)
        let server = try SilentServer()
        let folder = try TemporaryFolder()
        // The shell says "core dumped" when the kernel wrote one, and a report would be printed here too.
        var program = BuiltProgram(environment: Self.reporting(stage.station.environment))
        program.environment["CARRIER_EDITOR_UPS_TEST_URL"] = server.address
        let shell = try program.start(
            ["token", "UPS"], by: "cd \(folder.path); ulimit -c unlimited; \"$@\"; exit $?")
        let ended = try await server.holding { request in
            let canaries = try Self.secrets(in: request)
            let process = try #require(try Self.children(of: shell.processIdentifier).first)
            // It has the secrets now, and waits for UPS.
            let exposed = try Self.exposed([process] + Self.children(of: process))
            #expect(exposed.contains("token"))
            for canary in canaries { #expect(!exposed.contains(canary)) }
            #expect(try Self.limit("Max core file size", of: process) == ["0", "0"])
            kill(process, SIGSEGV)
            return try await shell.result()
        }
        #expect(ended.status == 128 + SIGSEGV)
        // No line but the shell's own: a report would show registers and what they point at.
        #expect(ended.errors == "Segmentation fault\n")
        #expect(ended.output.isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test("A crash of the editor shows nothing of its memory, and its command line and environment no secret")
    func editorCrashes() async throws {
        let station = try await Station()
        try await station.setUp()
        try await station.addKey()
        let token = try #require(try await station.run(["token", "UPS"]).lines.first)
        let editor = try await TmuxTerminal(
            columns: 80, rows: 24, environment: Self.reporting(station.environment),
            command: [try BuiltProgram.path, "--carrier", "UPS"])
        try await editor.wait(for: "Carrier Name*")
        let process = try await editor.processIdentifier()
        let exposed = try Self.exposed([process] + Self.children(of: process))
        #expect(exposed.contains("--carrier"))
        let secret = try #require(Station.application.clientSecret)
        for canary in [token, secret] { #expect(!exposed.contains(canary)) }
        kill(process, SIGSEGV)
        let screen = try await editor.wait(for: "[ended \(128 + SIGSEGV)]")
        #expect(!screen.contains { $0.contains("crashed") || $0.contains("Backtrac") })
    }

    /// With the runtime's report of a crash asked for.
    private static func reporting(_ environment: [String: String]) -> [String: String] {
        environment.merging(["SWIFT_BACKTRACE": "enable=yes,interactive=no,color=no,timeout=5"]) { $1 }
    }

    /// The refresh token and the client's secret, as they stand in a request for a new token.
    private static func secrets(in request: String) throws -> [String] {
        let form = try #require(request.split(separator: "\r\n").last)
        let token = try #require(
            form.split(separator: "&").first { $0.hasPrefix("refresh_token=") }?.dropFirst(14))
        let header = try #require(request.firstMatch(of: /Authorization: Basic ([A-Za-z0-9+\/=]+)/)?.1)
        let client = String(decoding: try #require(Data(base64Encoded: String(header))), as: UTF8.self)
        let secret = try #require(client.split(separator: ":").last)
        try #require(String(secret) == Station.application.clientSecret)
        return [String(token), String(secret), String(header)]
    }

    /// What can be read of these processes: command lines, and by root environments. To their own user environment and
    /// memory are shut.
    private static func exposed(_ processes: [Int32]) throws -> String {
        var paths = processes.map { "/proc/\($0)/cmdline" }
        let shut = processes.flatMap { ["/proc/\($0)/environ", "/proc/\($0)/mem"] }
        if getuid() == 0 {
            paths += processes.map { "/proc/\($0)/environ" }
        } else {
            for path in shut { #expect(access(path, R_OK) != 0, "\(path)") }
        }
        return try paths.map {
            String(decoding: try Data(contentsOf: URL(fileURLWithPath: $0)), as: UTF8.self)
        }
        .joined(separator: "\n")
    }

    private static func children(of process: Int32) throws -> [Int32] {
        let path = "/proc/\(process)/task/\(process)/children"
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: " ").compactMap {
            Int32($0)
        }
    }

    /// The soft and the hard limit.
    private static func limit(_ name: String, of process: Int32) throws -> [String] {
        let limits = try String(contentsOfFile: "/proc/\(process)/limits", encoding: .utf8)
        let line = try #require(limits.split(separator: "\n").first { $0.hasPrefix(name) })
        return line.dropFirst(name.count).split(separator: " ").prefix(2).map(String.init)
    }
}
