import FoundationEssentials
import Testing
import UPSSandbox

struct RefreshTests {
    @Test func `a refresh gives a new pair with every field, and retires the old`() async throws {
        try await Session.with({ $0.rotation = .singleUse }) { session in
            let first = try await session.tokens()
            let reply = try await session.refresh(try #require(first["refresh_token"]))
            #expect(reply.status == 200)
            let second = try reply.json([String: String].self)
            #expect(second.keys.sorted() == TokenTests.pairFields)
            #expect(second["refresh_count"] == "1")
            #expect(second["access_token"] != first["access_token"])
            #expect(second["refresh_token"] != first["refresh_token"])
            let again = try await session.refresh(try #require(first["refresh_token"]))
            #expect(again.status == 400)
            #expect(try again.errorCode == "10400")
            let third = try await session.refresh(try #require(second["refresh_token"]))
                .json([String: String].self)
            #expect(third["refresh_count"] == "2")
        }
    }

    @Test func `in strict rotation a retired token voids the grant`() async throws {
        try await Session.with { session in
            let first = try await session.tokens()
            let second = try await session.refresh(try #require(first["refresh_token"]))
                .json([String: String].self)
            let access = try #require(second["access_token"])
            #expect(try await session.track(SampleNumber.delivered.rawValue, token: access).status == 200)
            #expect(try await session.refresh(try #require(first["refresh_token"])).status == 400)
            #expect(try await session.refresh(try #require(second["refresh_token"])).status == 400)
            let track = try await session.track(SampleNumber.delivered.rawValue, token: access)
            #expect(track.status == 401)
            #expect(try track.errorCode == "250002")
        }
    }

    @Test func `in lenient rotation a retired token works for the grace time`() async throws {
        try await Session.with({
            $0.rotation = .lenient(grace: 30)
            $0.clock = { Date(timeIntervalSince1970: 1_800_000_000) }
        }) { session in
            let token = try #require(try await session.tokens()["refresh_token"])
            let first = try await session.refresh(token).json([String: String].self)
            await session.sandbox.advanceClock(by: .seconds(29))
            let second = try await session.refresh(token).json([String: String].self)
            #expect(second["refresh_token"] != first["refresh_token"])
            await session.sandbox.advanceClock(by: .seconds(1))
            #expect(try await session.refresh(token).status == 400)
            #expect(try await session.refresh(try #require(second["refresh_token"])).status == 200)
        }
    }

    @Test func `200 refreshes at once with one token succeed exactly once`() async throws {
        try await Session.with { session in
            let token = try #require(try await session.tokens()["refresh_token"])
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<200 { group.addTask { try await session.refresh(token).status } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.count { $0 == 200 } == 1)
            #expect(statuses.count { $0 == 400 } == 199)
            #expect(await session.sandbox.count(.refresh) == 200)
        }
    }

    @Test(arguments: [true, false])
    func `a fresh 60 days start only where configured`(renews: Bool) async throws {
        try await Session.with({
            $0.refreshRenewsLifetime = renews
            $0.clock = { Date(timeIntervalSince1970: 1_800_000_000) }
        }) { session in
            let token = try #require(try await session.tokens()["refresh_token"])
            await session.sandbox.advanceClock(by: .seconds(1_000_000))
            let pair = try await session.refresh(token).json([String: String].self)
            #expect(pair["refresh_token_expires_in"] == (renews ? "5183999" : "4183999"))
            await session.sandbox.advanceClock(by: .seconds(4_183_999))
            #expect(
                try await session.refresh(try #require(pair["refresh_token"])).status == (renews ? 200 : 400))
        }
    }

    @Test func `lifetimes are exact to the second`() async throws {
        try await Session.with({ $0.clock = { Date(timeIntervalSince1970: 1_800_000_000) } }) { session in
            let pair = try await session.tokens()
            let access = try #require(pair["access_token"])
            await session.sandbox.advanceClock(by: .seconds(3598))
            #expect(try await session.track(SampleNumber.delivered.rawValue, token: access).status == 200)
            await session.sandbox.advanceClock(by: .seconds(1))
            #expect(try await session.track(SampleNumber.delivered.rawValue, token: access).status == 401)
            await session.sandbox.advanceClock(by: .seconds(5_183_999 - 3599))
            #expect(try await session.refresh(try #require(pair["refresh_token"])).status == 400)
        }
    }

    @Test func `a changed password voids grants at once`() async throws {
        try await Session.with { session in
            let pair = try await session.tokens()
            let code = try await session.signIn()
            let own = try await session.clientCredentials().json([String: String].self)
            await session.sandbox.revokeGrants(ofUser: "demo")
            #expect(try await session.refresh(try #require(pair["refresh_token"])).status == 400)
            let track = try await session.track(
                SampleNumber.delivered.rawValue, token: try #require(pair["access_token"]))
            #expect(try track.errorCode == "250002")
            #expect(try await session.exchange(code).status == 400)
            let unharmed = try await session.track(
                SampleNumber.delivered.rawValue, token: try #require(own["access_token"]))
            #expect(unharmed.status == 200)
        }
    }

    @Test func `only who made the grant may refresh it`() async throws {
        var other = SandboxConfiguration.Application.demo
        other.clientID = "another-client"
        try await Session.with({ $0.applications.append(other) }) { session in
            let token = try #require(try await session.tokens()["refresh_token"])
            var thief = session
            thief.application = other
            #expect(try await thief.refresh(token).status == 400)
            let nameOnly = try await session.browser.post(
                "/security/v1/oauth/refresh",
                form: [
                    ("grant_type", "refresh_token"), ("refresh_token", token),
                    ("client_id", session.application.clientID),
                ])
            #expect(nameOnly.status == 401)
            #expect(try nameOnly.errorCode == "10401")
            #expect(try await session.refresh("unknown").status == 400)
            #expect(try await session.refresh(token).status == 200)
        }
    }

    @Test(arguments: [true, false])
    func
        `a grant made with PKCE is refreshed with the application's secret, and without one where it has none`(
            hasSecret: Bool
        ) async throws
    {
        var application = SandboxConfiguration.Application.demo
        if !hasSecret { application.clientSecret = nil }
        try await Session.with({ $0.applications = [application] }) { session async throws in
            let pair = try await session.exchangeWithPKCE(try await session.signIn(pkce: true))
                .json([String: String].self)
            let form = [
                ("grant_type", "refresh_token"), ("refresh_token", try #require(pair["refresh_token"])),
                ("client_id", session.application.clientID),
            ]
            let bare = try await session.browser.post("/security/v1/oauth/refresh", form: form)
            #expect(bare.status == (hasSecret ? 401 : 200))
            if hasSecret {
                #expect(try bare.errorCode == "10401")
                let token = try #require(pair["refresh_token"])
                #expect(try await session.refresh(token).status == 200)
            }
        }
    }

    @Test func `tokens of one sandbox do not work on another`() async throws {
        try await Session.with { test in
            try await Session.with { production in
                let pair = try await test.tokens()
                #expect(try await production.refresh(try #require(pair["refresh_token"])).status == 400)
                let track = try await production.track(
                    SampleNumber.delivered.rawValue, token: try #require(pair["access_token"]))
                #expect(try track.errorCode == "250002")
            }
        }
    }
}
