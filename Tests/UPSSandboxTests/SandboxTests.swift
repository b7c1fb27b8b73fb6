import FlyingSocks
import FoundationEssentials
import Testing
import UPSSandbox

struct SandboxTests {
    @Test func `calls are counted by endpoint, and nothing secret is kept`() async throws {
        try await Session.with { session in
            let pair = try await session.tokens()
            #expect(await session.sandbox.count(.authorize) == 1)
            #expect(await session.sandbox.count(.signIn) == 1)
            #expect(await session.sandbox.count(.token) == 1)
            #expect(await session.sandbox.count(.refresh) == 0)
            _ = try await session.refresh(try #require(pair["refresh_token"]))
            #expect(await session.sandbox.count(.refresh) == 1)
            let log = "\(await session.sandbox.log)"
            for secret in ["demo-password", "demo-secret", try #require(pair["access_token"])] {
                #expect(!log.contains(secret))
            }
        }
    }

    @Test(arguments: [
        "/", "/security/v1/oauth/Token", "/security/v1/oauth/token/", "/sandbox/calls", "/sandbox/",
    ])
    func `an unknown path is a 404 in the form of UPS's errors`(path: String) async throws {
        try await Session.with { session in
            let reply = try await session.browser.get(path)
            #expect(reply.status == 404)
            #expect(try reply.errorCode != nil)
            #expect(await session.sandbox.log.map(\.endpoint) == [nil])
        }
    }

    @Test func `a taken port is refused with what to do`() async throws {
        try await Session.with { session in
            var configuration = SandboxConfiguration()
            configuration.port = session.browser.port
            let error = await #expect(throws: SandboxError.self) {
                try await UPSSandbox(configuration).start()
            }
            #expect(error?.underlying is SocketError)
            #expect(error?.description.contains("port \(configuration.port)") == true)
            await #expect(throws: SandboxError.self) { try await session.sandbox.start() }
        }
    }

    @Test func `after an outage it is where it was and remembers`() async throws {
        try await Session.with { session in
            let token = try #require(try await session.tokens()["refresh_token"])
            await session.sandbox.stop()
            await #expect(throws: SocketError.self) { try await session.refresh(token) }
            try await session.sandbox.start()
            #expect(try await session.refresh(token).status == 200)
        }
    }

    @Test func `the administration does from outside what the type does`() async throws {
        struct Calls: Decodable {
            struct Call: Decodable {
                let endpoint: String?
                let path: String
                let status: Int
            }
            let counts: [String: Int]
            let log: [Call]
        }
        try await Session.with({
            $0.administration = true
            $0.clock = { Date(timeIntervalSince1970: 1_800_000_000) }
        }) { session in
            let browser = session.browser
            _ = try await browser.get("/nowhere")
            let pair = try await session.tokens()
            let calls = try await browser.get("/sandbox/calls").json(Calls.self)
            #expect(calls.counts == ["authorize": 1, "sign-in": 1, "token": 1])
            #expect(calls.log.map(\.path).first == "/nowhere")
            #expect(calls.log.map(\.status) == [404, 302, 302, 200])
            #expect(try await browser.send("DELETE", "/sandbox/calls").status == 200)
            #expect(await session.sandbox.log.isEmpty)

            #expect(
                try await browser.post("/sandbox/faults", form: [("fault", "error-503@token")]).status == 200)
            #expect(try await session.clientCredentials().status == 503)
            #expect(try await browser.send("DELETE", "/sandbox/faults").status == 200)
            #expect(try await session.clientCredentials().status == 200)
            #expect(try await browser.post("/sandbox/faults", form: [("fault", "nothing")]).status == 400)

            let access = try #require(pair["access_token"])
            #expect(try await browser.post("/sandbox/clock", form: [("advance", "3599")]).status == 200)
            #expect(try await session.track(SampleNumber.delivered.rawValue, token: access).status == 401)
            #expect(try await browser.post("/sandbox/clock", form: [("advance", "soon")]).status == 400)

            #expect(try await browser.post("/sandbox/revoke", form: [("user", "demo")]).status == 200)
            #expect(try await session.refresh(try #require(pair["refresh_token"])).status == 400)
            #expect(try await browser.get("/sandbox/nothing").status == 404)
        }
    }
}
