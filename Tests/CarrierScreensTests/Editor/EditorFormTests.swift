import CarrierCore
import CarrierScreens
import TerminalKit
import Testing

/// The form of the Carrier Editor: its fields, limits and defaults, by keyboard and mouse.
@Suite struct EditorFormTests {
    /// High enough to show the whole form at once.
    private func tallStage() throws -> ScreenStage { try ScreenStage(120, 60) }

    @Test func `the editor shows its groups from the top`() async throws {
        let stage = try ScreenStage(80, 24)
        await stage.edit(try stage.store(.sample()))
        try await stage.expectSnapshot("editor-top")
    }

    @Test func `the editor shows its groups down to the end`() async throws {
        let stage = try ScreenStage(80, 24)
        await stage.edit(try stage.store(.sample()))
        for _ in 0..<6 { await stage.press(.pageDown) }
        try await stage.expectSnapshot("editor-end")
    }

    @Test func `two columns stand from 110 columns on`() async throws {
        for (width, isSplit) in [(109, false), (110, true)] {
            let stage = try ScreenStage(width, 40)
            await stage.edit()
            let general = try #require(stage.terminal.find("General"))
            let adjustment = try #require(stage.terminal.find("Rate Adjustment"))
            #expect((general.y == adjustment.y) == isSplit)
        }
    }

    @Test func `a new carrier begins with the defaults, the focus in Carrier Name`() async throws {
        let stage = try tallStage()
        let answer = await stage.edit()
        #expect(stage.isFocused("Carrier Name"))
        for text in [
            "[List ", "[LBS ", "[IN ", " 0 ]", " 0.00 ]", "[Nearest ", "[2 ▾]", "(•) Production",
            "[REST API ",
            "[00 Rates", "[01 Daily Pickup", "[x] Import Customs Lines", "[ ] Paperless", "[ZPL 4×6 ",
            "[x] Use Company",
            "[US ]", "[Authorization Code ",
        ] {
            #expect(stage.text.contains(text), "\(text)")
        }
        await stage.press(.escape)
        try await stage.expectEventually("closing without a question") { answer.value != nil }
        #expect(answer.value == .some(nil))
    }

