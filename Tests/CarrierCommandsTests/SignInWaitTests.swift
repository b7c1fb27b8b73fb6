import ArgumentParser
import CarrierCore
import Foundation
import TestSupport
import Testing
import UPSSandbox

@testable import CarrierCommands

@Suite("Waiting for a person, and how commands end")
struct SignInWaitTests {
    @Test("A sign-in that nobody finishes ends with its life")
    func endOfLife() async throws {
        let redirectURI = "http://127.0.0.1:\(try freePort())/upscallback"
        let stage = try await CommandStage {
            var application = SandboxConfiguration.Application.demo
            application.redirectURIs = [redirectURI]
            $0.applications = [application]
        }
        try await stage.setUp(redirectURI: redirectURI)
        let context = Context(try GlobalOptions.parse([]), environment: stage.program.environment)
        let store = try context.openStore()
        let authorizer = try context.authorizer(store)
        let request = try store.authorizationRequest(
            for: store.carrier(named: "UPS"), endpoint: .test, by: "ada")
        let race = RedirectRace(
            listener: try #require(LoopbackListener(redirectURI: redirectURI)), authorizer: authorizer,
            attempt: try await authorizer.begin(request), life: .milliseconds(50), pasted: { "" })
        let error = await #expect(throws: CarrierError.self) { try await race.run() }
        #expect(error?.code == .signInNeeded)
        #expect(await stage.sandbox.count(.token) == 0)
    }

    @Test("An error of no known kind is a fault of this program, told in two sentences")
    func faults() {
        let trouble = CommandLineMain.trouble(POSIXError(.EIO))
        #expect(trouble?.exitCode == 70)
        #expect(CommandLineMain.trouble(ExitCode(1)) == nil)
        #expect(CommandLineMain.trouble(ValidationError("No.")) == nil)
    }

    @Test("Signals that the process was made deaf to stay so while a secret is typed")
    func deaf() async throws {
        let stage = try await CommandStage()
        try await stage.run("user add ada --role operator").expectSuccess()
        let terminal = try await TmuxTerminal(
            environment: stage.program.environment,
            command: ["sh", "-c", "trap '' HUP; exec \(try BuiltProgram.path) user password ada"])
        try await terminal.wait(for: "New password:")
        kill(try await terminal.processIdentifier(), SIGHUP)
        try await terminal.type("a-long-one")
        try await terminal.press("Enter")
        try await terminal.wait(for: "Once more:")
        try await terminal.type("a-long-one")
        try await terminal.press("Enter")
        try await terminal.wait(for: "[ended 0]")
    }
}
