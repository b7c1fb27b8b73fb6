import Foundation
import TestSupport
import Testing
import UPSSandbox

@Suite("refresh on the command line")
struct RefreshCommandTests {
    @Test("A named carrier's keys are renewed, both of them")
    func named() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        try await stage.addKey()
        let result = try await stage.succeed(["refresh", "UPS"])
        #expect(result.lines == ["Renewed: 1 of 1"])
        #expect(result.errors.isEmpty)
        #expect(try await stage.refreshCounts() == ["1"])
        try await stage.addClientCredentials()
        #expect(try await stage.succeed(["refresh", "UPS"]).lines == ["Renewed: 2 of 2"])
    }

    @Test("With --all the adapters' keys and client credentials are renewed as well")
    func all() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        try await stage.addKey()
        try await stage.addClientCredentials()
        try await stage.authorizeAdapter(["--method", "authorization-code"]).expectSuccess()
        #expect(try await stage.succeed(["refresh", "--all"]).lines == ["Renewed: 3 of 3"])
        #expect(await stage.sandbox.count(.refresh) == 2)
    }

    @Test("Only keys that end soon are renewed with --due-within, client credentials never")
    func dueWithin() async throws {
        let stage = try await CommandStage { $0.refreshTokenLifetime = 3 * 86_400 }
        try await stage.setUp()
        try await stage.addKey()
        try await stage.addClientCredentials()
        #expect(try await stage.succeed(["refresh", "--due-within", "2d"]).lines == ["Renewed: 0 of 0"])
        #expect(await stage.sandbox.count(.refresh) == 0)
        #expect(
            try await stage.succeed(["refresh", "--all", "--due-within", "3d"]).lines == ["Renewed: 1 of 1"])
        #expect(
            try await stage.succeed(["refresh", "UPS", "--due-within", "3"]).lines == ["Renewed: 1 of 1"])
        #expect(await stage.sandbox.count(.refresh) == 2)
    }

    @Test("It goes on past failures, names each key that failed, and exits with the worst")
    func worst() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        try await stage.addKey()
        let result = try await stage.run("refresh Nobody UPS")
        #expect(result.status == 78)
        #expect(result.lines == ["Renewed: 1 of 1"])
        #expect(result.errors.contains("There is no carrier \"Nobody\"."))
        await stage.sandbox.revokeGrants(ofUser: SandboxConfiguration.User.demo.name)
        let refused = try await stage.run("refresh --all")
        #expect(refused.status == 77)
        #expect(refused.lines == ["Renewed: 0 of 1"])
        #expect(refused.errors.contains("UPS Test: UPS refused the Test key of UPS"), "\(refused.errors)")
    }

    @Test("UPS being unwell is 69, though the old token lasts; the key stays well")
    func unwell() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        try await stage.addKey()
        await stage.sandbox.setFault(SandboxFault(.unavailable, on: [.refresh]))
        #expect(try await stage.run("refresh --all").status == 69)
        #expect(try await stage.run("status").status == 0)
        try await stage.run("token UPS --no-refresh").expectSuccess()
    }

    @Test("A carrier without a key at its Endpoint Type is 77, and nothing said at all 64")
    func nothing() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        #expect(try await stage.run("refresh UPS").status == 77)
        #expect(try await stage.run("refresh").status == 64)
        #expect(try await stage.run("refresh UPS --all").status == 64)
        #expect(try await stage.run("refresh --due-within soon").status == 64)
        #expect(try await stage.succeed(["refresh", "--all"]).lines == ["Renewed: 0 of 0"])
    }

    @Test("Keys that nobody uses are left out of --all, and a name takes them in")
    func inactive() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        try await stage.addKey()
        try await stage.run("carrier update UPS --set isInactive=true").expectSuccess()
        await stage.sandbox.revokeGrants(ofUser: SandboxConfiguration.User.demo.name)
        #expect(try await stage.succeed(["refresh", "--all"]).lines == ["Renewed: 0 of 0"])
        #expect(try await stage.succeed(["refresh", "--due-within", "365d"]).lines == ["Renewed: 0 of 0"])
        #expect(try await stage.run("refresh UPS").status == 77)
        try await stage.run("carrier update UPS --set isInactive=false --set apiType=legacy").expectSuccess()
        #expect(try await stage.succeed(["refresh", "--all"]).lines == ["Renewed: 0 of 0"])
        #expect(try await stage.run("status").status == 0)
    }

    @Test("A key at the other endpoint type than the carrier's is renewed without a complaint")
    func otherEndpoint() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        try await stage.addKey()
        try await stage.run("carrier update UPS --set endpoint=production").expectSuccess()
        #expect(try await stage.succeed(["refresh", "UPS"]).lines == ["Renewed: 1 of 1"])
    }

    @Test("On a terminal the number of keys that are through is shown")
    func progress() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        try await stage.addKey()
        // script(1) gives the command a terminal of its own.
        let output = stage.folder.file("typescript")
        let result = try await stage.program.run(
            ["refresh", "--all"], by: "exec script -qec \"$*\" \(output)")
        #expect(result.status == 0)
        #expect(try String(contentsOfFile: output, encoding: .utf8).contains("\r1 of 1"))
    }
}

extension CommandStage {
    /// The carrier's Production key, by client credentials.
    fileprivate func addClientCredentials() async throws {
        let application = SandboxConfiguration.Application.demo
        try await program.run(
            [
                "authorize", "UPS", "--endpoint", "production", "--method", "client-credentials",
                "--client-id",
                application.clientID, "--client-secret-stdin",
            ], input: try #require(application.clientSecret) + "\n"
        ).expectSuccess()
    }

    /// How often the Test key has been refreshed, as UPS says.
    fileprivate func refreshCounts() async throws -> [String] {
        let key = try #require(try await run("key show UPS --json").json["key"] as? [String: Any])
        return [key["refreshCount"] as? String].compactMap { $0 }
    }
}
