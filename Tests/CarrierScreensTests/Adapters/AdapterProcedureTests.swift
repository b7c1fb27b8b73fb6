import CarrierCore
import TerminalKit
import Testing
import UPSSandbox

/// The three procedures for authorizing the UPS Tracking Adapter, step by step, against a UPS of our own.
@Suite(.serialized) struct AdapterProcedureTests {
    @Test func `Authorization Code: sign in, Need Maintenance at once, Save, maintenance, Ready`()
        async throws
    {
        try await KeyStage.with(80, 24) { keys in
            let stage = keys.stage
            try await keys.openAdapters()
            await keys.expectRow("Legacy Authentication")
            await keys.expectRow("Not Authorized")
            await keys.openInformation()
            await keys.choose("Authorization Code")
            try await stage.expectSnapshot("adapter-authorization-code")
            try await keys.signIn(with: "Authorize UPS Credentials")

            await stage.expect("Need Maintenance")
            #expect(stage.words.contains("Authorizer alice"))
            #expect(stage.words.contains("Date Stamp (UTC) 5/1/2024 12:00:00 PM"))
            #expect(try keys.adapter().authorizationOption == .authorizationCode)
            try await stage.expectSnapshot("adapter-authorized")
            await keys.mapShipper()
            await keys.save()
            await keys.expectRow("Need Maintenance")
            await keys.runMaintenance()
            await stage.expect("A1B2C3")
            await stage.expect("Ready")
            try await stage.expectSnapshot("adapter-maintenance")
            await stage.press(.enter)
            await keys.expectRow("Ready")
            #expect(await keys.test.count(.track) == 1)
            #expect(await keys.production.log.isEmpty)
        }
    }

    @Test func `Verify asks before it replaces the key of another option`() async throws {
        try await KeyStage.with(80, 24) { keys in
            let stage = keys.stage
            try await keys.openAdapters()
            await keys.openInformation()
            await keys.choose("Authorization Code")
            try await keys.signIn(with: "Authorize UPS Credentials")
            await stage.pass(5)
            await stage.focus("OAuth Authorization Option")
            await stage.type("Customer Client")
            await keys.enterCredentials()
            await stage.focus("Verify")
            await stage.press(.enter)
            await stage.expect("take the place of the Test key of")
            await stage.press(.escape)
            await stage.expectGone("take the place")
            #expect(await keys.test.count(.token) == 1)
            await stage.focus("Verify")
            await stage.press(.enter)
            await stage.expect("take the place")
            await stage.choose("Verify")
            await stage.expect(KeyStage.success)
        }
    }

    @Test func `Customer Client Credentials: Verify, Save, Need Maintenance, maintenance, Ready`()
        async throws
    {
        try await KeyStage.with(80, 24) { keys in
            let stage = keys.stage
            try await keys.openAdapters()
            await keys.openInformation()
            await keys.mapShipper()
            await stage.alt("i")
            await keys.choose("Customer Client")
            await keys.enterCredentials()
            try await stage.expectSnapshot("adapter-client-credentials")
            await stage.focus("Verify")
            await stage.press(.enter)
            await stage.expect(KeyStage.success)
            #expect(stage.text.contains("Save to use it."))
            await stage.press(.enter)
            await stage.expectGone(KeyStage.success)

            // Nothing of it shows before Save.
            #expect(stage.words.contains("Status Not Authorized"))
            #expect(!stage.words.contains("Authorizer alice"))
            await keys.save()
            await keys.expectRow("Need Maintenance")
            await keys.openInformation()
            #expect(stage.words.contains("Authorizer alice"))
            #expect(stage.words.contains("Date Stamp (UTC) 5/1/2024 12:00:00 PM"))
            await stage.press(.escape)
            await keys.runMaintenance()
            await stage.expect("Ready")
            await stage.press(.enter)
            await keys.expectRow("Ready")
        }
    }

    @Test func `Customer Authorization Code: credentials, sign in, Need Maintenance at once, Ready`()
        async throws
    {
        try await KeyStage.with(80, 24) { keys in
            let stage = keys.stage
            try await keys.openAdapters()
            await keys.openInformation()
            await keys.choose("Customer Authorization")
            await keys.enterCredentials()
            try await stage.expectSnapshot("adapter-customer-authorization-code")
            try await keys.signIn(with: "Authorize")

            await stage.expect("Need Maintenance")
            #expect(stage.words.contains("Authorizer alice"))
            #expect(try keys.adapter().authorizationOption == .customerAuthorizationCode)
            await keys.mapShipper()
            await keys.save()
            await keys.runMaintenance()
            await stage.expect("Ready")
            await stage.press(.enter)
            await keys.expectRow("Ready")
        }
    }
}
