import CarrierCore
import CarrierScreens
import TerminalKit
import Testing
import UPSSandbox

/// An adapter's table and Edit Configuration, apart from the procedures.
@Suite(.serialized) struct AdapterConfigurationTests {
    @Test func `the UPS Tracking Adapter is there from the start, with Legacy Authentication`() async throws {
        try await KeyStage.with(80, 24) { keys in
            let stage = keys.stage
            try await keys.openAdapters()
            try await stage.expectSnapshot("adapters")
            await keys.openInformation()
            #expect(stage.text.contains("Legacy Authentication"))
            #expect(!stage.text.contains("< Authorize"))
            try await stage.expectSnapshot("adapter-legacy")
        }
    }

    @Test func `the page URI is filled in and takes no changes`() async throws {
        try await KeyStage.with(80, 24) { keys in
            let stage = keys.stage
            try await keys.openAdapters()
            await stage.press(.enter)
            await stage.expect("Test URI")
            #expect(stage.text.contains(keys.stage.desk.servers.base(.test)))
            #expect(stage.text.contains("do not alter them"))
            await stage.focus("Test URI")
            await stage.type("x")
            await stage.press(.escape)
            await stage.expectGone("Test URI")
        }
    }

    @Test func `the page Shippers offers every shipper number once`() async throws {
        try await KeyStage.with(80, 24) { keys in
            let stage = keys.stage
            var other = Carrier.withSandboxAccount
            other.name = "Another"
            try stage.store(other)
            try await keys.openAdapters()
            await stage.press(.enter)
            await keys.mapShipper()
            #expect(stage.text.contains("A1B2C3  Main, Another, UPS"))
            try await stage.expectSnapshot("adapter-shippers")
            await keys.save()
            #expect(try keys.adapter().shippers == ["A1B2C3"])
            await keys.expectRow("A1B2C3")
            await stage.press(.enter)
            await stage.alt("h")
            await stage.focus("Shippers")
            await stage.press(" ")
            await keys.save()
            #expect(try keys.adapter().shippers.isEmpty)
        }
    }

    @Test func `without shipper accounts the page says where they are made`() async throws {
        try await KeyStage.with(80, 24) { keys in
            var carrier = Carrier.sample()
            carrier.accounts = []
            try await keys.openAdapters(carrier)
            await keys.stage.press(.enter)
            await keys.stage.alt("h")
            await keys.stage.expect("There are no shipper accounts yet.")
        }
    }

    @Test func `Esc with changes shows them, and keeps what was typed`() async throws {
        try await KeyStage.with(80, 24) { keys in
            let stage = keys.stage
            try await keys.openAdapters()
            await keys.openInformation()
            await keys.choose("Customer Authorization")
            await keys.enterCredentials(clientID: "my-app", secret: "hush")
            await stage.press(.escape)
            await stage.expect("Discard changes?")
            #expect(stage.text.contains("Option: Legacy Authentication → Customer"))
            #expect(stage.text.contains("Client ID: (empty) → my-app"))
            #expect(!stage.text.contains("hush"))
            await stage.press(.enter)
            await stage.expectGone("Discard changes?")
            #expect(stage.text.contains("my-app"))
            await stage.press(.escape)
            await stage.alt("d")
            await stage.expectGone("Configuration - UPS Tracking Adapter")
            #expect(try keys.adapter().authorizationOption == .legacy)
        }
    }

    @Test func `missing credentials are told beside their fields, and nobody is called`() async throws {
        try await KeyStage.with(80, 24) { keys in
            let stage = keys.stage
            try await keys.openAdapters()
            await keys.openInformation()
            await keys.choose("Customer Client")
            await stage.focus("Verify")
            await stage.press(.enter)
            await stage.expect("Client ID is required.")
            #expect(stage.text.contains("Client Secret is required."))
            #expect(stage.isFocused("Client ID"))
            #expect(await keys.test.log.isEmpty)
        }
    }

    @Test func `a stored client secret is removed with Save`() async throws {
        try await KeyStage.with(80, 30) { keys in
            let stage = keys.stage
            var adapter = try keys.adapter()
            adapter.authorizationOption = .customerAuthorizationCode
            adapter.customerClientID = "my-app"
            try stage.store.save(adapter, customerSecret: .set(Secret("hush")), by: "alice")
            let id = try #require(adapter.id)
            try await keys.openAdapters()
            await keys.openInformation()
            await stage.focus("Remove Secret")
            await stage.press(.enter)
            await stage.expect("removed when saved")
            await stage.press(.escape)
            await stage.expect("Client Secret: set → (empty)")
            await stage.press(.escape)
            await stage.expectGone("Discard changes?")
            await keys.save()
            #expect(try stage.store.customerSecret(adapterID: id) == nil)
        }
    }

