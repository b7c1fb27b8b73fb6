import Foundation
import GRDB
import Glibc
import TestSupport
import Testing
import UPSSandbox

/// OAUTH.md part 4: known secrets, looked for wherever the program writes.
@Suite("Traces of secrets", .serialized)
struct CanaryTraceTests {
    @Test(
        "--verbose says what is called, and no secret; nor do the store, its log, a recovery file or a backup"
    )
    func verboseAndFiles() async throws {
        let stage = try CanaryStage()
        try await stage.setUp()
        // While somebody has the store open, its log stays.
        let reader = try DatabaseQueue(path: stage.folder.file("data/store.sqlite"))
        try await reader.read { _ = try Int.fetchOne($0, sql: "SELECT count(*) FROM carrier") }
        let authorize = try stage.program.start(["authorize", "UPS", "--endpoint", "test", "--verbose"])
        let address = try await authorize.line()
        let state = try #require(address.firstMatch(of: /[?&]state=([^&]+)/)?.1)
        try authorize.send("https://127.0.0.1/upscallback?code=\(CanaryStage.code)&state=\(state)\n")
        try authorize.closeInput()
        let authorized = try await authorize.result()
        try #require(authorized.status == 0, "\(authorized.errors)")
        #expect(authorized.errors.contains("POST \(stage.ups.address)/security/v1/oauth/token"))
        let verifier = try #require(stage.ups.requests.last?.firstMatch(of: /code_verifier=([^&]+)/)?.1)
        let secrets = CanaryStage.all + [String(state), String(verifier)]
        Self.expect(secrets, notIn: Data(authorized.errors.utf8), "authorize --verbose")

        let refreshed = try await stage.program.run(["refresh", "UPS", "--verbose"])
        try #require(refreshed.status == 0, "\(refreshed.errors)")
        #expect(refreshed.errors.contains("POST \(stage.ups.address)/security/v1/oauth/refresh"))
        let sent = try #require(stage.ups.requests.last)
        #expect(sent.contains("refresh_token=\(CanaryStage.refresh)"))
        let basic = try #require(sent.firstMatch(of: /Authorization: Basic ([A-Za-z0-9+\/=]+)/)?.1)
        Self.expect(
            secrets + [String(basic)], notIn: Data((refreshed.output + refreshed.errors).utf8),
            "refresh --verbose")

        try await stage.leaveRecoveryFile()
        let folder = stage.folder.file("data")
        try await stage.program.run(["backup", "\(folder)/backup.sqlite"]).expectSuccess()
        try stage.restoreRecoveryFile()
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        for part in ["store.sqlite-wal", "store.sqlite.recovery-", "backup.sqlite"] {
            #expect(names.contains { $0.contains(part) }, "\(names)")
        }
        for name in names {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
            Self.expect(secrets + [String(basic)], notIn: bytes, name)
        }
        try reader.close()
    }

    @Test(
        "The browser and lpstat are given no secret, neither by their environment nor on their command line")
    func children() async throws {
        let station = try await Station()
        try await station.setUp()
        try await station.addKey()
        let token = try #require(try await station.run(["token", "UPS"]).lines.first)
        // Each writes down what it was given.
        let script = "#!/bin/sh\ncat /proc/$$/cmdline /proc/$$/environ >\"$HOME/${0##*/}.seen\"\n"
        for name in ["browser", "lpstat"] {
            #expect(
                FileManager.default.createFile(
                    atPath: station.home.file(name), contents: Data(script.utf8),
                    attributes: [.posixPermissions: 0o700]))
        }
        let environment = station.environment.merging([
            "BROWSER": station.home.file("browser"),
            "PATH": "\(station.home.path):/usr/local/bin:/usr/bin:/bin",
        ]) { $1 }
        let editor = try await TmuxTerminal(
            environment: environment, command: [try BuiltProgram.path, "--carrier", "UPS"])
        try await editor.wait(for: "Carrier Name*")
        try await editor.press("M-k")
        try await editor.wait(for: "▸ Add Key ◂")
        try await editor.press("Enter")
        let address = try await editor.signInAddress()
        for (name, sign) in [("browser", address), ("lpstat", "-e")] {
            let seen = try await eventually {
                let text = try? String(contentsOfFile: station.home.file("\(name).seen"), encoding: .utf8)
                return text?.contains("HOME=") == true ? text : nil
            }
            #expect(seen.contains(sign), "\(name)")
            let secret = try #require(Station.application.clientSecret)
            Self.expect([token, secret], notIn: Data(seen.utf8), name)
        }
    }

    private static func expect(_ secrets: [String], notIn bytes: Data, _ place: String) {
        #expect(!bytes.isEmpty, "\(place)")
        for secret in secrets {
            for trace in Canary.traces(of: secret) {
                #expect(bytes.range(of: Data(trace.utf8)) == nil, "\(trace) in \(place)")
            }
        }
    }
}

