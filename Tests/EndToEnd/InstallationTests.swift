import Foundation
import TestSupport
import Testing

/// What the project brings along besides the program.
@Suite("Around the program")
struct InstallationTests {
    private static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    @Test("scripts/packages asks for nothing while nothing is missing, and installs once what is")
    func packages() async throws {
        let nothing = try await Self.packages(with: ["tmux", "curl", "ps", "openssl"])
        #expect(nothing == "")
        let one = try await Self.packages(with: ["curl", "ps", "openssl"])
        #expect(
            one == """
                sudo apt-get update -qq
                sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends tmux

                """)
        let two = try await Self.packages(with: ["curl", "ps"])
        #expect(two.contains("--no-install-recommends tmux openssl\n"))
    }

    /// What `scripts/packages test` asks of sudo where these programs are there, and what installs for everybody else.
    private static func packages(with programs: [String]) async throws -> String {
        let folder = try TemporaryFolder()
        let log = folder.file("log")
        func stub(_ name: String, _ line: String) throws {
            let script = Data("#!/bin/sh\n\(line)\n".utf8)
            try #require(
                FileManager.default.createFile(
                    atPath: folder.file(name), contents: script, attributes: [.posixPermissions: 0o700]))
        }
        for name in programs { try stub(name, "exit 0") }
        try stub("id", "echo 1000")
        for name in ["sudo", "apt-get"] { try stub(name, "echo \"\(name) $*\" >>\(log)") }
        let running = try RunningProgram(
            path: "/bin/sh", arguments: [project.appendingPathComponent("scripts/packages").path, "test"],
            environment: ["PATH": folder.path])
        try running.closeInput()
        let result = try await running.result()
        #expect(result.status == 0, "\(result.errors)")
        return FileManager.default.contents(atPath: log).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    @Test("The command of the systemd unit is one that the program takes")
    func unit() async throws {
        let unit = Self.project.appendingPathComponent("assets/systemd/carrier-editor-refresh.service")
        let text = try String(contentsOf: unit, encoding: .utf8)
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("ExecStart=") })
        let words = line.dropFirst("ExecStart=".count).split(separator: " ").map(String.init)
        #expect(words.first == "%h/.local/bin/carrier-editor")
        let home = try TemporaryFolder()
        let result = try await BuiltProgram(environment: ["HOME": home.path]).run(Array(words.dropFirst()))
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.lines == ["Renewed: 0 of 0"])
    }
}
