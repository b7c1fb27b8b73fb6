import CarrierCore
import CarrierScreens
import TerminalKit
import Testing
import UPSSandbox

/// The keys of both endpoints in the group REST API: made, looked at, refreshed and removed, apart from the
/// form.
@Suite(.serialized) struct KeyGroupTests {
    private func addKey(_ keys: KeyStage) async throws {
        await keys.stage.paste(try await keys.signIn(at: try await keys.beginSignIn()))
        await keys.stage.expect("generated successfully")
        await keys.stage.press(.enter)
        await keys.stage.expect("valid, 59 days left")
    }

    @Test func `Key Information tells all but the token`() async throws {
        try await KeyStage.with(80, 24) { keys in
            let stage = keys.stage
            try await addKey(keys)
            await stage.focus("Key Information")
            await stage.press(.enter)
            await stage.expect("Access Token Information")
            for label in [
                "Token Type", "Refresh Token Expires", "Refresh Count", "Authorized By", "Time Left",
            ] {
                #expect(stage.text.contains(label))
            }
            try await stage.expectSnapshot("key-information")
        }
    }

    @Test func `Refresh Now gets a new pair`() async throws {
        try await KeyStage.with { keys in
            let stage = keys.stage
            try await addKey(keys)
            await stage.focus("Key Information")
            await stage.press(.enter)
            await stage.alt("r")
            try await stage.expectEventually("the refresh") { try keys.grant()?.generation == 2 }
            await stage.expectGone("Refreshing")
            let value = try #require(stage.terminal.lines.first { $0.contains("Refresh Count") })
            #expect(value.contains("Refresh Count 1"))
        }
    }

    @Test func `a refresh that fails is told, and the key stays`() async throws {
        try await KeyStage.with { keys in
            let stage = keys.stage
            try await addKey(keys)
            await keys.test.revokeGrants(ofUser: "demo")
            await stage.focus("Key Information")
            await stage.press(.enter)
            await stage.alt("r")
            await stage.expect("UPS refused the Test key of UPS")
            await stage.press(.enter)
            await stage.press(.escape)
            await stage.expect("refused by UPS, sign in again")
        }
    }

    @Test func `Remove Key asks, acts at once, and survives Cancel`() async throws {
        try await KeyStage.with { keys in
            let stage = keys.stage
            try await addKey(keys)
            await stage.focus("Remove Key")
            await stage.press(.enter)
            await stage.expect("Remove the Test key of UPS?")
            try await stage.expectSnapshot("remove-key")
            await stage.press(.enter)
            #expect(try keys.grant() != nil)
            await stage.press(.enter)
            await stage.choose("Remove")
            await stage.expectGone("valid, 59 days left")
            #expect(try keys.grant() == nil)
        }
    }

    @Test func `a new carrier is saved first, after asking`() async throws {
        try await KeyStage.with { keys in
            let stage = keys.stage
            let answer = await stage.edit(.sample())
            await stage.focus("Add Key")
            await stage.press(.enter)
            await stage.expect("A key belongs to a saved carrier.")
            try await stage.expectSnapshot("save-first")
            await stage.press(.escape)
            #expect(try stage.store.carriers().isEmpty)
            let redirect = try await keys.signIn(at: try await saveAndBegin(stage))
            await stage.paste(redirect)
            await stage.expect("generated successfully")
            await stage.press(.enter)
            await stage.enter("Other", in: "Carrier Name")
            await stage.press(.escape)
            await stage.alt("d")
            try await stage.expectEventually("closing") { answer.value != nil }
            #expect(try answer.value == .some(stage.stored()))
            #expect(try keys.grant() != nil)
        }
    }

    private func saveAndBegin(_ stage: ScreenStage) async throws -> String {
        await stage.press(.enter)
        await stage.press(.enter)
        await stage.expect("Waiting for the sign-in to end")
        try await stage.expectEventually("the browser") { !stage.outside.opened.isEmpty }
        return try #require(stage.outside.opened.last)
    }

    @Test func `client credentials need no sign-in, as typed and not yet saved`() async throws {
        try await KeyStage.with { keys in
            let stage = keys.stage
            await stage.edit(try stage.store(.sample()))
            await stage.focus("Authorization Method")
            await stage.type("Customer Cl")
            let app = SandboxConfiguration.Application.demo
            await stage.enter(app.clientID, in: "Client ID")
            await stage.focus("Client Secret")
            await stage.paste("wrong")
            await stage.focus("Add Key")
            await stage.press(.enter)
            await stage.expect("UPS does not know the Client ID here")
            await stage.press(.escape)
            await stage.enter(try #require(app.clientSecret), in: "Client Secret")
            await stage.focus("Add Key")
            await stage.press(.enter)
            await stage.expect("generated successfully")
            await stage.press(.enter)
            await stage.expect("valid, renews itself")
            #expect(stage.outside.opened.isEmpty)
            #expect(try stage.stored().authorizationMethod == .authorizationCode)
        }
    }

    @Test func `without an application the way to set one is told`() async throws {
        let stage = try ScreenStage(120, 60)
        await stage.edit(try stage.store(.sample()))
        await stage.focus("Add Key")
        await stage.press(.enter)
        await stage.expect("No UPS application is set.")
        try await stage.expectSnapshot("no-application")
    }

    @Test func `operators see how keys stand, and their information`() async throws {
        let stage = try ScreenStage(120, 60, user: User(name: "olga", role: .operator))
        let carrier = try stage.store(.sample())
        try await stage.giveKey(carrier, .test, seconds: 3 * 86_400 + 60)
        try await stage.giveKey(carrier, .production, seconds: 60)
        await stage.edit(carrier)
        await stage.expect("expires in 3 days, sign in again")
        await stage.expect("expires in 1 minute, sign in again")
        #expect(!stage.text.contains("Remove Key"))
        await stage.focus("Key Information")
        await stage.press(.enter)
        await stage.expect("Access Token Information")
        let captions = stage.program.topWindow?.focusOrder.compactMap { ($0 as? Button)?.caption.text }
        #expect(captions == ["Cancel"])
    }

    @Test func `an expired key says when`() async throws {
        let stage = try ScreenStage(120, 60)
        let carrier = try stage.store(.sample())
        try await stage.giveKey(carrier, .test, seconds: 60)
        stage.time.now += 61_000
        await stage.edit(carrier)
        await stage.expect("expired on 5/1/2024 12:01:00 PM, sign in again")
    }
}