    @Test func `everything can be entered by keyboard, and OK stores it`() async throws {
        let stage = try tallStage()
        stage.outside.reports = ["invoice.rpt", "packing.rpt"]
        var settings = try stage.store.settings()
        settings.reportsFolder = "/reports"
        try stage.store.save(settings, by: "alice")
        let answer = await stage.edit()
        await stage.type("UPS")
        for (name, letters) in [
            ("Write Back Rate", "A"), ("Default Weight UoM", "K"), ("Default Dimension UoM", "C"),
            ("Rounding Option", "D"), ("Decimal Places", "3"), ("Customer Classification", "53"),
            ("Default Pickup Type", "19"), ("Default Label", "EPL 4×8"),
        ] {
            await stage.focus(name)
            await stage.type(letters)
        }
        for name in [
            "Is Inactive", "Auto Create Return Shipment", "Import Customs Lines",
            "Send Extended Reference Fields to UPS", "Paperless Commercial Invoice", "Custom Reports",
            "Restricted Services",
        ] {
            await stage.focus(name)
            await stage.press(" ", [])
        }
        await stage.focus("Endpoint Type")
        await stage.press(.right)
        await stage.enter("-12.5", in: "Markup Percent")
        await stage.enter("1.25", in: "Markup Amount")
        await stage.enter("Zebra", in: "Default Printer")
        await fillAddress(stage)
        await stage.press("s", .control)
        try await stage.expectEventually("saving") { answer.value != nil }

        let carrier = try stage.stored()
        #expect(carrier == answer.value)
        #expect(carrier.writeBackRate == .account && carrier.weightUnit == .kilograms)
        #expect(
            carrier.dimensionUnit == .centimeters && carrier.isInactive && carrier.autoCreateReturnShipment)
        #expect(carrier.customReports == ["invoice.rpt"] && carrier.restrictedServices == [.nextDayAir])
        #expect(carrier.rateAdjustment.markupPercent == DecimalNumber(text: "-12.5"))
        #expect(carrier.rateAdjustment.markupAmount == DecimalNumber(text: "1.25"))
        #expect(carrier.rateAdjustment.rounding == .down && carrier.rateAdjustment.decimalPlaces == 3)
        #expect(carrier.defaultPrinter == "Zebra" && carrier.endpoint == .test)
        #expect(carrier.customerClassification == .standardList && carrier.pickupType == .letterCenter)
        #expect(!carrier.importCustomsLines && carrier.sendExtendedReferenceFields)
        #expect(carrier.paperlessCommercialInvoice && carrier.defaultLabel == .epl4x8)
        #expect(carrier.companyAddress.addressLine3 == "Dock 3" && carrier.companyAddress.isResidential)
        #expect(carrier.companyAddress.taxID == "12-3456789" && carrier.companyAddress.fax == "616-555-0101")
        #expect(carrier.shipFromAddress.useCompanyAddress && carrier.shipFromAddress.address == Address())
    }

    /// The Company Address, whose fields come first in the order of the focus.
    private func fillAddress(_ stage: ScreenStage) async {
        await stage.alt("g")
        for (name, text) in [
            ("Company Name", "Ada Warehouse"), ("Title", "Shipping"), ("Attention", "Grace"),
            ("Address", "1 Main St"),
            ("Address line 2", "Floor 2"), ("Address line 3", "Dock 3"), ("City", "Ada"), ("State", "MI"),
            ("Zip", "49301"),
        ] {
            await stage.enter(text, in: name)
        }
        await stage.focus("Is Residential")
        await stage.press(" ", [])
        for (name, text) in [
            ("Phone", "616-555-0100"), ("Fax", "616-555-0101"), ("Email", "ship@example.com"),
            ("Tax ID Number", "12-3456789"),
        ] {
            await stage.enter(text, in: name)
        }
    }

    @Test(arguments: [
        ("Carrier Name", 50), ("Default Printer", 127), ("Company Name", 35), ("Title", 35),
        ("Attention", 35),
        ("Address", 35), ("Address line 2", 35), ("Address line 3", 35), ("City", 30), ("State", 5),
        ("Country", 2),
        ("Zip", 9), ("Phone", 15), ("Fax", 14), ("Email", 50), ("Tax ID Number", 15),
    ])
    func `a text field takes its limit and not one character more`(name: String, limit: Int) async throws {
        let stage = try tallStage()
        await stage.edit()
        await stage.focus(name)
        await stage.press("a", .control)
        await stage.paste(String(repeating: "7", count: limit))
        #expect(!stage.text.contains("At most"))
        await stage.type("8")
        await stage.expect("At most \(limit)")
        let field = try #require(stage.program.topWindow?.focused as? TextField)
        #expect(field.text == String(repeating: "7", count: limit))
    }

    @Test(arguments: [
        ("Markup Percent", ["-100", "1000"], ["-100.01", "1000.01", "1e3", "", "1.23456"]),
        ("Markup Amount", ["-99999.99", "99999.99"], ["-100000", "100000", "12,50", "x"]),
    ])
    func `numbers are checked when left, and the focus is not held`(
        name: String, right: [String], wrong: [String]
    ) async throws {
        let stage = try tallStage()
        await stage.edit(.sample())
        for text in right {
            await stage.enter(text, in: name)
            await stage.press(.tab)
            #expect(!stage.text.contains("✗"), "\(text)")
            await stage.press(.tab, .shift)
        }
        for text in wrong {
            await stage.enter(text, in: name)
            await stage.press(.tab)
            await stage.expect("✗ \(name)")
            #expect(!stage.isFocused(name))
            await stage.press(.tab, .shift)
        }
    }

    @Test(arguments: [
        ("State", "M1", "State is two letters"), ("Country", "1U", "Country is two letters"),
        ("Zip", "49_01", "Zip is made of"), ("Phone", "12", "Phone needs at least five"),
        ("Fax", "abc", "Fax needs at least five"), ("Email", "ship@", "Email looks like"),
        ("City", "", "City is required"), ("Carrier Name", " ", "Carrier Name is required"),
    ])
    func `a wrong value is told beside its field`(name: String, text: String, message: String) async throws {
        let stage = try tallStage()
        await stage.edit(.sample())
        await stage.enter(text, in: name)
        await stage.press(.tab)
        await stage.expect(message)
        await stage.press(.tab, .shift)
        #expect(stage.isFocused(name))
    }

    @Test func `the customer methods and web services look so`() async throws {
        let stage = try ScreenStage(80, 24)
        var carrier = Carrier.sample()
        carrier.authorizationMethod = .customerAuthorizationCode
        await stage.edit(try stage.store(carrier))
        await stage.focus("Redirect URI")
        try await stage.expectSnapshot("editor-customer")
        await stage.focus("API Type")
        await stage.type("W")
        try await stage.expectSnapshot("editor-legacy")
    }

    @Test func `web services say what has become of them, and REST API reveals its group`() async throws {
        let stage = try tallStage()
        await stage.edit(.sample())
        await stage.focus("API Type")
        await stage.type("W")
        await stage.expect("UPS has accepted no access")
        #expect(!stage.text.contains("Authorization Method"))
        await stage.pass(2)
        await stage.type("R")
        await stage.expect("Authorization Method")
        #expect(!stage.text.contains("UPS has accepted"))
    }

    @Test func `the customer methods ask for the customer's app`() async throws {
        let stage = try tallStage()
        await stage.edit(.sample())
        #expect(!stage.text.contains("Client ID"))
        await stage.focus("Authorization Method")
        await stage.press(.down)
        await stage.press(.down)
        await stage.press(.enter)
        await stage.expect("Client ID")
        await stage.expect("Client Secret")
        #expect(!stage.text.contains("Redirect URI"))
        await stage.press(.down)
        await stage.press(.end)
        await stage.press(.enter)
        await stage.expect("Redirect URI")
    }

    @Test func `a stored client secret is removed with OK, or kept`() async throws {
        let stage = try ScreenStage(120, 60)
        var carrier = Carrier.sample()
        carrier.authorizationMethod = .customerAuthorizationCode
        carrier.customerClientID = "my-app"
        let saved = try stage.store.save(carrier, customerSecret: .set(Secret("hush")), by: "alice")
        let id = try #require(saved.id)
        await stage.edit(saved)
        await stage.focus("Remove Secret")
        await stage.press(.enter)
        await stage.expect("removed when saved")
        try await stage.expectSnapshot("editor-secret")
        await stage.focus("Keep Secret")
        await stage.press(.enter)
        await stage.expect("set; type to replace it")
        // Another client id does not inherit it; the old one has it still.
        await stage.enter("other-app", in: "Client ID")
        await stage.expect("Client Secret [not set")
        await stage.enter("my-app", in: "Client ID")
        await stage.expect("set; type to replace it")
        await stage.focus("Remove Secret")
        await stage.press(.enter)
        await stage.press(.escape)
        await stage.expect("Client Secret: set → (empty)")
        await stage.press(.escape)
        await stage.expectGone("Discard changes?")
        await stage.press("s", .control)
        await stage.expectGone("Carrier Editor - UPS")
        #expect(try stage.store.customerSecret(carrierID: id) == nil)
    }

    @Test func `a client secret is masked, sealed, and then only said to be set`() async throws {
        let stage = try tallStage()
        var carrier = Carrier.sample()
        carrier.authorizationMethod = .customerClientCredentials
        let answer = await stage.edit(try stage.store(carrier))
        await stage.enter("id-1", in: "Client ID")
        await stage.enter("hush-hush", in: "Client Secret")
        #expect(!stage.text.contains("hush"))
        await stage.press("s", .control)
        try await stage.expectEventually("saving") { answer.value != nil }
        let id = try #require(try stage.stored().id)
        #expect(try stage.store.customerSecret(carrierID: id) == Secret("hush-hush"))

        let next = try ScreenStage(120, 60)
        var copy = try stage.stored()
        (copy.id, copy.version) = (nil, 0)
        await next.edit(try next.store.save(copy, customerSecret: .set(Secret("hush-hush")), by: "alice"))
        await next.expect("Client Secret [set")
        #expect(!next.text.contains("hush"))
    }

    @Test(arguments: [80, 110, 120])
    func `every service can be read whole`(width: Int) async throws {
        let stage = try ScreenStage(width, 40)
        await stage.edit(try stage.store(.sample()))
        await stage.focus("Restricted Services")
        for service in Service.allCases {
            await stage.expect("\(service.code) \(service.title)")
            await stage.press(.down)
        }
    }

    @Test func `the frame says which carrier it is`() async throws {
        let stage = try ScreenStage(80, 24)
        await stage.edit(try stage.store(.sample("Warehouse East")))
        #expect(stage.terminal.lines[0].hasSuffix(" Warehouse East ─[■]─┐"))
        await stage.press(.escape)
        let empty = try ScreenStage(80, 24)
        await empty.edit()
        #expect(empty.terminal.lines[0].hasSuffix(" New Carrier ─[■]─┐"))
    }

    @Test func `restricted services explain themselves`() async throws {
        let stage = try tallStage()
        await stage.edit()
        await stage.click("< ? >")
        await stage.expect("Services that must not be used with this carrier")
        try await stage.expectSnapshot("restricted-services")
    }

    @Test func `every field has help on F1`() async throws {
        let stage = try tallStage()
        await stage.edit(.sample())
        var seen: Set<ObjectIdentifier> = []
        while let view = stage.program.topWindow?.focused, seen.insert(ObjectIdentifier(view)).inserted {
            if view is Control { #expect(view.help?.isEmpty == false) }
            await stage.press(.tab)
        }
        await stage.focus("Carrier Name")
        await stage.press(.function(1))
        await stage.expect("1 to 50 characters")
        try await stage.expectSnapshot("field-help")
    }

    @Test func `a printer is chosen from the system's, or cleared`() async throws {
        let stage = try tallStage()
        let answer = await stage.edit(try stage.store(.sample()))
        await stage.focus("Default Printer")
        await stage.press(.down)
        await stage.press(.enter)
        await stage.expect("Zebra ZP450")
        await stage.click("✕")
        #expect(!stage.text.contains("Zebra"))
        let mark = try #require(stage.terminal.find("▾ ✕"))
        stage.terminal.click(mark)
        await stage.expect("Zebra ZP450")
        await stage.press(.enter)
        await stage.press("s", .control)
        try await stage.expectEventually("saving") { answer.value != nil }
        #expect(try stage.stored().defaultPrinter == "Zebra ZP450")
    }

    @Test func `the mouse reaches everything`() async throws {
        let stage = try tallStage()
        let answer = await stage.edit(try stage.store(.sample()))
        await stage.click("Is Inactive")
        await stage.expect("[x] Is Inactive")
        await stage.click("( ) Test")
        await stage.click("[ZPL 4×6")
        await stage.click("PNG")
        await stage.click("02 2nd Day Air")
        await stage.click("< OK >")
        try await stage.expectEventually("saving") { answer.value != nil }
        let carrier = try stage.stored()
        #expect(carrier.isInactive && carrier.endpoint == .test && carrier.defaultLabel == .png)
        #expect(carrier.restrictedServices == [.secondDayAir])
    }

    @Test func `reports no longer in the folder stay until they are taken off`() async throws {
        let stage = try tallStage()
        var carrier = Carrier.sample()
        carrier.customReports = ["old.rpt"]
        await stage.edit(try stage.store(carrier))
        await stage.expect("[x] old.rpt (not in the")
    }
}
