import CarrierCore
import CarrierScreens
import TerminalKit
import Testing

/// Welcome and Login.
@Suite struct StartTests {
    /// An editor that says what it was opened on.
    private var editor: EditCarrier {
        { desk, carrier in
            await desk.program.inform(
                "Editor", carrier.id == nil ? "a new carrier" : "the carrier \(carrier.name)")
            return nil
        }
    }

    // MARK: Welcome

    @Test func `a new and empty store begins with Welcome`() async throws {
        let stage = try ScreenStage(80, 24)
        await stage.runEditor()
        await stage.expect("Welcome")
        try await stage.expectSnapshot("welcome")
    }

    @Test func `Explore with the sandbox ends with that choice`() async throws {
        let stage = try ScreenStage()
        let outcome = await stage.runEditor()
        await stage.click("Explore with the sandbox >")
        try await stage.expectEventually("the end") { outcome.value == .exploreSandbox }
    }

    @Test func `Set up UPS asks for the application and then for a carrier`() async throws {
        let stage = try ScreenStage()
        await stage.runEditor(edit: editor)
        await stage.alt("u")
        await stage.expect("UPS Application")
        await stage.type("my-app")
        await stage.press("s", .control)
        await stage.expect("a new carrier")
        #expect(try stage.store.application()?.clientID == "my-app")
        #expect(try stage.store.application()?.redirectURI == "https://127.0.0.1/upscallback")
    }

    @Test func `Esc leaves Welcome for the table, without a password`() async throws {
        let stage = try ScreenStage()
        await stage.runEditor()
        await stage.press(.escape)
        await stage.expect("No carriers yet")
        #expect(try stage.store.soleUserWithoutPassword() != nil)
    }

    @Test func `Esc asks before a password that was typed is thrown away, and Continue keeps it`()
        async throws
    {
        let stage = try ScreenStage()
        await stage.runEditor()
        await stage.type("secret")
        await stage.press(.escape)
        await stage.expect("Password: (empty) → a new one, not shown")
        await stage.press(.enter)
        await stage.expectGone("Discard changes?")
        await stage.press(.tab)
        await stage.type("secret")
        await stage.alt("c")
        await stage.expect("No carriers yet")
        #expect(try stage.store.users().first?.hasPassword == true)
    }

    @Test func `Enter in a first password goes on to where it is repeated`() async throws {
        let stage = try ScreenStage()
        await stage.runEditor()
        await stage.type("secret")
        await stage.press(.enter)
        #expect(stage.isFocused("Repeat Password"))
        #expect(!stage.text.contains("differ") && !stage.text.contains("attention"))
        await stage.press(.enter)
        await stage.expect("Type the password once more.")
        await stage.type("secret")
        await stage.press(.enter)
        await stage.expect("UPS Application")
    }

    @Test func `two passwords that differ are told, and kept nowhere`() async throws {
        let stage = try ScreenStage()
        await stage.runEditor()
        await stage.type("one")
        await stage.press(.tab)
        await stage.type("two")
        await stage.alt("u")
        await stage.expect("The two passwords differ.")
        #expect(try stage.store.users().first?.hasPassword == false)
    }

    @Test func `a password set in Welcome is asked for at the next start`() async throws {
        let stage = try ScreenStage()
        await stage.runEditor()
        await stage.type("secret")
        await stage.press(.tab)
        await stage.type("secret")
        await stage.alt("e")
        try await stage.expectEventually("the password") {
            try stage.store.users().first?.hasPassword == true
        }
        #expect(
            try stage.store.authenticate(name: "alice", password: Secret("secret"))
                != .refused(waitMilliseconds: 1000))
    }

    // MARK: Login

    private func guarded(_ width: Int = 80, _ height: Int = 24) throws -> ScreenStage {
        let stage = try ScreenStage(width, height)
        try stage.store.setPassword(Secret("right"), of: "alice", by: "alice")
        try stage.store.addUser(named: "olga", role: .operator, password: Secret("olga's"), by: "alice")
        try stage.store(.sample())
        return stage
    }

    private func signIn(_ stage: ScreenStage, _ name: String, _ password: String) async {
        await stage.expect("Password")
        await stage.type(name)
        await stage.press(.tab)
        await stage.type(password)
        await stage.press(.enter)
    }

    @Test func `the only user without a password needs no Login`() async throws {
        let stage = try ScreenStage()
        try await stage.openTable()
        #expect(!stage.text.contains("Login"))
    }

    @Test func `Login shows dots for a password`() async throws {
        let stage = try guarded(80, 24)
        await stage.runEditor()
        await stage.type("alice")
        await stage.press(.tab)
        await stage.type("secret")
        await stage.expect("••••••")
        try await stage.expectSnapshot("login")
    }

    @Test func `the right password opens the main window as that user`() async throws {
        let stage = try guarded()
        await stage.runEditor()
        await signIn(stage, "Olga", "olga's")
        await stage.expect("olga · Operator")
        #expect(try stage.store.auditEvents().contains { $0.action == "signed in" && $0.actor == "olga" })
    }

    @Test(arguments: ["alice", "nobody"])
    func `a wrong sign-in does not tell which part was wrong, and counts down`(name: String) async throws {
        let stage = try guarded()
        await stage.runEditor()
        await signIn(stage, name, "wrong")
        await stage.expect("The user name or the password is wrong. Try again in 1 s.")
        await stage.pass(1)
        await stage.expectGone("Try again")
        await stage.type("wrong")
        await stage.press(.enter)
        await stage.expect("Try again in 2 s.")
        await stage.pass(1)
        await stage.expect("Try again in 1 s.")
    }

    @Test func `nothing can be tried while it counts down`() async throws {
        let stage = try guarded()
        await stage.runEditor()
        await signIn(stage, "alice", "wrong")
        await stage.expect("Try again in 1 s.")
        await stage.type("right")
        await stage.press(.enter)
        await stage.expect("Try again in 1 s.")
        await stage.pass(1)
        await stage.expectGone("Try again")
        await stage.press(.enter)
        await stage.expect("alice · Administrator")
    }

    @Test func `Cancel at Login leaves the program`() async throws {
        let stage = try guarded()
        let outcome = await stage.runEditor()
        await stage.press(.escape)
        try await stage.expectEventually("the end") { outcome.value == .quit }
    }

    @Test func `a carrier named at the start is opened at once`() async throws {
        let stage = try ScreenStage()
        try stage.store(.sample())
        await stage.runEditor(openCarrier: "UPS", edit: editor)
        await stage.expect("the carrier UPS")
    }

    @Test func `a carrier that is not there is told in two sentences`() async throws {
        let stage = try ScreenStage()
        try stage.store(.sample())
        await stage.runEditor(openCarrier: "DHL")
        await stage.expect("There is no carrier")
        await stage.press(.enter)
        await stage.expect("Carrier Name")
    }
}
