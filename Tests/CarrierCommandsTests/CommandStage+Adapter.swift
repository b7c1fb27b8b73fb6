import Foundation
import TestSupport
import Testing
import UPSSandbox

/// The steps of an adapter's procedures as a script takes them, each a process of its own.
extension CommandStage {
    static let adapter = "UPS Tracking Adapter"
    static let signInWords = ["authorize", "--adapter", adapter, "--endpoint", "test", "--method"]

    /// The application, a carrier, and the shipper accounts on the sandbox's profile.
    func setUpShippers(_ numbers: [String] = ["A1B2C3", "X9Y8Z7"]) async throws {
        try await setUp()
        for number in numbers {
            try await succeed(
                ["account", "add", "UPS", "--number", number, "--postal-code", "49525", "--country", "US"])
        }
    }

    /// `adapter NAME`: the adapter's own words go last.
    func adapter(_ verb: String, _ words: String...) async throws -> BuiltProgram.Result {
        try await program.run(["adapter", verb, Self.adapter] + words)
    }

    /// `adapter show --json`, its object alone.
    func shownAdapter() async throws -> [String: Any] {
        try #require(try await adapter("show", "--json").json["adapter"] as? [String: Any])
    }

    func adapterStatus() async throws -> String {
        try #require(try await shownAdapter()["status"] as? String)
    }

    /// All that is stored of the adapter, to be compared before and after.
    func savedAdapter() async throws -> String {
        try await adapter("show", "--json").output
    }

    /// Authorization Code, or Customer Authorization Code with the customer's own app.
    func signInAdapter(customer: Bool = false) async throws {
        let application = SandboxConfiguration.Application.demo
        let words =
            customer
            ? ["customer-authorization-code", "--client-id", application.clientID, "--client-secret-stdin"]
            : ["authorization-code"]
        let authorize = try program.start(Self.signInWords + words)
        if customer { try authorize.send(try #require(application.clientSecret) + "\n") }
        let address = try #require(await sandbox.signIn(at: try await authorize.line()))
        try authorize.send(address + "\n")
        try authorize.closeInput()
        let result = try await authorize.result()
        try #require(result.status == 0, "\(result.errors)")
        #expect(result.errors == "The access token was generated successfully.\n")
    }

    func verifyAdapter(secret: String) async throws -> BuiltProgram.Result {
        try await program.run(
            Self.signInWords + [
                "client-credentials", "--client-id", SandboxConfiguration.Application.demo.clientID,
                "--client-secret-stdin",
            ], input: secret + "\n")
    }

    /// Authorized by a sign-in, mapped to one account and maintained.
    func makeAdapterReady() async throws {
        try await setUpShippers()
        try await signInAdapter()
        try await adapter("map", "A1B2C3").expectSuccess()
        try await adapter("maintain").expectSuccess()
        try #require(try await adapterStatus() == "Ready")
    }
}