    @Test func `a wrong secret is told, and nothing is stored`() async throws {
        try await KeyStage.with(80, 24) { keys in
            let stage = keys.stage
            try await keys.openAdapters()
            await keys.openInformation()
            await keys.choose("Customer Client")
            await keys.enterCredentials(secret: "wrong")
            await stage.focus("Verify")
            await stage.press(.enter)
            await stage.expect("The client secret is wrong (10401, HTTP 401).")
            // The same again would be refused again.
            await stage.press(.enter)
            await stage.expectGone("10401")
            #expect(await keys.test.count(.token) == 1)
            await stage.expect("Configuration - UPS Tracking Adapter")
            #expect(stage.words.contains("Status Not Authorized"))
            #expect(try stage.store.grants().isEmpty)
        }
    }

    @Test func `a declined sign-in is told, and nothing is stored`() async throws {
        try await KeyStage.with(80, 24) { keys in
            let stage = keys.stage
            try await keys.openAdapters()
            await keys.openInformation()
            await keys.choose("Authorization Code")
            await stage.focus("Authorize UPS Credentials")
            await stage.press(.enter)
            try await stage.expectEventually("the browser") { !stage.outside.opened.isEmpty }
            let refusal = try await keys.signIn(at: try #require(stage.outside.opened.last), decline: true)
            await stage.paste(refusal)
            await stage.expect("The sign-in was denied")
            await stage.alt("c")
            await stage.expect("Configuration - UPS Tracking Adapter")
            #expect(stage.words.contains("Status Not Authorized"))
            #expect(try keys.adapter().authorizationOption == .legacy)
        }
    }

    @Test func `the menu opens over Adapters, and its items take the place of the table`() async throws {
        try await KeyStage.with(80, 24) { keys in
            let stage = keys.stage
            try await keys.openAdapters()
            #expect(stage.keyBar.contains("F10 Menu"))
            await stage.press(.function(10))
            await stage.press(.escape)
            #expect(stage.program.windows.count == 1)
            await stage.click("Tools")
            await stage.expect("Refresh Keys")
            await stage.press(.escape)
            await stage.menu("s", "s")
            await stage.expect("UPS Application")
            #expect(stage.program.windows.count == 1)
            await stage.press(.escape)
            await stage.expect("Carrier Name")
        }
    }

    @Test func `F1 tells what is needed before anything can be authorized`() async throws {
        try await KeyStage.with(80, 24) { keys in
            let stage = keys.stage
            try await keys.openAdapters()
            await keys.openInformation()
            await stage.focus("OAuth Authorization Option")
            await stage.press(.function(1))
            await stage.expect("First make a user at UPS.com")
            #expect(stage.words.contains("one user can serve carriers and this adapter"))
        }
    }

    @Test func `operators look and change nothing`() async throws {
        try await KeyStage.with(80, 24) { keys in
            let stage = keys.stage
            try stage.store(.withSandboxAccount)
            try stage.store.setPassword(Secret("a"), of: "alice", by: "alice")
            try stage.store.addUser(named: "olga", role: .operator, password: Secret("o"), by: "alice")
            await stage.runEditor()
            await stage.type("olga")
            await stage.press(.tab)
            await stage.type("o")
            await stage.press(.enter)
            await stage.expect("olga · Operator")
            await keys.openAdaptersFromMenu()
            await stage.alt("r")
            await stage.press(.down, .alt)
            await stage.expect("View Configuration")
            await stage.press("r")
            #expect(await keys.test.log.isEmpty)
            await stage.press(.escape)
            await stage.press(.enter)
            await stage.expect("Configuration - UPS Tracking Adapter")
            await stage.alt("i")
            await stage.focus("OAuth Authorization Option")
            await stage.type("Customer")
            #expect(stage.text.contains("Legacy Authentication"))
            try await stage.expectSnapshot("adapter-operator")
            await stage.alt("h")
            await stage.focus("Shippers")
            await stage.press(" ")
            #expect(stage.text.contains("[ ] A1B2C3"))
            await stage.press(.escape)
            await stage.expectGone("Configuration - UPS Tracking Adapter")
            #expect(try keys.adapter() == Adapter(id: keys.adapter().id, name: Adapter.upsTracking))
        }
    }

    @Test func `Key Information and Remove Key are there while the adapter has a key`() async throws {
        try await KeyStage.with(80, 24) { keys in
            let stage = keys.stage
            try await keys.authorizeAdapter()
            try await keys.openAdapters()
            await keys.openInformation()
            await stage.alt("k")
            await stage.expect("Access Token Information")
            #expect(stage.text.contains("Refresh Token Expires"))
            await stage.press(.escape)
            await stage.focus("Remove Key")
            await stage.press(.enter)
            await stage.expect("Remove the Test key of UPS Tracking Adapter?")
            await stage.choose("Remove")
            await stage.expect("Status Not Authorized")
            #expect(try stage.store.grants().isEmpty)
            #expect(!stage.text.contains("< Key Information >"))
        }
    }
}
