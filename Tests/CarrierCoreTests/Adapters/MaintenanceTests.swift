import Testing
import UPSSandbox

@testable import CarrierCore

@Suite("Maintaining an adapter")
struct MaintenanceTests {
    @Test(
        "With a sign-in there is one tracking call, one token that proves the secret, and a line for each shipper"
    )
    func signIn() async throws {
        let stage = try await AdapterStage()
        try await stage.authorize(.authorizationCode)
        try stage.map()
        let lines = LineLog()
        try await stage.maintain(lines: lines)
        #expect(await lines.all.map(\.shipper) == AdapterStage.accounts)
        #expect(await lines.all.allSatisfy { $0.problem == nil })
        #expect(
            await lines.all.allSatisfy {
                $0.text == "UPS takes the key; the account itself was not tried."
            })
        #expect(await stage.sandbox.count(.track) == 1)
        #expect(await stage.sandbox.count(.token) == 2)
    }

    @Test(
        "A wrong client secret keeps it from Ready, though the sign-in with PKCE did not show it",
        arguments: [AuthorizationMethod.authorizationCode, .customerAuthorizationCode])
    func wrongSecret(method: AuthorizationMethod) async throws {
        let stage = try await AdapterStage()
        let application = try #require(try stage.store.application())
        try stage.store.save(application, secret: .set(Secret("wrong")), by: "olga")
        let request = try stage.request(method, secret: "wrong")
        let attempt = try await stage.key.authorizer.begin(request)
        _ = try await stage.key.authorizer.complete(attempt, address: try await stage.key.signIn(at: attempt))
        try stage.map()
        let lines = LineLog()
        let error = await #expect(throws: CarrierError.self) { try await stage.maintain(lines: lines) }
        #expect(error?.code == .signInNeeded)
        #expect(error?.message.contains("the Client Secret is wrong") == true)
        #expect(await lines.all.map { $0.problem?.code } == [.signInNeeded, .signInNeeded])
        #expect(await stage.sandbox.count(.track) == 0)
        #expect(try stage.standing.status == .needMaintenance)
    }

    @Test("An app without client credentials, or none that answers, is no reason against Ready")
    func noClientCredentials() async throws {
        let stage = try await AdapterStage()
        try await stage.authorize(.authorizationCode)
        try stage.map()
        await stage.sandbox.setFault(SandboxFault(.blocked, on: [.token]))
        try await stage.maintain()
        #expect(try stage.standing.status == .ready)
    }

    @Test(
        "With client credentials each shipper gets a token of its own, and one that is not on the profile is told"
    )
    func clientCredentials() async throws {
        let stage = try await AdapterStage()
        try await stage.authorize(.customerClientCredentials)
        try stage.save(.customerClientCredentials)
        try stage.map(AdapterStage.accounts + ["ZZZZZZ"])
        let lines = LineLog()
        let error = await #expect(throws: CarrierError.self) { try await stage.maintain(lines: lines) }
        #expect(error?.code == .refused)
        #expect(error?.message.contains("not on the UPS.com profile") == true)
        #expect(await lines.all.map(\.shipper) == AdapterStage.accounts + ["ZZZZZZ"])
        #expect(await lines.all.map { $0.problem == nil } == [true, true, false])
        #expect(await lines.all.first?.text == "UPS takes the key for this account.")
        #expect(await lines.all.last?.text == error?.message)
        #expect(await stage.sandbox.count(.token) == 4)
        #expect(await stage.sandbox.count(.track) == 1)
        #expect(try stage.adapter.maintenance.reason == error?.message)
        try stage.store.unmapShipper("ZZZZZZ", from: Adapter.upsTracking, by: "olga")
        try await stage.maintain()
        #expect(try stage.standing.status == .ready)
    }

    @Test(
        "It is refused without a mapping, with Legacy Authentication and without a key, and UPS is not asked")
    func refusals() async throws {
        let stage = try await AdapterStage()
        let legacy = await #expect(throws: CarrierError.self) { try await stage.maintain() }
        #expect(legacy?.code == .setup)
        #expect(legacy?.message.contains("Legacy Authentication") == true)
        try stage.save(.authorizationCode)
        let unmapped = await #expect(throws: CarrierError.self) { try await stage.maintain() }
        #expect(unmapped?.code == .setup)
        #expect(unmapped?.message == "UPS Tracking Adapter serves no shipper account.")
        try stage.map()
        let keyless = await #expect(throws: CarrierError.self) { try await stage.maintain() }
        #expect(keyless?.code == .signInNeeded)
        #expect(keyless?.message == "UPS Tracking Adapter is not authorized.")
        #expect(await stage.sandbox.log.isEmpty)
    }

    @Test("While UPS is unwell it says so, and what the last maintenance found stands")
    func unwell() async throws {
        let stage = try await AdapterStage()
        try await stage.makeReady()
        await stage.sandbox.setFault(SandboxFault(.gatewayPage, on: [.track]))
        let lines = LineLog()
        let error = await #expect(throws: CarrierError.self) { try await stage.maintain(lines: lines) }
        #expect(error?.code == .unavailable)
        #expect(await lines.all.map { $0.problem?.code } == [.unavailable, .unavailable])
        #expect(try stage.standing.status == .ready)
    }

    @Test("An app without the product takes Ready away with the reason")
    func noProduct() async throws {
        let stage = try await AdapterStage {
            var application = SandboxConfiguration.Application.demo
            application.products = [.rating]
            $0.applications = [application]
        }
        try await stage.authorize(.authorizationCode)
        try stage.map()
        let error = await #expect(throws: CarrierError.self) { try await stage.maintain() }
        #expect(error?.message.contains("the API product is not added to the app") == true)
        #expect(try stage.standing.status == .needMaintenance)
        #expect(
            try stage.adapter.maintenance
                == .failed(at: stage.key.clock.wall.now(), reason: error?.message ?? ""))
    }

    @Test("A key that UPS refuses on the way is told as that, for every shipper")
    func refusedKey() async throws {
        let stage = try await AdapterStage()
        try await stage.makeReady()
        stage.key.clock.advance(seconds: 60)
        await stage.sandbox.revokeGrants(ofUser: SandboxConfiguration.User.demo.name)
        let lines = LineLog()
        let error = await #expect(throws: CarrierError.self) { try await stage.maintain(lines: lines) }
        #expect(error?.code == .signInNeeded)
        #expect(await lines.all.map { $0.problem?.code } == [.signInNeeded, .signInNeeded])
        #expect(try stage.standing.status == .signInNeeded)
        #expect(try stage.adapter.maintenance.reason == error?.message)
    }

    @Test("A change made meanwhile is not called Ready")
    func changedMeanwhile() async throws {
        let stage = try await AdapterStage()
        try await stage.authorize(.authorizationCode)
        try stage.map(["A1B2C3"])
        let changing = InterposedClient { request in
            guard request.method == .get else { return }
            do {
                try stage.store.mapShipper("X9Y8Z7", to: Adapter.upsTracking, by: "peter")
            } catch {
                Issue.record(error)
            }
        }
        let error = await #expect(throws: CarrierError.self) { try await stage.maintain(http: changing) }
        #expect(error?.code == .busy)
        #expect(try stage.adapter.shippers == AdapterStage.accounts)
        #expect(try stage.standing.status == .needMaintenance)
    }

    @Test("A key made meanwhile is not called Ready")
    func authorizedMeanwhile() async throws {
        let stage = try await AdapterStage()
        try await stage.makeReady()
        let signingIn = InterposedClient { _ in
            stage.key.clock.advance(seconds: 1)
            do {
                try await stage.authorize(.authorizationCode)
            } catch {
                Issue.record(error)
            }
        }
        let error = await #expect(throws: CarrierError.self) { try await stage.maintain(http: signingIn) }
        #expect(error?.code == .busy)
        #expect(try stage.standing.status == .needMaintenance)
    }
}