/// The built program on a store of its own, and a UPS whose tokens are known.
private final class CanaryStage: Sendable {
    static let code = "canary-code-2b6f10c4d8"
    static let secret = "canary-secret-90ad7e35f1"
    static let password = "canary-password-c41d77e0"
    static let access = "canary-access-7f3a9c51e0"
    static let refresh = "canary-refresh-51e07f3a9c"
    static let all = [code, secret, password, access, refresh]

    let folder: TemporaryFolder
    let ups: CannedServer
    let program: BuiltProgram
    private let gate = Gate()

    init() throws {
        folder = try TemporaryFolder()
        ups = try CannedServer { [gate] request in
            guard request.hasPrefix("POST ") else { return CannedServer.Answer(200, body: "{}") }
            gate.pass()
            let milliseconds = Int64(Date().timeIntervalSince1970 * 1000)
            return CannedServer.Answer(
                200,
                body: """
                    {"token_type":"Bearer","issued_at":"\(milliseconds)","access_token":"\(Self.access)",\
                    "expires_in":"3599","refresh_token":"\(Self.refresh)","refresh_token_status":"approved",\
                    "refresh_token_issued_at":"\(milliseconds)","refresh_token_expires_in":"5183999",\
                    "refresh_count":"1","status":"approved"}
                    """)
        }
        program = BuiltProgram(environment: [
            "CARRIER_EDITOR_STORE": folder.file("data/store.sqlite"),
            "CARRIER_EDITOR_UPS_TEST_URL": ups.address, "CARRIER_EDITOR_UPS_PRODUCTION_URL": ups.address,
        ])
    }

    func setUp() async throws {
        // Without PKCE's way around it a refresh shows the secret, and with it a sign-in has a verifier.
        try await program.run(
            [
                "app", "set", "--client-id", "client", "--redirect-uri", "https://127.0.0.1/upscallback",
                "--client-secret-stdin",
            ], input: Self.secret + "\n"
        ).expectSuccess()
        try await program.run(
            ["carrier", "create", "UPS", "--set", "endpoint=test"] + Station.requiredFields
        ).expectSuccess()
        try await program.run(
            ["user", "add", "olga", "--role", "operator", "--password-stdin"], input: Self.password + "\n"
        ).expectSuccess()
    }

    /// Leaves a pair beside the store, whose disk is full from UPS's answer on, and a copy for later: the next command
    /// takes it in.
    func leaveRecoveryFile() async throws {
        gate.close()
        let before = ups.requests.count
        let running = try program.start(["refresh", "UPS"])
        try running.closeInput()
        try await eventually { ups.requests.count > before ? true : nil }
        try running.limitFiles(to: 8192)
        gate.open()
        let file = try await eventually { try recoveryFile() }
        running.kill(SIGKILL)
        _ = try await running.result()
        try FileManager.default.copyItem(atPath: file, toPath: folder.file("kept"))
        try file.write(toFile: folder.file("name"), atomically: true, encoding: .utf8)
    }

    func restoreRecoveryFile() throws {
        let file = try String(contentsOfFile: folder.file("name"), encoding: .utf8)
        try FileManager.default.moveItem(atPath: folder.file("kept"), toPath: file)
    }

    private func recoveryFile() throws -> String? {
        try FileManager.default.contentsOfDirectory(atPath: folder.file("data"))
            .first { $0.contains(".recovery-") && !$0.hasSuffix(".new") }
            .map { folder.file("data/\($0)") }
    }
}

/// Lets calls pass while it is open.
private final class Gate: @unchecked Sendable {
    // Proof for @unchecked: the flag is used under the condition's lock alone.
    private let condition = NSCondition()
    private var isOpen = true

    func pass() { condition.withLock { while !isOpen { condition.wait() } } }
    func close() { condition.withLock { isOpen = false } }
    func open() {
        condition.withLock { isOpen = true }
        condition.broadcast()
    }
}

extension BuiltProgram.Result {
    fileprivate func expectSuccess() throws { try #require(status == 0, "\(errors)") }
}
