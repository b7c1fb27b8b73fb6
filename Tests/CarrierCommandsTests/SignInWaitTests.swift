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
        let stage = try await LoopbackStage()
        let context = Context(try GlobalOptions.parse([]), environment: stage.commands.program.environment)
        let store = try context.openStore()
        let authorizer = try context.authorizer(store)
        let request = try store.authorizationRequest(
            for: store.carrier(named: "UPS"), endpoint: .test, by: "ada")
        let race = RedirectRace(
            listener: try #require(LoopbackListener(redirectURI: stage.redirectURI)), authorizer: authorizer,
            attempt: try await authorizer.begin(request), life: .milliseconds(50), pasted: { "" })
        let error = await #expect(throws: CarrierError.self) { try await race.run() }
        #expect(error?.code == .signInNeeded)
        #expect(await stage.commands.sandbox.count(.token) == 0)
    }

    @Test(
        "An error of no known kind is a fault of this program, a wrong command line none; both have two sentences"
    )
    func faults() {
        #expect(CommandLineMain.trouble(POSIXError(.EIO))?.exitCode == 70)
        #expect(CommandLineMain.trouble(ExitCode(1)) == nil)
        let usage = CommandLineMain.trouble(ValidationError("No."))
        #expect(usage?.exitCode == 64)
        #expect(usage?.description == "No. See carrier-editor --help.")
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
