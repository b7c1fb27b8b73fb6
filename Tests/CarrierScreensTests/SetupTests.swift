import CarrierCore
import CarrierScreens
import TerminalKit
import TestSupport
import Testing

/// Settings, Users, Audit and Help.
@Suite struct SetupTests {
    private func stage(_ width: Int = 80, _ height: Int = 24) async throws -> ScreenStage {
        let stage = try ScreenStage(width, height)
        try await stage.openTable()
        return stage
    }

    private func openSettings(_ stage: ScreenStage) async {
        await stage.menu("s", "s")
        await stage.expect("UPS Application")
    }

    private func openUsers(_ stage: ScreenStage) async {
        await stage.menu("s", "u")
        await stage.expect("User Name")
    }

    // MARK: Settings

    @Test func `Settings never show the client secret again`() async throws {
        let stage = try await stage(80, 24)
        try stage.store.save(
            UPSApplication(clientID: "my-app", redirectURI: "https://127.0.0.1/upscallback"),
            secret: .set(Secret("hush")), by: "alice")
        await openSettings(stage)
        await stage.expect("set; type to replace it")
        #expect(!stage.text.contains("hush"))
        try await stage.expectSnapshot("settings")
    }

    @Test func `the application and the settings are saved, and recorded`() async throws {
        let stage = try await stage()
        await openSettings(stage)
        await stage.type("my-app")
        await stage.press(.tab)
        await stage.type("hush")
        await stage.expect("••••")
        await stage.alt("k")
        await stage.alt("d")
        await stage.type("14")
        await stage.press(.tab)
        await stage.type("i")
        await stage.press(.tab)
        await stage.press(.tab)
        await stage.type("30")
        await stage.press(.tab)
        await stage.type("/srv/reports")
        await stage.press(.enter)
        await stage.expectGone("UPS Application")
        let application = try #require(try stage.store.application())
        #expect(application.clientID == "my-app")
        #expect(!application.pkce)
        #expect(try stage.store.applicationSecret() == Secret("hush"))
        let settings = try stage.store.settings()
        #expect(settings.alertDays == 14)
        #expect(settings.dateForm == .iso)
        #expect(settings.idleLockMinutes == 30)
        #expect(settings.reportsFolder == "/srv/reports")
        #expect(try stage.store.auditEvents().suffix(2).map(\.subject) == ["application my-app", "settings"])
    }

    @Test func `a stored secret is removed, and another client id does not inherit it`() async throws {
        let stage = try await stage()
        func secret() throws -> Secret? { try stage.store.applicationSecret() }
        func store() throws {
            try stage.store.save(
                UPSApplication(clientID: "my-app", redirectURI: "https://127.0.0.1/upscallback"),
                secret: .set(Secret("hush")), by: "alice")
        }
        try store()
        await openSettings(stage)
        await stage.alt("s")
        #expect(stage.isFocused("Client Secret"))
        await stage.focus("Remove Secret")
        await stage.press(.enter)
        await stage.expect("removed when saved")
        try await stage.expectSnapshot("settings-secret")
        await stage.press(.escape)
        await stage.expect("Client Secret: set → (empty)")
        await stage.press(.enter)
        await stage.focus("Keep Secret")
        await stage.press(.enter)
        await stage.expect("set; type to replace it")
        await stage.press("s", .control)
        await stage.expectGone("UPS Application")
        #expect(try secret() == Secret("hush"))
        await openSettings(stage)
        await stage.focus("Remove Secret")
        await stage.press(.enter)
        await stage.press("s", .control)
        await stage.expectGone("UPS Application")
        #expect(try secret() == nil)
        try store()
        await openSettings(stage)
        await stage.type("other-app")
        await stage.expect("not set")
        await stage.press("s", .control)
        await stage.expectGone("UPS Application")
        #expect(try secret() == nil)
    }

