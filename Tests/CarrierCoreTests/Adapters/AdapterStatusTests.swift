import Testing
import UPSSandbox

@testable import CarrierCore

/// The transitions drawn in docs/ARCHITECTURE.md.
@Suite("An adapter's status")
struct AdapterStatusTests {
    @Test("A new adapter uses Legacy Authentication and is Not Authorized")
    func new() async throws {
        let stage = try await AdapterStage()
        #expect(try stage.adapter.authorizationOption == .legacy)
        #expect(try stage.standing.status == .notAuthorized)
    }

    @Test(
        "A sign-in makes it Need Maintenance at once, before Save",
        arguments: [AuthorizationMethod.authorizationCode, .customerAuthorizationCode])
    func signIn(method: AuthorizationMethod) async throws {
        let stage = try await AdapterStage()
        try await stage.authorize(method)
        let standing = try stage.standing
        #expect(standing.status == .needMaintenance)
        #expect(standing.key?.authorizedBy == "olga")
        #expect(standing.key?.authorizedAt == stage.key.clock.wall.now())
        #expect(standing.adapter.authorizationOption == method)
        #expect(standing.adapter.endpoint == .test)
        if method.usesCustomerApplication {
            #expect(standing.adapter.customerClientID == AdapterStage.application.clientID)
            let secret = try stage.store.customerSecret(adapterID: try #require(standing.adapter.id))
            #expect(secret?.reveal() == AdapterStage.application.clientSecret)
        }
        try stage.save(method)
        #expect(try stage.standing.status == .needMaintenance)
    }

    @Test("Verified credentials make it Need Maintenance on Save, and not before")
    func verify() async throws {
        let stage = try await AdapterStage()
        try await stage.authorize(.customerClientCredentials)
        #expect(try stage.standing.status == .notAuthorized)
        #expect(try stage.standing.key == nil)
        try stage.save(.customerClientCredentials)
        #expect(try stage.standing.status == .needMaintenance)
        #expect(try stage.standing.key?.method == .customerClientCredentials)
    }

    @Test("Verified credentials of another client than the one that was saved authorize nothing")
    func otherClient() async throws {
        let stage = try await AdapterStage()
        try await stage.authorize(.customerClientCredentials)
        try stage.map()
        var saved = try stage.draft(.customerClientCredentials)
        saved.shippers = try stage.adapter.shippers
        saved.customerClientID = "another"
        try stage.store.save(saved, customerSecret: .set(Secret("its own")), by: "olga")
        #expect(try stage.standing.status == .notAuthorized)
        #expect(try stage.standing.key == nil)
        let error = await #expect(throws: CarrierError.self) { try await stage.maintain() }
        #expect(error?.code == .signInNeeded)
        try stage.save(.customerClientCredentials)
        #expect(try stage.standing.status == .needMaintenance)
    }

    @Test(
        "Maintenance makes it Ready",
        arguments: [
            AuthorizationMethod.authorizationCode, .customerAuthorizationCode, .customerClientCredentials,
        ])
    func ready(method: AuthorizationMethod) async throws {
        let stage = try await AdapterStage()
        try await stage.makeReady(method)
        #expect(try stage.standing.status == .ready)
    }

    @Test("UPS's account counts as verified since the maintenance that made it Ready, and only while it is")
    func verified() async throws {
        let stage = try await AdapterStage()
        try await stage.authorize(.authorizationCode)
        try stage.map(["A1B2C3"])
        #expect(try stage.store.verification(of: try #require(try stage.standing.key)) == nil)
        try await stage.maintain()
        let key = try #require(try stage.standing.key)
        let now = stage.key.clock.wall.now()
        #expect(try stage.store.verification(of: key) == now)
        #expect(try stage.store.verification(of: try await stage.key.addKey()) == nil)
        let information = KeyInformation(key, verifiedAt: now, dateForm: .iso, alertDays: 7, now: now)
        #expect(information.origin.last?.value == "verified \(LocalDate.text(now, .iso))")
        try stage.map(["X9Y8Z7"])
        #expect(try stage.store.verification(of: key) == nil)
    }

    @Test("Authorizing anew asks for maintenance again")
    func authorizedAnew() async throws {
        let stage = try await AdapterStage()
        try await stage.makeReady()
        try await stage.authorize(.authorizationCode)
        #expect(try stage.standing.status == .needMaintenance)
    }

    @Test("Another mapping asks for maintenance again, a removed account takes its mapping along")
    func mapping() async throws {
        let stage = try await AdapterStage()
        try await stage.makeReady()
        try stage.store.unmapShipper("X9Y8Z7", from: Adapter.upsTracking, by: "olga")
        #expect(try stage.standing.status == .needMaintenance)
        try await stage.maintain()
        try stage.map(["X9Y8Z7"])
        #expect(try stage.standing.status == .needMaintenance)
        try await stage.maintain()
        try stage.store.updateCarrier(named: "UPS", by: "olga") { try $0.removeAccount("X9Y8Z7") }
        #expect(try stage.adapter.shippers == ["A1B2C3"])
        #expect(try stage.standing.status == .needMaintenance)
        try await stage.maintain()
        try stage.store.updateCarrier(named: "UPS", by: "olga") { $0.accounts[0].name = "Main" }
        #expect(try stage.standing.status == .ready)
        try stage.store.deleteCarrier(named: "UPS", by: "olga")
        #expect(try stage.adapter.shippers.isEmpty)
        #expect(try stage.standing.status == .needMaintenance)
    }

    @Test("Another configuration asks for maintenance again, saving the same does not")
    func configuration() async throws {
        let stage = try await AdapterStage()
        try await stage.makeReady(.customerAuthorizationCode)
        try stage.store.save(try stage.draft(.customerAuthorizationCode), by: "olga")
        #expect(try stage.standing.status == .ready)
        var other = try stage.adapter
        other.customerRedirectURI = "http://127.0.0.1:8765/upscallback"
        try stage.store.save(other, by: "olga")
        #expect(try stage.standing.status == .needMaintenance)
        other.endpoint = .production
        try stage.store.save(other, by: "olga")
        #expect(try stage.standing.status == .notAuthorized)
        other.endpoint = nil
        try stage.store.save(other, by: "olga")
        #expect(try stage.adapter.endpoint == .production)
    }

    @Test("Another option, a removed key and Legacy Authentication are Not Authorized")
    func notAuthorized() async throws {
        let stage = try await AdapterStage()
        try await stage.makeReady()
        let key = try #require(try stage.standing.key)
        try stage.store.save(try stage.draft(.customerClientCredentials), by: "olga")
        #expect(try stage.standing.status == .notAuthorized)
        try stage.store.save(try stage.draft(.legacy), by: "olga")
        #expect(try stage.standing.status == .notAuthorized)
        try stage.store.save(try stage.draft(.authorizationCode), by: "olga")
        #expect(try stage.standing.status == .needMaintenance)
        try stage.store.deleteGrant(key, ownerName: Adapter.upsTracking, actor: "olga")
        #expect(try stage.standing.status == .notAuthorized)
    }

    @Test("A key that UPS refuses takes Ready away, and a cure asks for maintenance again")
    func refused() async throws {
        let stage = try await AdapterStage()
        try await stage.makeReady()
        stage.key.clock.advance(seconds: 60)
        await stage.sandbox.revokeGrants(ofUser: SandboxConfiguration.User.demo.name)
        let error = await #expect(throws: CarrierError.self) { try await stage.track() }
        #expect(error?.code == .signInNeeded)
        #expect(try stage.standing.status == .signInNeeded)
        try await stage.authorize(.authorizationCode)
        #expect(try stage.standing.status == .needMaintenance)
        try await stage.maintain()
        #expect(try stage.standing.status == .ready)
    }

    @Test(
        "A new client secret cures a refused key, and does not make it Ready by itself",
        arguments: [AuthorizationMethod.authorizationCode, .customerAuthorizationCode])
    func newSecret(method: AuthorizationMethod) async throws {
        let stage = try await AdapterStage()
        try await stage.makeReady(method)
        stage.key.clock.advance(seconds: 60)
        await stage.sandbox.revokeGrants(ofUser: SandboxConfiguration.User.demo.name)
        await #expect(throws: CarrierError.self) { try await stage.track() }
        #expect(try stage.standing.status == .signInNeeded)
        if method.usesCustomerApplication {
            try stage.save(method, customerSecret: "new")
        } else {
            let application = try #require(try stage.store.application())
            try stage.store.save(application, secret: .set(Secret("new")), by: "olga")
        }
        #expect(try stage.standing.status == .needMaintenance)
    }

    @Test("A maintenance that UPS refuses takes Ready away")
    func failedMaintenance() async throws {
        let stage = try await AdapterStage()
        try await stage.makeReady()
        await stage.sandbox.setFault(SandboxFault(.blocked, on: [.track], times: 1))
        await #expect(throws: CarrierError.self) { try await stage.maintain() }
        #expect(try stage.standing.status == .needMaintenance)
        try await stage.maintain()
        #expect(try stage.standing.status == .ready)
    }

    @Test("From Sign-in Needed it becomes Not Authorized by Legacy Authentication, and by a removed key")
    func signInNeededToNotAuthorized() async throws {
        let stage = try await AdapterStage()
        try await stage.makeReady()
        await stage.sandbox.revokeGrants(ofUser: SandboxConfiguration.User.demo.name)
        stage.key.clock.advance(seconds: 60)
        await #expect(throws: CarrierError.self) { try await stage.track() }
        #expect(try stage.standing.status == .signInNeeded)
        try stage.store.save(try stage.draft(.legacy), by: "olga")
        #expect(try stage.standing.status == .notAuthorized)
        try stage.store.save(try stage.draft(.authorizationCode), by: "olga")
        #expect(try stage.standing.status == .signInNeeded)
        let key = try #require(try stage.standing.key)
        try stage.store.deleteGrant(key, ownerName: Adapter.upsTracking, actor: "olga")
        #expect(try stage.standing.status == .notAuthorized)
    }

    @Test("A key past its end is Sign-in Needed")
    func expired() async throws {
        let stage = try await AdapterStage()
        try await stage.makeReady()
        stage.key.clock.advance(seconds: 5_183_999)
        #expect(try stage.standing.status == .signInNeeded)
    }

    @Test("A lost answer is Sign-in Needed until its one retry has been answered")
    func uncertain() async throws {
        let stage = try await AdapterStage { $0.rotation = .lenient(grace: 600) }
        try await stage.makeReady()
        await stage.sandbox.setFault(SandboxFault(.cutAfter, on: [.refresh], times: 1))
        stage.key.clock.advance(seconds: 3600)
        await #expect(throws: CarrierError.self) { try await stage.track() }
        #expect(try stage.standing.status == .signInNeeded)
        _ = try await stage.track()
        #expect(try stage.standing.status == .ready)
    }

    @Test("Keys of one endpoint type say nothing of the other")
    func endpoints() async throws {
        let stage = try await AdapterStage()
        try await stage.makeReady()
        try await stage.authorize(.authorizationCode, endpoint: .production)
        #expect(try stage.adapter.endpoint == .test)
        try await stage.maintain(endpoint: .production)
        #expect(try stage.standing.status == .needMaintenance)
        try await stage.maintain()
        #expect(try stage.standing.status == .ready)
    }
}
