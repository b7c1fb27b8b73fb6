import Foundation
import TestSupport
import Testing
import UPSSandbox

@Suite("authorize, token, key and status on the command line")
struct KeyCommandTests {
    @Test("A script authorizes by a pasted address, and token prints the token and nothing else")
    func authorizeAndToken() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        try await stage.addKey()
        let token = try await stage.succeed(["token", "UPS"])
        #expect(token.lines.count == 1)
        #expect(token.errors.isEmpty)
        let json = try #require(
            try await stage.succeed(["token", "UPS", "--json"]).json["token"] as? [String: Any])
        #expect(json["accessToken"] as? String == token.lines.first)
        #expect(json["endpoint"] as? String == "test")
        #expect(await stage.sandbox.count(.refresh) == 0)
    }

    @Test("A token that UPS gives no life is printed, and said to have ended already")
    func endedToken() async throws {
        let stage = try await CommandStage { $0.accessTokenLifetime = 0 }
        try await stage.setUp()
        try await stage.addKey()
        let token = try await stage.succeed(["token", "UPS"])
        #expect(token.lines.count == 1)
        #expect(token.errors.contains("The token has ended already: UPS gave it 0 s."), "\(token.errors)")
    }

    @Test("A wrong paste is 65, a denied sign-in 77, and neither asks UPS for a token")
    func wrongPastes() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        let wrong = try await stage.run(
            "authorize UPS --endpoint test", input: "https://127.0.0.1/upscallback?code=1&state=x")
        #expect(wrong.status == 65)
        #expect(wrong.errors.contains("another sign-in"))
        let foreign = try await stage.run(
            "authorize UPS --endpoint test", input: "https://127.0.0.1/upscallback?error=access_denied")
        #expect(foreign.status == 65)
        #expect(try await stage.decline(["UPS", "--endpoint", "test"]).status == 77)
        #expect(await stage.sandbox.count(.token) == 0)
    }

    @Test("Client credentials are verified and stored, a wrong secret is 77")
    func clientCredentials() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        let words = [
            "authorize", "UPS", "--endpoint", "production", "--method", "client-credentials", "--client-id",
            SandboxConfiguration.Application.demo.clientID, "--client-secret-stdin",
        ]
        #expect(try await stage.program.run(words, input: "wrong\n").status == 77)
        try await stage.program.run(words, input: "carrier-editor-demo-secret\n").expectSuccess()
        try await stage.run("token UPS --endpoint production").expectSuccess()
        let keys = try #require(try await stage.run("status --json").json["keys"] as? [[String: Any]])
        let key = try #require(keys.first { $0["endpoint"] as? String == "production" })
        #expect(key["method"] as? String == "client-credentials")
        #expect(key["secondsLeft"] is NSNull)
    }

    @Test("status exits as monitoring plugins do")
    func status() async throws {
        let stage = try await CommandStage { $0.refreshTokenLifetime = 3 * 86_400 }
        try await stage.setUp()
        #expect(try await stage.run("status").status == 0)
        try await stage.addKey()
        #expect(try await stage.run("status").status == 1)
        #expect(try await stage.run("status --within 1d").status == 0)
        #expect(try await stage.run("status --json --format table").status == 64)
        let keys = try #require(try await stage.run("status --json").json["keys"] as? [[String: Any]])
        #expect(keys.compactMap { $0["state"] as? String } == ["none", "expiresSoon"])
        try await stage.run("carrier update UPS --set isInactive=true").expectSuccess()
        #expect(try await stage.run("status").status == 0)
    }

    @Test("Without a key, an application or the REST API the code says which")
    func setUpMissing() async throws {
        let stage = try await CommandStage()
        try await stage.succeed(["carrier", "create", "UPS"] + CommandStage.requiredFields)
        #expect(try await stage.run("token UPS").isError(77, "UPS has no Production key."))
        #expect(
            try await stage.run("authorize UPS --endpoint test").isError(78, "No UPS application is set."))
        #expect(try await stage.run("app show").isError(78, "No UPS application is set."))
        try await stage.run("carrier update UPS --set apiType=legacy").expectSuccess()
        #expect(
            try await stage.run("token UPS").isError(
                78, "UPS has accepted no access keys since August 5, 2024"))
        #expect(try await stage.run("token Nobody").isError(78, "There is no carrier \"Nobody\"."))
    }

    @Test("UPS out of reach is 69, and the key stays well")
    func outOfReach() async throws {
        let stage = try await CommandStage { $0.accessTokenLifetime = 1 }
        try await stage.setUp()
        try await stage.addKey()
        var away = stage.program
        // Nobody listens on port 1.
        away.environment["CARRIER_EDITOR_UPS_TEST_URL"] = "http://127.0.0.1:1"
        let result = try await eventually {
            let result = try await away.run(["token", "UPS", "--timeout", "1"])
            return result.status == 0 ? nil : result
        }
        #expect(result.isError(69, "UPS could not be reached"), "\(result.errors)")
        try await stage.run("token UPS").expectSuccess()
    }

    @Test("A token that could not be written is 74, not success")
    func fullOutput() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        try await stage.addKey()
        let result = try await stage.program.run(
            ["token", "UPS"], by: "exec \"$@\" > /dev/full 2> /dev/null")
        #expect(result.status == 74)
    }

    @Test("A token is printed though nobody takes what is said beside it")
    func fullErrors() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        try await stage.addKey()
        let pipe = stage.folder.file("pipe")
        try #require(mkfifo(pipe, 0o600) == 0)
        // A pipe without a reader, and a full disk.
        for line in ["exec 3<>\(pipe) 4>\(pipe) 3>&-; exec \"$@\" 2>&4", "exec \"$@\" 2> /dev/full"] {
            let result = try await stage.program.run(["token", "UPS", "--min-ttl", "80000"], by: line)
            #expect(result.status == 0)
            #expect(result.lines.count == 1)
        }
    }

    @Test("An output that does not wait for its reader is waited for")
    func nonBlocking() async throws {
        let stage = try await CommandStage()
        let reports = (0..<100).map { "\($0)\(String(repeating: "x", count: 250))" }.joined(separator: ",")
        try await stage.succeed(
            ["carrier", "create", "UPS", "--set", "customReports=\(reports)"] + CommandStage.requiredFields)
        for number in 1...12 { try await stage.succeed(["carrier", "copy", "UPS", "UPS \(number)"]) }
        // dd leaves its output non-blocking, for whoever shares it.
        let result = try await stage.program.run(
            ["carrier", "export"], by: "dd if=/dev/null oflag=nonblock 2> /dev/null; exec \"$@\"")
        #expect(result.status == 0, "\(result.errors)")
        #expect(try (result.json["carriers"] as? [Any])?.count == 13)
    }

    @Test("key show gives the Access Token Information, key delete removes it")
    func key() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        try await stage.addKey()
        let key = try #require(try await stage.run("key show UPS --json").json["key"] as? [String: Any])
        #expect(key["tokenStatus"] as? String == "approved")
        #expect(key["refreshCount"] as? String == "0")
        #expect(key["accessToken"] == nil)
        try await stage.run("key delete UPS").expectSuccess()
        #expect(try await stage.run("key show UPS").status == 77)
    }

    @Test("A key from before the carrier went back to the legacy API can still be removed")
    func legacyKey() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        try await stage.addKey()
        try await stage.run("carrier update UPS --set apiType=legacy").expectSuccess()
        #expect(try await stage.run("token UPS").status == 78)
        try await stage.run("key delete UPS").expectSuccess()
        #expect(try await stage.run("key show UPS").status == 77)
    }

    @Test("Where the key is at the other endpoint type, the error says how to ask for it")
    func otherEndpoint() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        try await stage.addKey()
        for words in ["token UPS", "key show UPS"] {
            let result = try await stage.run(words + " --endpoint production")
            #expect(result.isError(77, "UPS has no Production key, but a Test key."), "\(result.errors)")
            #expect(result.errors.contains("--endpoint test"))
        }
    }

    @Test("What others change during a sign-in stays, and how the key was made is saved beside it")
    func changedMeanwhile() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        let application = SandboxConfiguration.Application.demo
        let authorize = try stage.program.start([
            "authorize", "UPS", "--endpoint", "test", "--method", "customer-authorization-code",
            "--client-id",
            application.clientID, "--client-secret-stdin",
        ])
        try authorize.send(try #require(application.clientSecret) + "\n")
        let address = try #require(await stage.sandbox.signIn(at: try await authorize.line()))
        try await stage.run("carrier update UPS --set weightUnit=KGS").expectSuccess()
        try authorize.send(address + "\n")
        try authorize.closeInput()
        let result = try await authorize.result()
        #expect(result.status == 0, "\(result.errors)")
        let carrier = try #require(
            try await stage.run("carrier show UPS --json").json["carrier"] as? [String: Any])
        #expect(carrier["weightUnit"] as? String == "KGS")
        #expect(carrier["authorizationMethod"] as? String == "customer-authorization-code")
        #expect(carrier["customerClientID"] as? String == application.clientID)
    }

    @Test(
        "A client of the customer's is refused with the installation's method",
        arguments: ["", "--method authorization-code"])
    func clientWithoutUse(method: String) async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        let result = try await stage.run(
            "authorize UPS --endpoint test --client-secret-stdin \(method)", input: "canary\n")
        #expect(result.isError(64, "uses the installation's application"), "\(result.errors)")
        #expect(await stage.sandbox.log.isEmpty)
    }

    @Test("--redirect-uri is where the sign-in ends, with the installation's application, too")
    func redirectURI() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        let other = SandboxConfiguration.Application.demo.redirectURIs[1]
        let authorize = try stage.program.start([
            "authorize", "UPS", "--endpoint", "test", "--redirect-uri", other,
        ])
        let address = try #require(await stage.sandbox.signIn(at: try await authorize.line()))
        #expect(address.hasPrefix(other))
        authorize.kill(SIGKILL)
        _ = try await authorize.result()
    }

    @Test("Fifty processes on an expired key make one call and print one token")
    func herd() async throws {
        let stage = try await CommandStage {
            $0.accessTokenLifetime = 1; $0.latency = .milliseconds(200)
        }
        try await stage.setUp()
        try await stage.addKey()
        try await eventually { try await stage.run("token UPS --no-refresh").status == 75 ? true : nil }
        await stage.sandbox.setAccessTokenLifetime(3599)
        let results = try await withThrowingTaskGroup(of: BuiltProgram.Result.self) { group in
            for _ in 0..<50 { group.addTask { try await stage.run("token UPS") } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(results.map(\.output)).count == 1)
        #expect(results.allSatisfy { $0.status == 0 })
        #expect(await stage.sandbox.count(.refresh) == 1)
    }
}
