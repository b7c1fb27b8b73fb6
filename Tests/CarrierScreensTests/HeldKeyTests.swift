import CarrierCore
import CarrierScreens
import TerminalKit
import Testing

/// A key that is held down opens a question and repeats; it must not answer it, too.
@Suite struct HeldKeyTests {
    @Test func `Alt+D on the table of carriers deletes none`() async throws {
        let stage = try ScreenStage()
        try await stage.openTable(of: ["East", "UPS", "West"])
        for _ in 0..<4 { await stage.alt("d") }
        await stage.expect("Delete the carrier East")
        #expect(try stage.store.carrierCount() == 3)
    }

    @Test func `Alt+D in Users disables nobody`() async throws {
        let stage = try ScreenStage()
        try await stage.openTable()
        try stage.store.addUser(named: "olga", role: .operator, password: Secret("o"), by: "alice")
        await stage.menu("s", "u")
        await stage.expect("olga")
        await stage.press(.down)
        for _ in 0..<4 { await stage.alt("d") }
        await stage.expect("Disable olga?")
        #expect(try stage.store.users().allSatisfy { !$0.isDisabled })
    }

    @Test func `Alt+M and Alt+V in the editor remove neither key nor account`() async throws {
        let stage = try ScreenStage(120, 60)
        let carrier = try stage.store(.sample())
        try await stage.giveKey(carrier, .test, seconds: 60 * 86_400)
        await stage.edit(carrier)
        for (letter, question) in [("m", "Remove the Test key"), ("v", "Remove the shipper account")] {
            for _ in 0..<4 { await stage.alt(Character(letter)) }
            await stage.expect(question)
            await stage.press(.escape)
            await stage.expectGone(question)
        }
        #expect(try stage.store.grants().count == 1)
        #expect(stage.text.contains("W599Y7"))
    }

    @Test func `Alt+V on an adapter's page replaces no key of another option`() async throws {
        try await KeyStage.with(80, 24) { keys in
            let stage = keys.stage
            try await keys.authorizeAdapter()
            let old = try #require(try stage.store.grants().first?.grant)
            try await keys.openAdapters()
            await keys.openInformation()
            await stage.focus("OAuth Authorization Option")
            await stage.type("Customer Client")
            await keys.enterCredentials()
            for _ in 0..<4 { await stage.alt("v") }
            await stage.expect("The verified credentials take the place")
            #expect(try stage.store.grants().map(\.grant) == [old])
        }
    }

    @Test func `Esc asks for what was typed into small windows, too`() async throws {
        let stage = try ScreenStage()
        try await stage.openTable()
        await stage.alt("c")
        await stage.expect("UPS copy")
        await stage.type("Other")
        await stage.press(.escape)
        await stage.expect("Carrier Name: UPS copy → Other")
        await stage.alt("d")
        await stage.expectGone("Copy Carrier")
        await stage.menu("s", "u")
        await stage.alt("p")
        await stage.expect("Password of alice")
        await stage.type("secret")
        await stage.press(.escape)
        await stage.expect("Password: (empty) → a new one, not shown")
        await stage.alt("d")
        await stage.expectGone("Password of alice")
        await stage.alt("a")
        await stage.focus("Password")
        await stage.type("secret")
        await stage.press(.escape)
        await stage.expect("Password: (empty) → a new one, not shown")
    }
}
