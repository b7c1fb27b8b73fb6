import CarrierCore
import CarrierScreens
import TerminalKit
import Testing

/// The idle lock.
@Suite struct IdleLockTests {
    private func stage(_ width: Int = 80, _ height: Int = 24) async throws -> ScreenStage {
        let stage = try ScreenStage(width, height)
        try stage.store.setPassword(Secret("right"), of: "alice", by: "alice")
        try stage.store.addUser(named: "bob", role: .administrator, password: Secret("bob's"), by: "alice")
        var settings = Settings()
        settings.idleLockMinutes = 5
        try stage.store.save(settings, by: "alice")
        try stage.store(.sample())
        await stage.runEditor()
        await stage.type("alice")
        await stage.press(.tab)
        await stage.type("right")
        await stage.press(.enter)
        await stage.expect("alice · Administrator")
        return stage
    }

    @Test func `after the set time the screen is covered and the password asked for`()
        async throws
    {
        let stage = try await stage(80, 24)
        await stage.pass(5 * 60)
        await stage.expect("The session of alice is locked.")
        #expect(!stage.text.contains("UPS "))
        try await stage.expectSnapshot("locked")
        await stage.type("right")
        await stage.press(.enter)
        await stage.expect("Carrier Name")
    }

    @Test func `a key press in time puts the lock off`() async throws {
        let stage = try await stage()
        await stage.pass(4 * 60)
        await stage.press(.down)
        await stage.pass(4 * 60)
        #expect(!stage.text.contains("locked"))
        await stage.pass(60)
        await stage.expect("locked")
    }

    @Test func `another administrator's password does not open it`() async throws {
        let stage = try await stage()
        await stage.pass(5 * 60)
        await stage.expect("locked")
        await stage.type("bob's")
        await stage.press(.enter)
        await stage.expect("Try again in 1 s.")
        #expect(stage.text.contains("alice · Administrator"))
    }

    @Test func `neither Esc, the menu, the palette nor help get around it`() async throws {
        let stage = try await stage()
        await stage.pass(5 * 60)
        await stage.expect("locked")
        await stage.press(.escape)
        await stage.press(.function(10))
        await stage.press("p", .control)
        await stage.press(.function(1))
        await stage.alt("s")
        await stage.click("Setup")
        await stage.expect("locked")
        #expect(!stage.text.contains("Users"))
    }

    @Test func `with a window open, quitting waits until it is unlocked`() async throws {
        let stage = try await stage()
        await stage.alt("s")
        await stage.press("s")
        await stage.expect("Alert Days")
        await stage.pass(5 * 60)
        await stage.expect("locked")
        #expect(!stage.text.contains("Alert Days"))
        await stage.press("q", .control)
        await stage.expect("locked")
        await stage.type("right")
        await stage.press(.enter)
        await stage.expect("Alert Days")
    }

    @Test func `an alert that is due waits below the lock`() async throws {
        let stage = try await stage()
        try await stage.giveKey(try stage.store.carrier(named: "UPS"), .test, seconds: 7 * 86_400 + 200)
        await stage.pass(5 * 60)
        await stage.expect("locked")
        await stage.pass(60)
        await stage.expect("locked")
        #expect(!stage.text.contains("Expiration Alert"))
        await stage.type("right")
        await stage.press(.enter)
        await stage.expectGone("locked")
        await stage.pass(60)
        await stage.expect("Expiration Alert")
    }

    @Test func `a user without a password is not locked out`() async throws {
        let stage = try ScreenStage()
        var settings = Settings()
        settings.idleLockMinutes = 1
        try stage.store.save(settings, by: "alice")
        try stage.store(.sample())
        await stage.runEditor()
        await stage.expect("Carrier Name")
        await stage.pass(120)
        await stage.expect("Carrier Name")
    }
}