    @Test func `a theme shows at once, goes back with Cancel and stays with OK`() async throws {
        let stage = try await stage()
        let (dark, light) = (Theme.dark()[.title], Theme.light()[.title])
        #expect(stage.terminal.style(of: "Carriers") == dark)
        await openSettings(stage)
        await stage.alt("t")
        await stage.type("L")
        await stage.expect("Light")
        #expect(stage.terminal.style(of: "Settings") == light)
        await stage.press(.escape)
        await stage.expect("Theme: As the terminal says → Light")
        await stage.press(.tab)
        await stage.press(.enter)
        await stage.expectGone("UPS Application")
        #expect(stage.terminal.style(of: "Carriers") == dark)
        await openSettings(stage)
        await stage.alt("t")
        await stage.type("L")
        await stage.press("s", .control)
        await stage.expectGone("UPS Application")
        #expect(stage.terminal.style(of: "Carriers") == light)
        #expect(try stage.store.settings().theme == .light)
    }

    @Test func `application and settings are stored together or not at all`() async throws {
        let stage = try await stage()
        var settings = try stage.store.settings()
        settings.alertDays = 99
        let application = UPSApplication(clientID: "my-app", redirectURI: "https://127.0.0.1/upscallback")
        #expect(throws: CarrierError.self) {
            try stage.store.save(settings, application, secret: .set(Secret("hush")), by: "alice")
        }
        #expect(try stage.store.application() == nil)
        #expect(try stage.store.auditEvents().allSatisfy { !$0.subject.hasPrefix("application") })
        settings.alertDays = 9
        try stage.store.save(settings, application, secret: .set(Secret("hush")), by: "alice")
        #expect(try stage.store.settings().alertDays == 9)
        #expect(try stage.store.application()?.clientID == "my-app")
    }

    @Test func `settings alone are saved without an application`() async throws {
        let stage = try await stage()
        await openSettings(stage)
        await stage.alt("d")
        await stage.type("9")
        await stage.press(.enter)
        await stage.expectGone("UPS Application")
        #expect(try stage.store.settings().alertDays == 9)
        #expect(try stage.store.application() == nil)
    }

    @Test func `what is wrong is told beside its field, and OK goes to the first`() async throws {
        let stage = try await stage()
        await openSettings(stage)
        await stage.press(.tab)
        await stage.type("secret without id")
        await stage.alt("d")
        await stage.type("99")
        await stage.press("s", .control)
        await stage.expect("Client ID is required.")
        await stage.expect("Alert Days is from 1 to 60.")
        await stage.expect("2 fields need attention")
        try await stage.expectSnapshot("settings-wrong")
    }

    @Test func `Esc with changes asks, and names them`() async throws {
        let stage = try await stage()
        await openSettings(stage)
        await stage.type("my-app")
        await stage.press(.escape)
        await stage.expect("Discard changes?")
        await stage.expect("Client ID: (empty) → my-app")
        try await stage.expectSnapshot("discard")
        await stage.press(.enter)
        await stage.expectGone("Discard changes?")
        await stage.expect("my-app")
        await stage.press("q", .control)
        await stage.expect("Discard changes?")
        await stage.press(.escape)
        await stage.expect("my-app")
        await stage.press(.escape)
        await stage.alt("d")
        await stage.expectGone("my-app")
        #expect(try stage.store.application() == nil)
    }

    @Test func `F1 explains the field`() async throws {
        let stage = try await stage()
        await openSettings(stage)
        await stage.press(.function(1))
        await stage.expect("developer.ups.com shows it")
    }

    // MARK: Users

    @Test func `Users shows names, roles and states`() async throws {
        let stage = try await stage(80, 24)
        try stage.store.addUser(named: "olga", role: .operator, password: Secret("o"), by: "alice")
        try stage.store.setDisabled(true, of: "olga", by: "alice")
        await openUsers(stage)
        await stage.expect("disabled")
        try await stage.expectSnapshot("users")
        await stage.alt("a")
        await stage.expect("Add User")
        try await stage.expectSnapshot("add-user")
    }

    @Test func `a user is added with role and password`() async throws {
        let stage = try await stage()
        await openUsers(stage)
        await stage.alt("a")
        await stage.expect("Repeat Password")
        await stage.type("olga")
        await stage.press(.tab)
        await stage.press(.tab)
        await stage.type("pass")
        await stage.press(.tab)
        await stage.type("pass")
        await stage.press(.enter)
        await stage.expectGone("Add User")
        await stage.expect("olga")
        let olga = try #require(try stage.store.users().first { $0.name == "olga" })
        #expect(olga.role == .operator)
        #expect(olga.hasPassword)
        await stage.expect("Without a password anybody can sign in as alice.")
    }

    @Test func `a name that is taken is told at its field`() async throws {
        let stage = try await stage()
        await openUsers(stage)
        await stage.alt("a")
        await stage.type("ALICE")
        await stage.press(.tab)
        await stage.press(.tab)
        await stage.type("p")
        await stage.press(.tab)
        await stage.type("p")
        await stage.press(.enter)
        await stage.expect("There is a user")
        await stage.expect("Add User")
    }

    @Test func `the last administrator is neither disabled nor made an operator`() async throws {
        let stage = try await stage()
        await openUsers(stage)
        await stage.alt("d")
        await stage.choose("Disable")
        await stage.expect("last administrator")
        await stage.press(.enter)
        await stage.alt("r")
        await stage.expect("Role of alice")
        await stage.press(.right)
        await stage.press(.enter)
        await stage.expect("last administrator")
        #expect(try stage.store.users().first?.role == .administrator)
    }

    @Test func `a user is disabled, enabled and given a password`() async throws {
        let stage = try await stage()
        try stage.store.addUser(named: "olga", role: .operator, password: Secret("o"), by: "alice")
        await openUsers(stage)
        await stage.press(.down)
        await stage.alt("d")
        await stage.expect("Disable olga?")
        await stage.choose("Disable")
        await stage.expect("disabled")
        await stage.alt("b")
        await stage.expectGone("disabled")
        await stage.alt("p")
        await stage.expect("Password of olga")
        try await stage.expectSnapshot("password")
        await stage.type("new")
        await stage.press(.tab)
        await stage.type("nwe")
        await stage.press(.enter)
        await stage.expect("The two passwords differ.")
        await stage.press("a", .control)
        await stage.type("new")
        await stage.press(.enter)
        await stage.expectGone("Password of olga")
        let result = try stage.store.authenticate(name: "olga", password: Secret("new"))
        guard case .accepted(let user) = result else { throw DidNotCome("\(result)") }
        #expect(user.name == "olga")
    }

    @Test func `whoever takes the own role away sees the operator's screen`() async throws {
        let stage = try await stage()
        try stage.store.addUser(named: "bob", role: .administrator, password: Secret("b"), by: "alice")
        await openUsers(stage)
        await stage.alt("r")
        await stage.expect("Role of alice")
        await stage.press(.right)
        await stage.press(.enter)
        await stage.expectGone("Role of alice")
        await stage.press(.escape)
        await stage.expect("alice · Operator")
        await stage.expect("Operators change nothing")
    }

    // MARK: Tools and Help

    @Test func `Audit says below the table which fields were changed, by their labels`() async throws {
        let stage = try await stage(80, 24)
        try stage.store.updateCarrier(named: "UPS", by: "bob") {
            $0.rateAdjustment.decimalPlaces = 3
            $0.companyAddress.city = "Lowell"
        }
        try stage.store.mapShipper("W599Y7", to: Adapter.upsTracking, by: "bob")
        await stage.alt("t")
        await stage.press("a")
        await stage.expect("│ adapter UPS Tracking Adapter")
        #expect(stage.text.contains("│ W599Y7"))
        await stage.press(.down)
        await stage.expect("Decimal Places, Company Address, City")
    }

    @Test func `Audit, Keys and About are in the menu`() async throws {
        let stage = try await stage(80, 24)
        await stage.alt("t")
        await stage.press("a")
        await stage.expect("carrier UPS")
        try await stage.expectSnapshot("audit")
        await stage.press(.escape)
        await stage.alt("h")
        await stage.press("k")
        await stage.expect("All commands, to find one by typing")
        try await stage.expectSnapshot("keys")
        await stage.press(.escape)
        await stage.click("Help")
        await stage.press("a")
        await stage.expect("trademarks of United")
        try await stage.expectSnapshot("about")
    }
}
