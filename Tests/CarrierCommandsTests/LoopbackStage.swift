import Foundation
import Glibc
import TestSupport
import Testing
import UPSSandbox

/// A carrier whose application has a loopback redirect.
struct LoopbackStage {
    let commands: CommandStage
    let redirectURI: String

    init() async throws {
        let redirectURI = "http://127.0.0.1:\(try freePort())/upscallback"
        self.redirectURI = redirectURI
        commands = try await CommandStage {
            var application = SandboxConfiguration.Application.demo
            application.redirectURIs = [redirectURI]
            $0.applications = [application]
        }
        try await commands.setUp(redirectURI: redirectURI)
    }

    var port: UInt16 {
        get throws { UInt16(try #require(URL(string: redirectURI)?.port)) }
    }

    /// `authorize`, begun, with nothing on standard input; and where its sign-in ends.
    func authorize() async throws -> (running: RunningProgram, address: String) {
        let running = try commands.program.start(["authorize", "UPS", "--endpoint", "test"])
        try running.closeInput()
        return (running, try #require(await commands.sandbox.signIn(at: try await running.line())))
    }

    /// Goes where a browser is sent, once something listens there. A command that ends at once may leave the browser
    /// without its page.
    func visit(_ address: String) async throws {
        try await eventually {
            // curl's 7: nobody listens.
            let visit = try await commands.program.run(
                [address], by: #"curl -s -o /dev/null "$2"; test $? -ne 7"#)
            return visit.status == 0 ? true : nil
        }
    }
}
