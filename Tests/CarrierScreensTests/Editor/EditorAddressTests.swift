import CarrierCore
import CarrierScreens
import Foundation
import TerminalKit
import Testing

/// The two addresses: one used for both, copied, taken over from the store.
@Suite struct EditorAddressTests {
    private func edited(_ carrier: Carrier = .sample()) async throws
        -> (stage: ScreenStage, answer: ScreenStage.Answer<Carrier?>)
    {
        let stage = try ScreenStage(120, 60)
        return (stage, await stage.edit(try stage.store(carrier)))
    }

    @Test func `the company's address is shown dimmed while it is used for both`() async throws {
        let (stage, answer) = try await edited()
        let order = try #require(stage.program.topWindow?.focusOrder)
        #expect(order.count { ($0 as? Control)?.name == "City" } == 1)
        await stage.enter("Lowell", in: "City")
        await stage.press(.tab)
        #expect(stage.text.components(separatedBy: "[Lowell").count == 3)
        await stage.press("s", .control)
        try await stage.expectEventually("saving") { answer.value != nil }
        #expect(try stage.stored().shipFromAddress.address == Address())
    }

    @Test func `an address of its own needs fewer fields`() async throws {
        let (stage, answer) = try await edited()
        await stage.alt("f")
        await stage.press(" ", [])
        await stage.press("s", .control)
        await stage.expect("5 fields need attention")
        #expect(answer.value == nil)
        #expect(stage.isFocused("Company Name"))
    }

    @Test func `Copy Address fills the other group, asking where something else stands`() async throws {
        let (stage, answer) = try await edited()
        await stage.click("< Copy Address >")
        await stage.expect("[ ] Use Company Address")
        await stage.focus("Use Company Address")
        await stage.enter("West", in: "Company Name")
        // Now both differ, and both buttons live.
        await stage.alt("y")
        await stage.alt("y")
        await stage.press(.enter)
        await stage.expect("Replace what stands in Company Address?")
        try await stage.expectSnapshot("replace-address")
        await stage.press(.enter)
        await stage.press("s", .control)
        try await stage.expectEventually("saving") { answer.value != nil }
        let carrier = try stage.stored()
        #expect(carrier.companyAddress.companyName == "West")
        #expect(carrier.shipFromAddress.address == carrier.companyAddress)
    }

    @Test func `known addresses are offered and taken over whole`() async throws {
        let stage = try ScreenStage(80, 24)
        var other = Carrier.sample("Other")
        other.companyAddress.companyName = "West Warehouse"
        other.companyAddress.city = "Lowell"
        try stage.store(other)
        await stage.edit(try stage.store(.sample()))
        await stage.focus("…")
        await stage.press(.enter)
        await stage.expect("West Warehouse")
        try await stage.expectSnapshot("addresses")
        await stage.type("lowell")
        await stage.expect("1 found")
        await stage.press(.enter)
        await stage.expectGone("1 found")
        await stage.expect("[West Warehouse")
        await stage.focus("City")
        await stage.expect("▸Lowell")
    }

    @Test func `an address of several lines is pasted over the lines`() async throws {
        let (stage, _) = try await edited()
        await stage.focus("Address")
        await stage.press("a", .control)
        await stage.paste("9 Side St\r\nSuite 5\r\nDock")
        for line in ["9 Side St", "Suite 5", "Dock"] { await stage.expect("[\(line)") }
    }
}
