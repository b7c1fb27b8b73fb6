import Foundation
import TestSupport
import Testing
import UPSSandbox

/// The tracking adapter on the command line.
extension CommandStage {
    static let adapter = "UPS Tracking Adapter"

    /// The application, a carrier, and the shipper accounts of the sandbox's demo user.
    func setUpAccounts() async throws {
        try await setUp()
        for number in SandboxConfiguration.User.demo.accounts + ["ZZZZZZ"] {
            try await succeed([
                "account", "add", "UPS", "--number", number, "--postal-code", "49525", "--country", "US",
            ])
        }
    }

    /// Authorizes the adapter for Test as a script would.
    func authorizeAdapter(_ options: [String], secret: String = "") async throws -> BuiltProgram.Result {
        let authorize = try program.start(
            ["authorize", "--adapter", Self.adapter, "--endpoint", "test"] + options)
        try authorize.send(secret)
        if options.contains("client-credentials") {
            try authorize.closeInput()
            return try await authorize.result()
        }
        let address = try #require(await sandbox.signIn(at: try await authorize.line()))
        try authorize.send(address + "\n")
        try authorize.closeInput()
        return try await authorize.result()
    }

    func adapterShown() async throws -> [String: Any] {
        try #require(
            try await succeed(["adapter", "show", Self.adapter, "--json"]).json["adapter"] as? [String: Any])
    }

    func adapterStatus() async throws -> String? { try await adapterShown()["status"] as? String }

    func maintain() async throws -> BuiltProgram.Result {
        try await program.run(["adapter", "maintain", Self.adapter])
    }

    /// From nothing to Ready by Authorization Code.
    func makeReady() async throws {
        try await setUpAccounts()
        try await authorizeAdapter(["--method", "authorization-code"]).expectSuccess()
        try await succeed(["adapter", "map", Self.adapter, "A1B2C3"])
        try await maintain().expectSuccess()
    }

    static let customer = [
        "--client-id", SandboxConfiguration.Application.demo.clientID, "--client-secret-stdin",
    ]
    static let secret = (SandboxConfiguration.Application.demo.clientSecret ?? "") + "\n"
}

@Suite("The seed's three procedures on the command line")
struct AdapterProcedureTests {
    @Test("A. Authorization Code")
    func authorizationCode() async throws {
        let stage = try await CommandStage()
        try await stage.setUpAccounts()
        // 3, 4: there from the start, with its addresses filled in and Legacy Authentication selected.
        let fresh = try await stage.adapterShown()
        #expect(fresh["authorizationOption"] as? String == "legacy")
        #expect(fresh["status"] as? String == "Not Authorized")
        #expect((fresh["testURI"] as? String)?.hasSuffix("/api/track/v1/details/") == true)
        #expect((fresh["productionURI"] as? String)?.isEmpty == false)
        // A 2, 3: the UPS sign-in, back with the success message.
        let authorized = try await stage.authorizeAdapter(["--method", "authorization-code"])
        #expect(authorized.status == 0)
        #expect(authorized.errors.contains("The access token was generated successfully."))
        // A 4, 5: Need Maintenance, authorizer and UTC date stamp.
        let shown = try await stage.adapterShown()
        #expect(shown["status"] as? String == "Need Maintenance")
        #expect(shown["endpoint"] as? String == "test")
        #expect((shown["authorizedBy"] as? String)?.isEmpty == false)
        #expect((shown["authorizedAt"] as? String)?.hasSuffix("Z") == true)
        // A 7 and its note: maintenance needs a shipper mapping.
        let unmapped = try await stage.maintain()
        #expect(unmapped.isError(78, "UPS Tracking Adapter serves no shipper account."), "\(unmapped.errors)")
        #expect(try await stage.adapterStatus() == "Need Maintenance")
        try await stage.succeed(["adapter", "map", CommandStage.adapter, "a1b2c3"])
        let maintained = try await stage.maintain()
        #expect(maintained.status == 0)
        #expect(maintained.lines.first?.hasPrefix("A1B2C3\t") == true)
        #expect(maintained.lines.last == "UPS Tracking Adapter\tReady")
        #expect(try await stage.adapterStatus() == "Ready")
        let list = try await stage.succeed(["adapter", "list"])
        #expect(list.lines.last?.contains("Authorization Code  Ready   A1B2C3") == true)
    }

    @Test("B. Customer Client Credentials")
    func clientCredentials() async throws {
        let stage = try await CommandStage()
        try await stage.setUpAccounts()
        let options = ["--method", "client-credentials"] + CommandStage.customer
        // B 2: verified at UPS; a wrong secret changes nothing.
        let wrong = try await stage.authorizeAdapter(options, secret: "wrong\n")
        #expect(wrong.isError(77, "the Client Secret is wrong"), "\(wrong.errors)")
        #expect(try await stage.adapterShown()["authorizationOption"] as? String == "legacy")
        // B 3, 4, 5.
        let verified = try await stage.authorizeAdapter(options, secret: CommandStage.secret)
        #expect(verified.errors.contains("The access token was generated successfully."))
        let shown = try await stage.adapterShown()
        #expect(shown["authorizationOption"] as? String == "client-credentials")
        #expect(shown["status"] as? String == "Need Maintenance")
        #expect((shown["authorizedBy"] as? String)?.isEmpty == false)
        #expect((shown["authorizedAt"] as? String)?.hasSuffix("Z") == true)
        // B 6: a token for each shipper.
        for number in SandboxConfiguration.User.demo.accounts {
            try await stage.succeed(["adapter", "map", CommandStage.adapter, number])
        }
        let tokens = await stage.sandbox.count(.token)
        let maintained = try await stage.maintain()
        #expect(maintained.lines.count == 3)
        #expect(await stage.sandbox.count(.token) == tokens + 2)
        #expect(try await stage.adapterStatus() == "Ready")
        // An account that is not on the profile is named, and Ready is gone.
        try await stage.succeed(["adapter", "map", CommandStage.adapter, "ZZZZZZ"])
        let refused = try await stage.maintain()
        #expect(refused.status == 76)
        let reason = try await stage.adapterShown()["maintenanceReason"] as? String
        #expect(refused.errors.contains(try #require(reason)))
        #expect(refused.lines.last?.hasPrefix("ZZZZZZ\tThe shipper number is missing or not on the") == true)
        #expect(try await stage.adapterStatus() == "Need Maintenance")
    }

