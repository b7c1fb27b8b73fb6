import Foundation
import TestSupport
import Testing
import UPSSandbox

@Suite("The UPS Tracking Adapter, authorized, maintained and used, in a real terminal", .serialized)
struct AdapterTests {
    private static let success = "The access token was generated successfully."

    @Test("Authorization Code, by keyboard at 80×24")
    func authorizationCode() async throws {
        let station = try await Self.station()
        let editor = try await Self.openAdapters(station)
        try await Self.mapShipper(editor)
        try await Self.openInformation(editor, option: "Authorization Code")
        try await editor.press("Tab", "Right", "Tab")
        try await editor.wait(for: "▸ Authorize UPS Credentials ◂")
        try await editor.press("Enter")
        try await Self.pasteRedirect(editor, station)
        try await Self.expectDetails(editor)
        try await editor.press("C-s")
        try await Self.maintain(editor)
        try await Self.track(editor)
    }

    @Test("Customer Client Credentials, by keyboard at 80×24")
    func clientCredentials() async throws {
        let station = try await Self.station()
        let editor = try await Self.openAdapters(station)
        try await Self.mapShipper(editor)
        try await Self.openInformation(editor, option: "Customer Client")
        try await editor.press("Tab", "Right", "Tab")
        try await editor.fill(Station.application.clientID, then: "Tab")
        try await editor.fill(try #require(Station.application.clientSecret), then: "Tab")
        try await editor.wait(for: "▸ Verify ◂")
        try await editor.press("Enter")
        try await editor.wait(for: Self.success)
        try await editor.press("Enter")
        try await editor.wait(for: "Status Not Authorized")
        try await editor.press("C-s")
        try await Self.maintain(editor)
        try await Self.track(editor)
    }

    @Test("Customer Authorization Code, by keyboard at 80×24")
    func customerAuthorizationCode() async throws {
        let station = try await Self.station()
        let editor = try await Self.openAdapters(station)
        try await Self.mapShipper(editor)
        try await Self.openInformation(editor, option: "Customer Authorization")
        try await editor.press("Tab", "Right", "Tab")
        try await editor.fill(Station.application.clientID, then: "Tab")
        try await editor.fill(try #require(Station.application.clientSecret), then: "Tab", "Tab")
        try await editor.wait(for: "▸ Authorize ◂")
        try await editor.press("Enter")
        try await Self.pasteRedirect(editor, station)
        try await Self.expectDetails(editor)
        try await editor.press("C-s")
        try await Self.maintain(editor)
        try await Self.track(editor)
    }

    @Test("By mouse at 120×40: the tabs, the sign-in, the row's menu and Track")
    func byMouse() async throws {
        let station = try await Self.station()
        let editor = try await station.editor(columns: 120, rows: 40)
        try await editor.click("Setup")
        try await editor.click("Adapters")
        try await editor.wait(for: "▌UPS Tracking Adapter")
        try await editor.click("Edit Configuration")
        try await editor.wait(for: "Edit Configuration - UPS Tracking Adapter")
        try await editor.click("Shippers")
        try await editor.click("[ ] A1B2C3")
        try await editor.wait(for: "[x] A1B2C3")
        try await editor.click("Information")
        try await editor.click("[Legacy Authentication")
        try await editor.click("Customer Client Credentials")
        try await editor.click("( ) Test")
        try await editor.click("Client ID [")
        try await editor.type(Station.application.clientID)
        try await editor.click("Client Secret [")
        try await editor.type(try #require(Station.application.clientSecret))
        try await editor.click("Verify")
        try await editor.wait(for: Self.success)
        try await editor.click("OK")
        try await editor.click("< Save >")
        try await editor.wait(for: "Need Maintenance")
        try await editor.click("▾")
        try await editor.wait(for: "▌Edit Configuration▐")
        try await editor.click(" Run Maintenance ")
        try await editor.wait(for: "The adapter is Ready.")
        try await editor.click("▸ Close ◂")
        try await editor.wait(for: "Credentials Ready")
        try await editor.click("< Close >")
        // Else the first Track on the screen could be the adapter's name.
        try await editor.wait(until: "the adapters are closed") { screen in
            !screen.contains { $0.contains("UPS Tracking Adapter") }
        }
        try await editor.click("Tools")
        try await editor.click("Track")
        try await editor.wait(for: "Tracking Number")
        try await editor.type("1ZA1B2C30190000026")
        try await editor.click("< Track >")
        try await editor.wait(for: "3 packages")
        try await editor.wait(for: "Louisville")
        try await editor.click("1ZA1B2C30190000240")
        try await editor.wait(until: "the third package has been left behind") { screen in
            !screen.contains { $0.contains("Louisville") }
        }
    }

    // MARK: Steps

    /// The application, and a carrier with a shipper account.
    private static func station() async throws -> Station {
        let station = try await Station()
        try await station.setUp()
        try await station.run([
            "account", "add", "UPS", "--number", "A1B2C3", "--postal-code", "49525", "--country", "US",
        ])
        return station
    }

    private static func openAdapters(_ station: Station) async throws -> TmuxTerminal {
        let editor = try await station.editor()
        try await editor.wait(for: "REST API Test")
        try await editor.press("M-s")
        try await editor.press("a")
        try await editor.wait(for: "▌UPS Tracking Adapter")
        try await editor.press("Enter")
        try await editor.wait(for: "Edit Configuration - UPS Tracking Adapter")
        return editor
    }

    private static func mapShipper(_ editor: TmuxTerminal) async throws {
        try await editor.press("M-h")
        try await editor.wait(for: "[ ] A1B2C3")
        try await editor.press("Tab", "Space")
        try await editor.wait(for: "[x] A1B2C3")
    }

    private static func openInformation(_ editor: TmuxTerminal, option: String) async throws {
        try await editor.press("M-i")
        try await editor.wait(for: "Legacy Authentication")
        try await editor.press("Tab")
        try await editor.type(option)
        try await editor.wait(for: "▸\(option)")
    }

    private static func pasteRedirect(_ editor: TmuxTerminal, _ station: Station) async throws {
        let address = try await editor.signInAddress()
        let redirect = try #require(await station.sandbox.signIn(at: address))
        try await editor.paste(redirect)
        try await editor.wait(for: success)
        try await editor.press("Enter")
    }

    /// The page says at once that the adapter needs maintenance, who authorized it and when.
    private static func expectDetails(_ editor: TmuxTerminal) async throws {
        let screen = try await editor.wait(for: "Status Need Maintenance")
        let pattern = /Date Stamp \(UTC\) [0-9]{1,2}\/[0-9]{1,2}\/[0-9]{4} [0-9]{1,2}:[0-9]{2}:[0-9]{2} [AP]M/
        #expect(screen.contains { $0.contains(/Authorizer [^ │]/) }, "\(screen)")
        #expect(screen.contains { $0.contains(pattern) }, "\(screen)")
    }

    /// From the table through the row's menu to Ready.
    private static func maintain(_ editor: TmuxTerminal) async throws {
        try await editor.wait(until: "the table says Need Maintenance") { screen in
            screen.contains { $0.contains("▌UPS Tracking Adapter") && $0.contains("Need Maintenance") }
        }
        try await editor.press("M-Down")
        try await editor.wait(for: "▌Edit Configuration▐")
        try await editor.press("Down", "Enter")
        try await editor.wait(for: "The adapter is Ready.")
        try await editor.press("Enter")
        try await editor.wait(until: "the table says Ready") { screen in
            screen.contains { $0.contains("▌UPS Tracking Adapter") && $0.contains("Ready") }
        }
    }

    private static func track(_ editor: TmuxTerminal) async throws {
        try await editor.press("Escape")
        try await editor.wait(for: "Carrier Name")
        try await editor.press("M-t")
        try await editor.press("t")
        try await editor.wait(for: "Tracking Number")
        try await editor.fill("1ZA1B2C30390000013", then: "Enter")
        try await editor.wait(for: "Delivered")
        try await editor.wait(for: "Lansing")
    }
}
