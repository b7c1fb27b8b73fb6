import CarrierCore
import CarrierScreens
import TerminalKit
import Testing

/// The table of shipper accounts and the window Shipper Account.
@Suite struct ShipperAccountTests {
    private func edited(_ width: Int = 120, _ height: Int = 60) async throws
        -> (stage: ScreenStage, answer: ScreenStage.Answer<Carrier?>)
    {
        let stage = try ScreenStage(width, height)
        return (stage, await stage.edit(try stage.store(.sample())))
    }

    private func saved(_ stage: ScreenStage, _ answer: ScreenStage.Answer<Carrier?>) async throws
        -> [ShipperAccount]
    {
        await stage.press("s", .control)
        try await stage.expectEventually("saving") { answer.value != nil }
        return try stage.stored().accounts
    }

    @Test func `Enter in the empty table adds the first account, and does not save the form`() async throws {
        let stage = try ScreenStage(120, 60)
        var carrier = Carrier.sample()
        carrier.accounts = []
        let answer = await stage.edit(try stage.store(carrier))
        await stage.focus("Add Existing Shipping Account")
        await stage.press(.tab, .shift)
        #expect(stage.keyBar.contains("Enter Add"))
        await stage.press(.enter)
        await stage.expect("Account Information")
        await stage.press(.escape)
        await stage.expectGone("Account Information")
        #expect(answer.value == nil)
        #expect(stage.text.contains("Carrier Editor - UPS®"))
    }

    @Test func `an account is added by keyboard, its number in upper case`() async throws {
        let (stage, answer) = try await edited(120, 60)
        await stage.focus("Add Existing Shipping Account")
        await stage.press(.enter)
        await stage.expect("Account Information")
        #expect(stage.isFocused("Account Name"))
        try await stage.expectSnapshot("shipper-account")
        await stage.type("West")
        await stage.press(.tab)
        await stage.type("a1b2c3")
        await stage.press(.tab)
        await stage.type("49301")
        await stage.press(.tab)
        #expect(stage.text.contains("▸US "))
        await stage.press(.tab)
        await stage.press(" ")
        await stage.press(.enter)
        await stage.expect("A1B2C3")
        let accounts = try await saved(stage, answer)
        #expect(accounts.map(\.number) == ["W599Y7", "A1B2C3"])
        #expect(accounts[1].name == "West" && accounts[1].hasRecentInvoice && accounts[0].isDefault)
    }

    @Test(arguments: [
        ("Shipper Number", "A1B2C", "exactly 6 letters or digits"), ("Shipper Number", "", "is required"),
        ("Shipper Number", "W599Y7", "is in this carrier already"), ("Postal Code", "", "is required"),
        ("Country Code", "U", "two letters"),
    ])
    func `a wrong account is refused beside its field`(name: String, text: String, message: String)
        async throws
    {
        let (stage, _) = try await edited()
        await stage.click("Add Existing Shipping Account")
        await stage.enter("A1B2C3", in: "Shipper Number")
        await stage.enter("49301", in: "Postal Code")
        await stage.enter(text, in: name)
        await stage.press("s", .control)
        await stage.expect(message)
        await stage.expect("1 field needs attention")
        #expect(stage.isFocused(name))
    }

    @Test(arguments: [("Account Name", 35), ("Shipper Number", 6), ("Postal Code", 9), ("Country Code", 2)])
    func `its fields take their limits and no more`(name: String, limit: Int) async throws {
        let (stage, _) = try await edited()
        await stage.click("Add Existing Shipping Account")
        await stage.focus(name)
        await stage.press("a", .control)
        await stage.paste(String(repeating: "A", count: limit + 1))
        await stage.expect("At most \(limit)")
    }

    @Test func `Esc in the window asks before it throws away what was typed`() async throws {
        let (stage, _) = try await edited()
        await stage.click("Add Existing Shipping Account")
        await stage.type("West")
        await stage.press(.escape)
        await stage.expect("Account Name: (empty) → West")
        await stage.press(.enter)
        #expect(stage.text.contains("Account Information"))
        await stage.press(.escape)
        await stage.alt("d")
        await stage.expectGone("Account Information")
    }

    @Test func `the default moves, accounts change and go, by mouse`() async throws {
        let (stage, answer) = try await edited()
        await stage.click("Add Existing Shipping Account")
        await stage.enter("A1B2C3", in: "Shipper Number")
        await stage.enter("49301", in: "Postal Code")
        await stage.click("< OK >")
        await stage.click("A1B2C3")
        await stage.click("< Set Default >")
        await stage.doubleClick("A1B2C3")
        await stage.expect("Account Information")
        await stage.enter("West", in: "Account Name")
        await stage.press(.enter)
        await stage.click("W599Y7")
        await stage.click("< Remove >")
        await stage.expect("Remove the shipper account W599Y7")
        await stage.choose("Remove")
        await stage.expectGone("W599Y7")
        let accounts = try await saved(stage, answer)
        #expect(accounts.map(\.number) == ["A1B2C3"])
        #expect(accounts[0].isDefault && accounts[0].name == "West")
    }

    @Test func `without accounts only adding is possible`() async throws {
        let stage = try ScreenStage(120, 60)
        await stage.edit()
        await stage.expect("No shipper accounts yet.")
        let captions = stage.program.topWindow?.focusOrder.compactMap { ($0 as? Button)?.caption.text } ?? []
        #expect(captions.contains("Add Existing Shipping Account"))
        #expect(!captions.contains("Set Default") && !captions.contains("Edit"))
    }
}