    @Test("C. Customer Authorization Code")
    func customerAuthorizationCode() async throws {
        let stage = try await CommandStage()
        try await stage.setUpAccounts()
        let authorized = try await stage.authorizeAdapter(
            ["--method", "customer-authorization-code"] + CommandStage.customer, secret: CommandStage.secret)
        #expect(authorized.errors.contains("The access token was generated successfully."))
        let shown = try await stage.adapterShown()
        #expect(shown["authorizationOption"] as? String == "customer-authorization-code")
        #expect(shown["status"] as? String == "Need Maintenance")
        #expect((shown["authorizedBy"] as? String)?.isEmpty == false)
        #expect((shown["authorizedAt"] as? String)?.hasSuffix("Z") == true)
        try await stage.succeed(["adapter", "map", CommandStage.adapter, "A1B2C3"])
        try await stage.maintain().expectSuccess()
        #expect(try await stage.adapterStatus() == "Ready")
        // The client that was stored serves the next sign-in.
        let again = try await stage.authorizeAdapter([])
        #expect(again.status == 0, "\(again.errors)")
        #expect(try await stage.adapterStatus() == "Need Maintenance")
    }
}

@Suite("What goes wrong with an adapter is told, and changes nothing")
struct AdapterTroubleTests {
    @Test("A refused sign-in leaves the adapter as it was")
    func refusedSignIn() async throws {
        let stage = try await CommandStage()
        try await stage.makeReady()
        let before = try await stage.succeed(["adapter", "show", CommandStage.adapter, "--json"]).output
        let denied = try await stage.decline(["--adapter", CommandStage.adapter, "--endpoint", "test"])
        #expect(denied.status == 77)
        #expect(denied.errors.contains("The sign-in was denied"))
        #expect(
            try await stage.succeed(["adapter", "show", CommandStage.adapter, "--json"]).output == before)
    }

    @Test("An expired sign-in is said with the seed's sentences")
    func expired() async throws {
        let stage = try await CommandStage {
            $0.accessTokenLifetime = 1
            $0.refreshTokenLifetime = 3
            $0.refreshRenewsLifetime = false
        }
        try await stage.setUpAccounts()
        try await stage.authorizeAdapter(["--method", "authorization-code"]).expectSuccess()
        try await stage.succeed(["adapter", "map", CommandStage.adapter, "A1B2C3"])
        let maintained = try await eventually {
            let result = try await stage.maintain()
            return result.errors.contains("The UPS refresh token has expired.") ? result : nil
        }
        #expect(maintained.status == 77)
        #expect(maintained.errors.contains("Generate a new access token with Add Key."))
        #expect(try await stage.adapterStatus() == "Sign-in Needed")
        let tracked = try await stage.run("track \(SampleNumber.delivered.rawValue)")
        #expect(tracked.isError(77, "The UPS refresh token has expired."))
    }

    @Test("A mapping goes with its account, and maintenance says what is missing")
    func removedAccount() async throws {
        let stage = try await CommandStage()
        try await stage.makeReady()
        try await stage.succeed(["account", "remove", "UPS", "A1B2C3"])
        #expect(try await stage.adapterStatus() == "Need Maintenance")
        let result = try await stage.maintain()
        #expect(result.isError(78, "serves no shipper account"))
        #expect(result.errors.contains("an account that is removed from its carrier takes its mapping along"))
    }

    @Test("Legacy Authentication, a missing mapping and unknown names are 78, a mapping made twice 65")
    func configuration() async throws {
        let stage = try await CommandStage()
        try await stage.setUpAccounts()
        #expect(try await stage.maintain().isError(78, "uses Legacy Authentication"))
        #expect(
            try await stage.run("track \(SampleNumber.delivered.rawValue)").isError(
                78, "uses Legacy Authentication"))
        #expect(try await stage.run("adapter show Nobody").isError(78, "There is no adapter \"Nobody\"."))
        func change(_ words: String...) async throws -> BuiltProgram.Result {
            try await stage.program.run(["adapter", words[0], CommandStage.adapter] + words.dropFirst())
        }
        #expect(try await change("map", "QQQQQQ").isError(78, "There is no shipper account \"QQQQQQ\"."))
        #expect(try await change("unmap", "A1B2C3").isError(78, "does not serve a shipper account"))
        try await change("map", "A1B2C3").expectSuccess()
        #expect(try await change("map", "A1B2C3").isError(65, "serves the shipper account"))
        try await change("unmap", "A1B2C3").expectSuccess()
        #expect(try await change("configure").status == 64)
        try await change("configure", "--endpoint", "production").expectSuccess()
        #expect(try await stage.adapterShown()["endpoint"] as? String == "production")
        #expect(try await stage.run("authorize --endpoint test").status == 64)
        #expect(try await stage.run("authorize UPS --adapter X --endpoint test").status == 64)
    }
}
