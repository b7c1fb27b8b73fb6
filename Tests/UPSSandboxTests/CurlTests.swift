import Foundation
import TestSupport
import Testing
import UPSSandbox

struct CurlTests {
    private static let curl = "/usr/bin/curl"

    /// The way `SignIn` documents for people over SSH.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: CurlTests.curl)))
    func `curl signs a person in`() async throws {
        try await Session.with { session in
            let authorize =
                "\(await session.sandbox.address)/security/v1/oauth/authorize?"
                + encoded(session.authorizeFields())
            let printRedirect = ["-s", "-o", "/dev/null", "-w", "%{redirect_url}"]
            let signIn = try await Self.run(printRedirect + [authorize])
            let redirect = try await Self.run(
                printRedirect + [
                    "-d", "username=demo", "-d", "password=demo-password", "-d", "agree=on", signIn,
                ])
            let code = try #require(query(of: redirect)["code"])
            #expect(try await session.exchange(code).status == 200)
        }
    }

    private static func run(_ arguments: [String]) async throws -> String {
        let running = try RunningProgram(
            path: curl, arguments: ["--noproxy", "*"] + arguments, environment: [:])
        try running.closeInput()
        return try await running.result().output
    }
}
