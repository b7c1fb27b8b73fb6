import Foundation
import TestSupport
import Testing
import UPSSandbox

@Suite("The adapter's procedures on the command line")
struct AdapterCommandTests {
    @Test("The tracking adapter is there from the start, with its addresses and Legacy Authentication")
    func fromTheStart() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        let list = try #require(try await stage.run("adapter list --json").json["adapters"] as? [[String: Any]])
        #expect(list.compactMap { $0["name"] as? String } == [CommandStage.adapter])
        let adapter = try await stage.shownAdapter()
        #expect(
            Set(adapter.keys) == [
                "name", "authorizationOption", "endpoint", "status", "testURI", "productionURI", "shippers",
                "authorizedBy", "authorizedAt",
            ])
        #expect(adapter["status"] as? String == "Not Authorized")
        #expect(adapter["authorizationOption"] as? String == "legacy")
        #expect((adapter["testURI"] as? String)?.hasSuffix("/api/track/v1/details/") == true)
        #expect(adapter["authorizedBy"] is NSNull)
        #expect(try await stage.run("track 1ZA1B2C30390000013").isError(78, "Legacy Authentication"))
        #expect(try await stage.adapter("maintain").isError(78, "Legacy Authentication"))
    }

    @Test("Procedures A and C: signed in it is Need Maintenance, maintained it is Ready", arguments: [false, true])
    func signIn(customer: Bool) async throws {
        let stage = try await CommandStage()
        try await stage.setUpShippers()
        try await stage.signInAdapter(customer: customer)
        let authorized = try await stage.shownAdapter()
        #expect(authorized["status"] as? String == "Need Maintenance")
        #expect(
            authorized["authorizationOption"] as? String
                == (customer ? "customer-authorization-code" : "authorization-code"))
        #expect(authorized["endpoint"] as? String == "test")
        #expect((authorized["authorizedBy"] as? String)?.isEmpty == false)
        #expect((authorized["authorizedAt"] as? String)?.hasSuffix("Z") == true)
        try await maintain(stage)
    }

    @Test("Procedure B: verified and saved credentials are Need Maintenance, maintained Ready")
    func clientCredentials() async throws {
        let stage = try await CommandStage()
        try await stage.setUpShippers()
        let verified = try await stage.verifyAdapter(secret: "carrier-editor-demo-secret")
        #expect(verified.status == 0, "\(verified.errors)")
        #expect(verified.errors == "The access token was generated successfully.\n")
        let authorized = try await stage.shownAdapter()
        #expect(authorized["status"] as? String == "Need Maintenance")
        #expect(authorized["authorizationOption"] as? String == "client-credentials")
        #expect((authorized["authorizedAt"] as? String)?.hasSuffix("Z") == true)
        try await maintain(stage)
        // The key itself, its trial, and one for each of the two accounts.
        #expect(await stage.sandbox.count(.token) == 3)
    }

    /// Refused without a mapping; then a line for each shipper, Ready, and a real answer.
    private func maintain(_ stage: CommandStage) async throws {
        #expect(try await stage.adapter("maintain").isError(78, "serves no shipper account"))
        #expect(try await stage.adapterStatus() == "Need Maintenance")
        for number in ["A1B2C3", "X9Y8Z7"] { try await stage.adapter("map", number).expectSuccess() }
        let maintained = try await stage.adapter("maintain")
        #expect(maintained.status == 0, "\(maintained.errors)")
        #expect(maintained.lines.map { $0.prefix { $0 != "\t" } } == ["A1B2C3", "X9Y8Z7", "UPS Tracking Adapter"])
        #expect(maintained.lines.last?.hasSuffix("\tReady") == true)
        #expect(try await stage.adapterStatus() == "Ready")
        let tracked = try await stage.run("track 1ZA1B2C30390000013")
        #expect(tracked.status == 0, "\(tracked.errors)")
        #expect(tracked.output.contains("Delivered"))
    }

    @Test("Another mapping, another endpoint type and a new sign-in each take Ready away")
    func maintenanceAgain() async throws {
        let stage = try await CommandStage()
        try await stage.makeAdapterReady()
        try await stage.adapter("map", "X9Y8Z7").expectSuccess()
        #expect(try await stage.adapterStatus() == "Need Maintenance")
        try await stage.adapter("maintain").expectSuccess()
        try await stage.adapter("unmap", "X9Y8Z7").expectSuccess()
        #expect(try await stage.adapterStatus() == "Need Maintenance")
        try await stage.adapter("maintain").expectSuccess()
        try await stage.signInAdapter()
        #expect(try await stage.adapterStatus() == "Need Maintenance")
        try await stage.adapter("configure", "--endpoint", "production").expectSuccess()
        #expect(try await stage.adapterStatus() == "Not Authorized")
        #expect(try await stage.adapter("maintain").isError(77, "is not authorized for Production"))
    }

    @Test("A mapping goes with its account, and maintenance says what to do")
    func removedAccount() async throws {
        let stage = try await CommandStage()
        try await stage.makeAdapterReady()
        try await stage.run("account remove UPS A1B2C3").expectSuccess()
        #expect(try await stage.shownAdapter()["shippers"] as? [String] == [])
        #expect(try await stage.adapterStatus() == "Need Maintenance")
        let refused = try await stage.adapter("maintain")
        #expect(refused.isError(78, "an account that is removed from its carrier takes its mapping along"))
    }

    @Test("An account that is not on the UPS.com profile is named, and the adapter is not Ready")
    func strangeAccount() async throws {
        let stage = try await CommandStage()
        try await stage.setUpShippers(["A1B2C3", "ZZZZZZ"])
        try await stage.verifyAdapter(secret: "carrier-editor-demo-secret").expectSuccess()
        for number in ["A1B2C3", "ZZZZZZ"] { try await stage.adapter("map", number).expectSuccess() }
        let refused = try await stage.adapter("maintain")
        #expect(refused.status == 76)
        #expect(refused.lines.count == 2)
        #expect(refused.lines.last?.hasPrefix("ZZZZZZ\t") == true)
        #expect(refused.errors.contains("not on the UPS.com profile"))
        #expect(try await stage.adapterStatus() == "Need Maintenance")
    }

    @Test("A wrong secret, a denied sign-in and a wrong paste each say so, and change nothing")
    func refusedAuthorization() async throws {
        let stage = try await CommandStage()
        try await stage.makeAdapterReady()
        let saved = try await stage.savedAdapter()
        #expect(try await stage.verifyAdapter(secret: "wrong").isError(77, "the Client Secret is wrong"))
        for (paste, code) in [("?error=access_denied", 77), ("?code=1&state=x", 65)] {
            let result = try await stage.program.run(
                CommandStage.signInWords + ["authorization-code"],
                input: "https://127.0.0.1/upscallback\(paste)\n")
            #expect(result.status == Int32(code), "\(result.errors)")
            #expect(result.errors.split(separator: "\n").count == 1)
        }
        #expect(try await stage.savedAdapter() == saved)
        try await stage.run("track 1ZA1B2C30390000013").expectSuccess()
    }

    @Test("A sign-in that UPS has ended takes Ready away, and a new one gives it back")
    func endedSignIn() async throws {
        let stage = try await CommandStage { $0.accessTokenLifetime = 1 }
        try await stage.makeAdapterReady()
        await stage.sandbox.revokeGrants(ofUser: SandboxConfiguration.User.demo.name)
        #expect(try await stage.run("track 1ZA1B2C30390000013").status == 77)
        #expect(try await stage.adapterStatus() == "Sign-in Needed")
        let status = try await stage.run("status --json")
        #expect(status.status == 2)
        try await stage.signInAdapter()
        #expect(try await stage.adapterStatus() == "Need Maintenance")
        try await stage.adapter("maintain").expectSuccess()
        #expect(try await stage.adapterStatus() == "Ready")
    }

    @Test("Names and numbers that are not there are 78, a mapping made twice is 65, a missing option 64")
    func wrongWords() async throws {
        let stage = try await CommandStage()
        try await stage.setUpShippers()
        #expect(try await stage.run("adapter show Nobody").isError(78, "There is no adapter"))
        #expect(try await stage.run("track 1ZA1B2C30390000013 --adapter Nobody").isError(78, "There is no adapter"))
        #expect(try await stage.adapter("map", "Q1Q1Q1").isError(78, "There is no shipper account"))
        #expect(try await stage.adapter("unmap", "A1B2C3").isError(78, "does not serve"))
        try await stage.adapter("map", "a1b2c3").expectSuccess()
        #expect(try await stage.adapter("map", "A1B2C3").isError(65, "already"))
        #expect(try await stage.adapter("configure").status == 64)
        #expect(try await stage.run("authorize --endpoint test").status == 64)
        #expect(try await stage.program.run(CommandStage.signInWords + ["authorization-code", "UPS"]).status == 64)
        #expect(try await stage.run("track").status == 64)
    }
}
