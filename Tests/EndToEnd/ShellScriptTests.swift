import Foundation
import TestSupport
import Testing
import UPSSandbox

@Suite("A shell script with a token", .serialized)
struct ShellScriptTests {
    /// The call the README shows, word for word, but for the server and the number.
    private func call(to server: String) throws -> String {
        let readme = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("README.md")
        let text = try String(contentsOf: readme, encoding: .utf8)
        let block = try #require(
            text.components(separatedBy: "```").first { $0.contains("$(carrier-editor token UPS)") })
        let script = block.replacingOccurrences(of: "https://onlinetools.ups.com", with: server)
            .replacingOccurrences(of: "1Z...", with: SampleNumber.delivered.rawValue)
        try #require(script != block)
        return script
    }

    @Test("The README's call of UPS works on, call after call, while access tokens expire under it")
    func overAnExpiry() async throws {
        let station = try await Station { $0.accessTokenLifetime = 1 }
        try await station.setUp()
        try await station.addKey()
        let programs = URL(fileURLWithPath: try BuiltProgram.path).deletingLastPathComponent().path
        let environment = station.environment.merging(
            ["PATH": "\(programs):/usr/local/bin:/usr/bin:/bin"]) { $1 }
        let script = "set -e\n" + (try call(to: await station.sandbox.address))
        let program = BuiltProgram(environment: environment)

        for expiry in 1...2 {
            try await eventually {
                try await program.run(["token", "UPS", "--no-refresh"]).status == 75 ? true : nil
            }
            // The one that the script renews lasts for the calls, however slow this machine is.
            await station.sandbox.setAccessTokenLifetime(3599)
            let before = await station.sandbox.count(.refresh)
            for _ in 1...2 {
                let shell = try RunningProgram(
                    path: "/bin/sh", arguments: ["-c", script], environment: environment)
                try shell.closeInput()
                let result = try await shell.result()
                #expect(result.status == 0, "expiry \(expiry): \(result.errors)")
                #expect(result.output.contains("trackResponse"), "\(result.output)")
            }
            #expect(await station.sandbox.count(.refresh) == before + 1)
            await station.sandbox.setAccessTokenLifetime(1)
            try await station.run(["refresh", "UPS"])
        }
        #expect(await station.sandbox.count(.token) == 1)
    }
}
