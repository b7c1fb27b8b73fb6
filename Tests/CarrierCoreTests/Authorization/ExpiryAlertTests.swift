import Testing
import UPSSandbox

@testable import CarrierCore

@Suite("The Access Token Expiration Alert")
struct ExpiryAlertTests {
    private static let day: Int64 = 86_400

    private func alerts(_ stage: KeyStage, days: Int = 7) throws -> [ExpiryAlert] {
        var settings = Settings()
        settings.alertDays = days
        return ExpiryAlert.all(try stage.store.grants(), settings: settings, now: stage.clock.wall.now())
    }

    @Test("A key within seven days warns, an ended one is an error, in the seed's words")
    func sentences() async throws {
        let stage = try await KeyStage()
        let grant = try await stage.addKey()
        let date = LocalDate.text(try #require(grant.refreshTokenExpires), .us)
        stage.clock.advance(seconds: 5_183_999 - 7 * Self.day - 1)
        #expect(try alerts(stage).isEmpty)
        stage.clock.advance(seconds: 1)
        let warning = try #require(try alerts(stage).first)
        #expect(warning.severity == .warning)
        #expect(warning.message == "UPS Test access token expires on \(date).")
        #expect(
            warning.advice
                == "Contact your Carrier Editor administrator to refresh the token before the expiration date to avoid shipping interruptions."
        )
        stage.clock.advance(seconds: 7 * Self.day)
        let error = try #require(try alerts(stage).first)
        #expect(error.severity == .error)
        #expect(error.message == "UPS Test access token expired on \(date).")
        #expect(
            error.advice
                == "Contact your Carrier Editor administrator to refresh the token and avoid shipping interruptions."
        )
    }

    @Test("Inactive carriers raise nothing")
    func inactive() async throws {
        let stage = try await KeyStage()
        try await stage.addKey()
        stage.clock.advance(seconds: 5_184_000)
        #expect(try alerts(stage).count == 1)
        try stage.store.updateCarrier(named: "UPS", by: "olga") { $0.isInactive = true }
        #expect(try alerts(stage).isEmpty)
    }

    @Test("A refused key says so, and errors come before warnings")
    func order() async throws {
        let stage = try await KeyStage()
        try await stage.addKey()
        await stage.sandbox.revokeGrants(ofUser: "demo")
        stage.clock.advance(seconds: 3600)
        await #expect(throws: CarrierError.self) { try await stage.token() }
        let production = try await stage.authorizer.begin(
            stage.store.authorizationRequest(for: stage.carrier, endpoint: .production, by: "olga"))
        _ = try await stage.authorizer.complete(production, address: try await stage.signIn(at: production))
        let all = try alerts(stage, days: 60)
        #expect(all.map(\.severity) == [.error, .warning])
        #expect(all[0].message.hasPrefix("UPS Test access token was refused by UPS on "))
        #expect(all[1].message.hasPrefix("UPS Production access token expires on "))
    }

    @Test("An adapter's key alerts under the adapter's name")
    func adapter() async throws {
        let stage = try await AdapterStage()
        try await stage.authorize(.authorizationCode)
        #expect(try alerts(stage.key).isEmpty)
        stage.key.clock.advance(seconds: 5_184_000 - 3 * Self.day)
        let warning = try #require(try alerts(stage.key).first)
        #expect(warning.severity == .warning)
        #expect(warning.message.hasPrefix("UPS Tracking Adapter Test access token expires on "))
        try stage.store.save(try stage.draft(.legacy), by: "olga")
        #expect(try alerts(stage.key).isEmpty)
    }

    @Test("A key whose refresh was interrupted is an error, and asks for a new one")
    func uncertain() async throws {
        let stage = try await KeyStage()
        try await stage.addKey()
        await stage.sandbox.setFault(SandboxFault(.cutAfter, on: [.refresh], times: 1))
        stage.clock.advance(seconds: 3600)
        await #expect(throws: CarrierError.self) { try await stage.token() }
        let error = try #require(try alerts(stage).first)
        #expect(error.severity == .error)
        #expect(error.message == "The last refresh of the UPS Test access token was interrupted.")
        #expect(
            error.advice
                == "Contact your Carrier Editor administrator to generate a new access token and avoid shipping interruptions."
        )
    }
}
