import CarrierCore
import CarrierScreens
import TerminalKit
import Testing
import UPSSandbox

/// Run Maintenance where it is refused or fails: each case has its sentence, and the status tells the truth.
@Suite(.serialized) struct MaintenanceTests {
    @Test func `without a shipper mapping it is refused`() async throws {
        try await KeyStage.with(80, 24) { keys in
            try await keys.authorizeAdapter(mapping: [])
            try await keys.openAdapters()
            await keys.runMaintenance()
            await keys.stage.expect("serves no shipper account")
            try await keys.stage.expectSnapshot("adapter-maintenance-refused")
            await keys.stage.press(.enter)
            await keys.expectRow("Need Maintenance")
            #expect(await keys.test.count(.track) == 0)
        }
    }

    @Test func `Legacy Authentication has nothing to maintain`() async throws {
        try await KeyStage.with(80, 24) { keys in
            try await keys.openAdapters()
            try keys.stage.store.mapShipper("A1B2C3", to: Adapter.upsTracking, by: "alice")
            await keys.runMaintenance()
            await keys.stage.expect("uses Legacy Authentication")
            await keys.stage.press(.enter)
            await keys.expectRow("Not Authorized")
        }
    }

    @Test func `an unwell UPS is told, and the next maintenance passes`() async throws {
        try await KeyStage.with(80, 24) { keys in
            try await keys.authorizeAdapter()
            try await keys.openAdapters()
            await keys.test.setFault(SandboxFault(.gatewayPage, on: [.track]))
            await keys.runMaintenance()
            await keys.stage.expect("UPS is unwell")
            await keys.stage.expect("▸ Close ◂")
            await keys.stage.press(.enter)
            await keys.expectRow("Need Maintenance")
            #expect(try keys.adapter().maintenance == .needed)
            await keys.test.clearFaults()
            await keys.runMaintenance()
            await keys.stage.expect("The adapter is Ready.")
            await keys.stage.press(.enter)
            await keys.expectRow("Ready")
        }
    }

    @Test func `a key that UPS refuses takes Ready away`() async throws {
        try await KeyStage.with(80, 24) { keys in
            try await keys.authorizeAdapter()
            try await keys.openAdapters()
            await keys.runMaintenance()
            await keys.stage.expect("The adapter is Ready.")
            await keys.stage.press(.enter)
            await keys.expectRow("Ready")
            await keys.stage.pass(60)
            await keys.test.revokeGrants(ofUser: "demo")
            await keys.runMaintenance()
            await keys.stage.expect("UPS refused the Test key")
            await keys.stage.press(.enter)
            await keys.expectRow("Sign-in Needed")
        }
    }

    @Test func `changing the mapping or the configuration asks for maintenance again`() async throws {
        try await KeyStage.with(80, 24) { keys in
            let other = ShipperAccount(number: "X9Y8Z7", postalCode: "49525")
            var carrier = Carrier.withSandboxAccount
            carrier.accounts.append(other)
            try await keys.authorizeAdapter(carrier)
            try await keys.openAdapters(carrier)
            await keys.runMaintenance()
            await keys.stage.expect("The adapter is Ready.")
            await keys.stage.press(.enter)
            await keys.stage.press(.enter)
            await keys.stage.alt("h")
            await keys.stage.focus("Shippers")
            await keys.stage.press(.down)
            await keys.stage.press(" ")
            await keys.save()
            await keys.expectRow("Need Maintenance")
            await keys.expectRow("2 shippers")
        }
    }

    @Test
    func
        `an account that is not on the app's profile is named, the others are tried, and it stays beside the table`()
        async throws
    {
        try await KeyStage.with(80, 24) { keys in
            var carrier = Carrier.withSandboxAccount
            carrier.accounts.append(ShipperAccount(number: "000000", postalCode: "49525"))
            try await keys.openAdapters(carrier)
            let store = keys.stage.store
            for number in ["A1B2C3", "000000"] {
                try store.mapShipper(number, to: Adapter.upsTracking, by: "alice")
            }
            await keys.openInformation()
            await keys.choose("Customer Client")
            await keys.enterCredentials()
            await keys.stage.focus("Verify")
            await keys.stage.press(.enter)
            await keys.stage.expect(KeyStage.success)
            await keys.stage.press(.enter)
            await keys.save()
            await keys.runMaintenance()
            await keys.stage.expect("000000 The shipper number is missing or not on the UPS.com profile")
            await keys.stage.expect("A1B2C3 UPS takes the key")
            await keys.stage.expect("Add the account to that UPS.com profile")
            try await keys.stage.expectSnapshot("adapter-maintenance-failed")
            await keys.stage.press(.enter)
            await keys.expectRow("Need Maintenance")
            await keys.stage.expect("Maintenance failed: The shipper number is missing")
        }
    }

    @Test func `Cancel ends it, and nothing is written down`() async throws {
        try await KeyStage.with(80, 24) { keys in
            try await keys.authorizeAdapter()
            try await keys.openAdapters()
            await keys.test.setFault(SandboxFault(.slow, value: 30, on: [.track]))
            await keys.runMaintenance()
            await keys.stage.expect("Trying the key at UPS")
            await keys.stage.press(.escape)
            await keys.stage.expectGone("Run Maintenance ─")
            #expect(try keys.adapter().maintenance == .needed)
        }
    }

    @Test func `an expired sign-in shows as Sign-in Needed, and maintenance says why`() async throws {
        try await KeyStage.with(80, 24) { keys in
            try await keys.authorizeAdapter()
            try await keys.openAdapters()
            keys.stage.time.now += 61 * 86_400_000
            await keys.runMaintenance()
            await keys.stage.expect("The UPS refresh token has expired.")
            await keys.stage.press(.enter)
            await keys.expectRow("Sign-in Needed")
        }
    }

    @Test func `an account that is removed takes its mapping along, and maintenance is refused`() async throws
    {
        try await KeyStage.with(80, 24) { keys in
            let store = keys.stage.store
            try await keys.authorizeAdapter()
            try await keys.openAdapters()
            await keys.runMaintenance()
            await keys.stage.expect("The adapter is Ready.")
            await keys.stage.press(.enter)
            await keys.expectRow("Ready")
            try store.updateCarrier(named: "UPS", by: "bob") { try $0.removeAccount("A1B2C3") }
            await keys.runMaintenance()
            await keys.stage.expect("serves no shipper account")
            await keys.stage.press(.enter)
            await keys.expectRow("Need Maintenance")
        }
    }
}
