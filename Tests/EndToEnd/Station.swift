import Foundation
import TestSupport
import Testing
import UPSSandbox

/// The built program in a real terminal, with a home of its own and a UPS on loopback.
final class Station: Sendable {
    static let application = SandboxConfiguration.Application.demo

    /// What a carrier cannot do without.
    static let requiredFields = [
        "companyName=Ada Outfitters", "title=Shipping", "attention=Dock 3", "addressLine1=7575 Fulton St E",
        "city=Ada", "state=MI", "postalCode=49355", "phone=6165550100", "email=dock@example.com",
    ].flatMap { ["--set", "companyAddress.\($0)"] }

    let home: TemporaryFolder
    let sandbox: UPSSandbox
    let environment: [String: String]

    init(_ configure: (inout SandboxConfiguration) -> Void = { _ in }) async throws {
        var configuration = SandboxConfiguration()
        configure(&configuration)
        home = try TemporaryFolder()
        sandbox = UPSSandbox(configuration)
        try await sandbox.start()
        environment = [
            // The runtime would ask at the terminal what to do after a crash.
            "SWIFT_BACKTRACE": "enable=no", "HOME": home.path, "PATH": "/usr/local/bin:/usr/bin:/bin",
            "LANG": "C.UTF-8", "TZ": "UTC",
            "CARRIER_EDITOR_UPS_TEST_URL": await sandbox.address,
            "CARRIER_EDITOR_UPS_PRODUCTION_URL": await sandbox.address,
        ]
    }

    deinit {
        Task { [sandbox] in await sandbox.stop() }
    }

    var store: String { home.file(".local/share/carrier-editor/store.sqlite") }

    /// The editor, started in a terminal of this size.
    func editor(columns: Int = 80, rows: Int = 24, _ arguments: String...) async throws -> TmuxTerminal {
        try await TmuxTerminal(
            columns: columns, rows: rows, environment: environment,
            command: [try BuiltProgram.path] + arguments)
    }

    /// Another command of the program on the same store.
    @discardableResult
    func run(_ arguments: [String], input: String = "") async throws -> BuiltProgram.Result {
        let result = try await BuiltProgram(environment: environment).run(arguments, input: input)
        try #require(result.status == 0, "\(result.errors)")
        return result
    }

    /// The application and a carrier, as the command line makes them.
    func setUp() async throws {
        try await run(
            [
                "app", "set", "--client-id", Self.application.clientID, "--redirect-uri",
                Self.application.redirectURIs[0], "--client-secret-stdin",
            ], input: try #require(Self.application.clientSecret) + "\n")
        try await run(["carrier", "create", "UPS", "--set", "endpoint=test"] + Self.requiredFields)
    }

    /// Adds the carrier's Test key on the command line.
    func addKey() async throws {
        let authorize = try BuiltProgram(environment: environment).start([
            "authorize", "UPS", "--endpoint", "test",
        ])
        let address = try #require(await sandbox.signIn(at: try await authorize.line()))
        try authorize.send(address)
        try authorize.closeInput()
        try #require(try await authorize.result().status == 0)
    }
}

extension TmuxTerminal {
    /// Types into the field that has the focus and goes on.
    func fill(_ text: String, then keys: String...) async throws {
        try await type(text)
        for key in keys { try await press(key) }
    }

    /// The sign-in address that Add Key shows: full rows, from `http` to the first row that is not filled.
    func signInAddress() async throws -> String {
        let screen = try await wait(for: "Waiting for the sign-in to end")
        let start = try #require(screen.firstIndex { $0.hasPrefix("http") })
        let end = try #require(screen[start...].firstIndex { $0.isEmpty })
        return screen[start..<end].joined()
    }
}
