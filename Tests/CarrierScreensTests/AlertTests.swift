import CarrierCore
import CarrierScreens
import TerminalKit
import Testing

/// The Access Token Expiration Alert.
@Suite struct AlertTests {
    private static let day: Int64 = 86_400

    private func stage(_ width: Int = 80, _ height: Int = 24) async throws -> ScreenStage {
        let stage = try ScreenStage(width, height)
        let ups = try stage.store(.sample("UPS"))
        try await stage.giveKey(ups, .test, seconds: 6 * Self.day)
        try await stage.giveKey(ups, .production, seconds: 3 * Self.day)
        return stage
    }

    private var editor: EditCarrier {
        { desk, carrier in
            await desk.program.inform("Editor", "the carrier \(carrier.name)")
            return nil
        }
    }

    @Test func `each key is told in its two sentences, the most urgent first`() async throws {
        let stage = try await stage(80, 24)
        await stage.pass(4 * Self.day)
        await stage.runEditor()
        await stage.expect("Access Token Expiration Alert")
        await stage.expect("UPS Production access token expired on 5/4/2024 12:00:00 PM.")
        await stage.expect("UPS Test access token expires on 5/7/2024 12:00:00 PM.")
        #expect(
            stage.words.contains(
                """
                PM. Contact your Carrier Editor administrator to refresh the token and avoid shipping interruptions.
                """))
        #expect(
            stage.words.contains(
                """
                PM. Contact your Carrier Editor administrator to refresh the token before the expiration date to avoid \
                shipping interruptions.
                """))
        let error = try #require(stage.terminal.find("[✗] Error"))
        let warning = try #require(stage.terminal.find("[!] Warning"))
        #expect(error.y < warning.y)
        try await stage.expectSnapshot("alert")
    }

    @Test func `the ISO form of dates is used where it is set`() async throws {
        let stage = try await stage()
        var settings = Settings()
        settings.dateForm = .iso
        try stage.store.save(settings, by: "alice")
        await stage.runEditor()
        await stage.expect("expires on 2024-05-07 12:00:00.")
    }

    @Test func `inactive carriers raise nothing`() async throws {
        let stage = try await stage()
        var carrier = try stage.store.carrier(named: "UPS")
        carrier.isInactive = true
        try stage.store(carrier)
        await stage.runEditor()
        await stage.expect("Carrier Name")
        #expect(!stage.text.contains("Alert"))
    }

    @Test func `OK closes it, and it comes back only when it has become worse`() async throws {
        let stage = try await stage()
        await stage.runEditor()
        await stage.expect("expires on 5/4/2024")
        await stage.press(.enter)
        await stage.expectGone("Alert")
        await stage.expect("expires 6 d")
        await stage.pass(60)
        // The look at the keys that could raise it again has been taken.
        await stage.expect("expires 5 d")
        #expect(!stage.text.contains("Alert"))
        await stage.pass(3 * Self.day)
        await stage.expect("UPS Production access token expired on")
        #expect(!stage.text.contains("UPS Test"))
    }

    @Test func `a key that comes within the limit is told while the program stays open`() async throws {
        let stage = try ScreenStage()
        try await stage.giveKey(try stage.store(.sample("UPS")), .test, seconds: 7 * Self.day + 30)
        await stage.runEditor()
        await stage.expect("valid 7 d")
        await stage.pass(60)
        await stage.expect("UPS Test access token expires on")
        await stage.press(.enter)
        await stage.expect("expires 6 d")
    }

    @Test func `Open Carrier opens the carrier of the chosen line`() async throws {
        let stage = try await stage()
        let west = try stage.store(.sample("West"))
        try await stage.giveKey(west, .test, seconds: 6 * Self.day)
        await stage.runEditor(edit: editor)
        await stage.expect("West Test")
        await stage.press(.down)
        await stage.press(.down)
        await stage.alt("c")
        await stage.expect("the carrier West")
    }

    @Test func `while a carrier opened from the alert is open, the next minutes are looked at, too`()
        async throws
    {
        let stage = try await stage()
        let west = try stage.store(.sample("West"))
        try await stage.giveKey(west, .test, seconds: 7 * Self.day + 90)
        await stage.runEditor(edit: editCarrier)
        await stage.expect("UPS Production")
        await stage.alt("c")
        await stage.expect("Carrier Editor - UPS®")
        await stage.pass(60)
        await stage.pass(60)
        await stage.expect("West Test access token expires")
        await stage.press(.enter)
        await stage.expectGone("West Test access token")
        await stage.pass(3 * Self.day)
        await stage.expect("UPS Production access token expired")
        await stage.alt("c")
        await stage.expectGone("UPS Production access token expired")
        #expect(stage.program.windows.count == 1, "no second editor of one carrier")
    }

    @Test func `a double click on a line opens its carrier`() async throws {
        let stage = try await stage()
        await stage.runEditor(edit: editor)
        await stage.expect("UPS Test")
        await stage.doubleClick("UPS Test access")
        await stage.expect("the carrier UPS")
    }

    @Test func `operators get the alert without Open Carrier`() async throws {
        let stage = try await stage()
        try stage.store.addUser(named: "olga", role: .operator, password: Secret("o"), by: "alice")
        await stage.runEditor()
        await stage.type("olga")
        await stage.press(.tab)
        await stage.type("o")
        await stage.press(.enter)
        await stage.expect("Contact your Carrier Editor administrator")
        #expect(!stage.text.contains("Open Carrier"))
        try await stage.expectSnapshot("alert-operator")
    }

    @Test func `many alerts scroll, with the chosen one in sight`() async throws {
        let stage = try ScreenStage()
        for number in 10..<30 {
            let carrier = try stage.store(.sample("UPS \(number)"))
            try await stage.giveKey(carrier, .test, seconds: 5 * Self.day)
        }
        await stage.runEditor(edit: editor)
        await stage.expect("UPS 10 Test")
        for _ in 1..<20 { await stage.press(.down) }
        await stage.expect("UPS 29 Test")
        await stage.alt("c")
        await stage.expect("the carrier UPS 29")
    }
}
