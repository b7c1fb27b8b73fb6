import CarrierCore
import CarrierScreens
import TerminalKit
import Testing

/// The idle lock.
@Suite struct IdleLockTests {
    private func stage(_ width: Int = 80, _ height: Int = 24) async throws -> ScreenStage {
        let stage = try ScreenStage(width, height)
        try prepare(stage)
        await stage.runEditor()
        await logIn(stage)
        return stage
    }

    private func prepare(_ stage: ScreenStage) throws {
        try stage.store.setPassword(Secret("right"), of: "alice", by: "alice")
        try stage.store.addUser(named: "bob", role: .administrator, password: Secret("bob's"), by: "alice")
        var settings = Settings()
        settings.idleLockMinutes = 5
        try stage.store.save(settings, by: "alice")
        try stage.store(.sample())
    }

    private func logIn(_ stage: ScreenStage) async {
        await stage.type("alice")
        await stage.press(.tab)
        await stage.type("right")
        await stage.press(.enter)
        await stage.expect("alice · Administrator")
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
        await stage.click("Setup")
        await stage.expect("locked")
        #expect(!stage.text.contains("Users"))
    }

    @Test func `what is open waits below the lock`() async throws {
        let stage = try await stage()
        await stage.alt("s")
        await stage.press("s")
        await stage.expect("Alert Days")
        await stage.pass(5 * 60)
        await stage.expect("locked")
        #expect(!stage.text.contains("Alert Days"))
        await stage.type("right")
        await stage.press(.enter)
        await stage.expect("Alert Days")
    }

    @Test func `F1 explains the lock on top of it`() async throws {
        let stage = try await stage()
        await stage.pass(5 * 60)
        await stage.expect("locked")
        await stage.press(.function(1))
        await stage.expect("The session opens with the password of the user")
        await stage.press(.enter)
        await stage.expectGone("The session opens")
        await stage.expect("locked")
    }

    /// Ctrl+Q, and the two ways out of a session that its own user has left.
    @Test(arguments: [("s", EditorOutcome.signInAnew), ("q", .quit), ("", .quit)])
    func `a locked session can be left without a question, and what was typed is kept for its user`(
        letter: String, end: EditorOutcome
    ) async throws {
        let (stage, outcome) = try await locked { stage in
            await stage.press(.enter)
            await stage.expect("Carrier Editor - UPS®")
            await stage.type("Mine")
            await stage.expect("▸Mine")
        }
        if let letter = letter.first { await stage.alt(letter) } else { await stage.press("q", .control) }
        try await stage.expectEventually("the end") { outcome.value == end }
        #expect(!stage.text.contains("Discard"))
        let draft = try #require(try stage.store.drafts(of: "alice").first)
        #expect(draft.subject == .carrier(try #require(try stage.stored().id)))
        #expect(try stage.store.drafts(of: "bob").isEmpty)
    }

    private func locked(
        after work: (ScreenStage) async -> Void
    ) async throws -> (ScreenStage, ScreenStage.Answer<EditorOutcome>) {
        let stage = try ScreenStage()
        try prepare(stage)
        let outcome = await stage.runEditor(edit: editCarrier)
        await logIn(stage)
        await work(stage)
        await stage.pass(5 * 60)
        await stage.expect("locked")
        return (stage, outcome)
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
