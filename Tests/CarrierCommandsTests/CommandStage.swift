import Foundation
import TestSupport
import Testing
import UPSSandbox

/// The built program with a store of its own and a UPS on loopback.
final class CommandStage: Sendable {
    let folder: TemporaryFolder
    let sandbox: UPSSandbox
    let program: BuiltProgram

    init(_ configure: (inout SandboxConfiguration) -> Void = { _ in }) async throws {
        var configuration = SandboxConfiguration()
        configure(&configuration)
        folder = try TemporaryFolder()
        sandbox = UPSSandbox(configuration)
        try await sandbox.start()
        program = BuiltProgram(environment: [
            "CARRIER_EDITOR_STORE": folder.file("data/store.sqlite"),
            "CARRIER_EDITOR_UPS_TEST_URL": await sandbox.address,
            "CARRIER_EDITOR_UPS_PRODUCTION_URL": await sandbox.address,
        ])
    }

    deinit {
        Task { [sandbox] in await sandbox.stop() }
    }

    /// Runs a command; its words are split at spaces.
    @discardableResult
    func run(_ words: String, input: String = "") async throws -> BuiltProgram.Result {
        try await program.run(words.split(separator: " ").map(String.init), input: input)
    }

    /// Runs a command that must succeed without a word on standard error.
    @discardableResult
    func succeed(_ arguments: [String], input: String = "") async throws -> BuiltProgram.Result {
        let result = try await program.run(arguments, input: input)
        try #require(result.status == 0, "\(result.errors)")
        return result
    }

    static let requiredFields = [
        "companyName=Ada Outfitters", "title=Shipping", "attention=Dock 3", "addressLine1=7575 Fulton St E",
        "city=Ada",
        "state=MI", "postalCode=49355", "phone=6165550100", "email=dock@example.com",
    ].flatMap { ["--set", "companyAddress.\($0)"] }

    /// The application of the sandbox, and a carrier named UPS that uses Test.
    func setUp(redirectURI: String = SandboxConfiguration.Application.demo.redirectURIs[0]) async throws {
        let application = SandboxConfiguration.Application.demo
        try await succeed(
            [
                "app", "set", "--client-id", application.clientID, "--redirect-uri", redirectURI,
                "--client-secret-stdin",
            ],
            input: try #require(application.clientSecret) + "\n")
        try await succeed(["carrier", "create", "UPS", "--set", "endpoint=test"] + Self.requiredFields)
    }

    /// Adds the Test key as a script would: first line out, address in.
    func addKey() async throws {
        let authorize = try program.start(["authorize", "UPS", "--endpoint", "test"])
        let address = try #require(await sandbox.signIn(at: try await authorize.line()))
        try authorize.send(address + "\n")
        try authorize.closeInput()
        let result = try await authorize.result()
        try #require(result.status == 0, "\(result.errors)")
    }

    /// Runs `authorize` with these words to where UPS says that the person declined.
    func decline(_ words: [String]) async throws -> BuiltProgram.Result {
        let authorize = try program.start(["authorize"] + words)
        let state = try #require(
            try await authorize.line().split(separator: "&").first { $0.hasPrefix("state=") })
        try authorize.send("https://127.0.0.1/upscallback?error=access_denied&\(state)")
        try authorize.closeInput()
        return try await authorize.result()
    }
}

extension BuiltProgram.Result {
    /// The answer as JSON.
    var json: [String: Any] {
        get throws {
            try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
        }
    }

    /// Standard error is what every error is: one line of two sentences, and nothing went to standard output.
    func isError(_ code: Int32, _ words: String) -> Bool {
        status == code && output.isEmpty && errors.contains(words) && errors.split(separator: "\n").count == 1
            && errors.filter { ".!?".contains($0) }.count >= 2
    }
}
