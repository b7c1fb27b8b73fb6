import TestSupport
import Testing
import UPSSandbox

@Suite("An adapter's key that UPS no longer takes, on the command line")
struct AdapterKeyTests {
    private static let track = "track \(SampleNumber.delivered.rawValue)"

    @Test("A wrong secret and wrong pastes leave a Ready adapter as it was, and its key usable")
    func refusedAuthorization() async throws {
        let stage = try await CommandStage()
        try await stage.makeReady()
        let saved = try await Self.saved(stage)
        let wrong = try await stage.authorizeAdapter(
            ["--method", "client-credentials"] + CommandStage.customer, secret: "wrong\n")
        #expect(wrong.isError(77, "the Client Secret is wrong"), "\(wrong.errors)")
        let denied = try await stage.decline(["--adapter", CommandStage.adapter, "--endpoint", "test"])
        #expect(denied.status == 77)
        for paste in ["?error=access_denied", "?code=1&state=x", ""] {
            let result = try await stage.program.run(
                ["authorize", "--adapter", CommandStage.adapter, "--endpoint", "test"],
                input: "https://127.0.0.1/upscallback\(paste)\n")
            #expect(result.status == 65, "\(paste): \(result.errors)")
            #expect(result.errors.split(separator: "\n").count == 1)
        }
        #expect(try await Self.saved(stage) == saved)
        try await stage.run(Self.track).expectSuccess()
    }

    @Test("A sign-in that UPS has ended takes Ready away, and a new one with maintenance gives it back")
    func endedSignIn() async throws {
        let stage = try await CommandStage()
        try await stage.makeReady()
        await stage.sandbox.revokeGrants(ofUser: SandboxConfiguration.User.demo.name)
        // The token has just come, so that a 401 alone says nothing of the key.
        #expect(try await stage.run(Self.track).status == 77)
        #expect(try await stage.adapterStatus() == "Ready")
        #expect(try await stage.run("refresh --all").status == 77)
        #expect(try await stage.adapterStatus() == "Sign-in Needed")
        #expect(try await stage.run(Self.track).status == 77)
        #expect(try await stage.run("status").status == 2)
        try await stage.authorizeAdapter([]).expectSuccess()
        #expect(try await stage.adapterStatus() == "Need Maintenance")
        try await stage.maintain().expectSuccess()
        #expect(try await stage.adapterStatus() == "Ready")
    }

    @Test("Maintaining a Ready adapter whose sign-in UPS has ended says to sign in")
    func maintainedAfterItsEnd() async throws {
        let stage = try await CommandStage()
        try await stage.makeReady()
        await stage.sandbox.revokeGrants(ofUser: SandboxConfiguration.User.demo.name)
        let result = try await stage.maintain()
        #expect(result.status == 77, "\(result.errors)")
        #expect(result.lines.first?.hasPrefix("A1B2C3\t") == true)
        #expect(try await stage.adapterStatus() == "Need Maintenance")
        #expect(try await stage.run("refresh --all").status == 77)
        #expect(try await stage.adapterStatus() == "Sign-in Needed")
    }

    /// All that is shown of what is stored.
    private static func saved(_ stage: CommandStage) async throws -> String {
        try await stage.succeed(["adapter", "show", CommandStage.adapter, "--json"]).output
    }
}
