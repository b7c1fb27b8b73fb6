import FoundationEssentials
import Testing
import UPSSandbox

struct FaultTests {
    @Test(arguments: [
        ("blocked", 403, "10403"), ("rate-limit", 429, "10429"), ("error-500", 500, "10500"),
        ("error-503", 503, "10503"),
    ])
    func `an error strikes before the work`(text: String, status: Int, code: String) async throws {
        try await Session.with { session in
            let token = try #require(try await session.tokens()["refresh_token"])
            await session.sandbox.setFault(try SandboxFault("\(text)@refresh:1"))
            let reply = try await session.refresh(token)
            #expect(reply.status == status)
            #expect(try reply.errorCode == code)
            #expect(reply.header("Retry-After") == nil)
            #expect(try await session.refresh(token).status == 200, "the token was not used")
        }
    }

    @Test func `a rate limit may say when to come again`() async throws {
        try await Session.with { session in
            await session.sandbox.setFault(try SandboxFault("rate-limit=7@token"))
            #expect(try await session.clientCredentials().header("Retry-After") == "7")
        }
    }

    @Test func `a gateway page, an empty answer and broken JSON are none of UPS's`() async throws {
        try await Session.with { session in
            let token = try #require(try await session.tokens()["refresh_token"])
            await session.sandbox.setFault(SandboxFault(.gatewayPage, times: 1))
            await session.sandbox.setFault(SandboxFault(.emptyAnswer, times: 1))
            await session.sandbox.setFault(SandboxFault(.brokenJSON, times: 1))
            let page = try await session.refresh(token)
            #expect(page.status == 502)
            #expect(page.header("Content-Type") == "text/html; charset=utf-8")
            let empty = try await session.refresh(token)
            #expect(empty.status == 200)
            #expect(empty.body.isEmpty)
            let broken = try await session.refresh(token)
            #expect(broken.status == 200)
            #expect(broken.header("Content-Length") == String(broken.body.utf8.count))
            #expect(throws: (any Error).self) { try broken.json([String: String].self) }
            #expect(try await session.refresh(token).status == 200, "the token was not used")
        }
    }

    @Test func `a connection cut before the work leaves the token good`() async throws {
        try await Session.with { session in
            let token = try #require(try await session.tokens()["refresh_token"])
            await session.sandbox.setFault(SandboxFault(.cutBefore, on: [.refresh], times: 1))
            #expect(try await session.refresh(token).raw.isEmpty)
            #expect(try await session.refresh(token).status == 200)
        }
    }

    @Test func `a connection cut after the work has used the token`() async throws {
        try await Session.with { session in
            let token = try #require(try await session.tokens()["refresh_token"])
            await session.sandbox.setFault(SandboxFault(.cutAfter, on: [.refresh], times: 1))
            #expect(try await session.refresh(token).raw.isEmpty)
            #expect(try await session.refresh(token).status == 400)
        }
    }

    @Test func `half an answer announces the whole`() async throws {
        try await Session.with { session in
            let token = try #require(try await session.tokens()["refresh_token"])
            await session.sandbox.setFault(SandboxFault(.halfAnswer, on: [.refresh], times: 1))
            let half = try await session.refresh(token)
            #expect(half.status == 200)
            let length = try #require(half.header("Content-Length").flatMap { Int($0) })
            #expect(half.body.utf8.count == length / 2)
            #expect(try await session.refresh(token).status == 400, "the token was used")
        }
    }

    @Test func `a short answer is half of one and announces no more`() async throws {
        try await Session.with { session in
            let token = try #require(try await session.tokens()["refresh_token"])
            await session.sandbox.setFault(SandboxFault(.shortAnswer, on: [.refresh], times: 1))
            let short = try await session.refresh(token)
            #expect(short.status == 200)
            #expect(short.header("Content-Length") == String(short.body.utf8.count))
            #expect(short.body.hasPrefix("{") && !short.body.hasSuffix("}"))
            #expect(try await session.refresh(token).status == 400, "the token was used")
        }
    }

    @Test func `a slow answer is logged before it comes, and stop ends it`() async throws {
        try await Session.with { session async throws in
            await session.sandbox.setFault(SandboxFault(.slow, value: 3600, on: [.token]))
            async let reply = session.clientCredentials()
            for await call in await session.sandbox.calls() where call.endpoint == .token { break }
            await session.sandbox.stop()
            #expect(try await reply.status != 200)
        }
    }

    @Test func `the Date header is right, and wrong when asked`() async throws {
        try await Session.with({ $0.clock = { Date(timeIntervalSince1970: 784_111_777) } }) {
            session async throws in
            #expect(try await session.clientCredentials().header("Date") == "Sun, 06 Nov 1994 08:49:37 GMT")
            await session.sandbox.setFault(SandboxFault(.clockSkew, value: -3600))
            #expect(try await session.clientCredentials().header("Date") == "Sun, 06 Nov 1994 07:49:37 GMT")
        }
    }

    @Test func `a fault strikes its endpoints only, as often as it says, in the order set`() async throws {
        try await Session.with({ $0.faults = [SandboxFault(.blocked, on: [.track], times: 1)] }) { session in
            await session.sandbox.setFault(SandboxFault(.internalError, on: [.token], times: 2))
            await session.sandbox.setFault(SandboxFault(.unavailable, on: [.token]))
            var statuses: [Int] = []
            for _ in 0..<4 { statuses.append(try await session.clientCredentials().status) }
            #expect(statuses == [500, 500, 503, 503])
            await session.sandbox.clearFaults()
            #expect(try await session.clientCredentials().status == 200)
        }
    }

    @Test func `faults are read from text`() throws {
        #expect(try SandboxFault("blocked") == SandboxFault(.blocked))
        #expect(
            try SandboxFault("rate-limit=5@refresh:2")
                == SandboxFault(.rateLimit, value: 5, on: [.refresh], times: 2))
        #expect(
            try SandboxFault("half-answer@token,refresh")
                == SandboxFault(.halfAnswer, on: [.token, .refresh]))
        #expect(try SandboxFault("clock-skew=-90") == SandboxFault(.clockSkew, value: -90))
        #expect(
            try SandboxFault("slow=3@sign-in:1") == SandboxFault(.slow, value: 3, on: [.signIn], times: 1))
        for name in SandboxFault.Name.allCases {
            #expect(try SandboxFault(name.rawValue) == SandboxFault(name))
        }
    }

    @Test(arguments: [
        "", "nothing", "slow=", "slow=-1", "slow=x", "blocked=1", "blocked@", "blocked@nowhere", "blocked:0",
        "blocked:", "blocked@token:x", "blocked@token,",
    ])
    func `what is no fault is refused with what to do`(text: String) {
        #expect(throws: SandboxError.self) { try SandboxFault(text) }
    }
}
