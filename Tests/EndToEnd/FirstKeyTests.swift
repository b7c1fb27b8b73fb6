import Foundation
import TestSupport
import Testing
import UPSSandbox

@Suite("From Welcome to the first key, in a real terminal", .serialized)
struct FirstKeyTests {
    @Test(
        "By keyboard at 80×24: application, carrier, addresses, account, key, and all of it after a restart")
    func byKeyboard() async throws {
        let station = try await Station()
        let editor = try await station.editor()
        try await editor.wait(for: "Welcome to Carrier Editor")
        try await editor.press("Enter")

        try await editor.wait(for: "UPS Application")
        try await editor.fill(Station.application.clientID, then: "Tab")
        try await editor.fill(try #require(Station.application.clientSecret), then: "C-s")

        try await editor.wait(for: "Carrier Name*")
        try await editor.type("UPS")
        for _ in 0..<11 { try await editor.press("Tab") }
        try await editor.fill("Ada Outfitters", then: "Tab", "Tab")
        try await editor.fill("Shipping", then: "Tab")
        try await editor.fill("Dock 3", then: "Tab")
        try await editor.fill("7575 Fulton St E", then: "Tab", "Tab", "Tab")
        try await editor.fill("Ada", then: "Tab")
        try await editor.fill("MI", then: "Tab", "Tab")
        try await editor.fill("49355", then: "Tab", "Tab")
        try await editor.fill("6165550100", then: "Tab", "Tab")
        try await editor.type("dock@example.com")

        try await editor.press("M-x")
        try await editor.wait(for: "Account Information")
        try await editor.fill("SalesPad", then: "Tab")
        try await editor.fill("w599y7", then: "Tab")
        try await editor.fill("49525", then: "Enter")
        try await editor.wait(for: "W599Y7")

        try await editor.press("M-k")
        try await editor.wait(for: "▸ Add Key ◂")
        try await editor.press("Enter")
        try await editor.wait(for: "Save this one now?")
        try await editor.press("Enter")
        let address = try await editor.signInAddress()
        let redirect = try #require(await station.sandbox.signIn(at: address))
        try await editor.press("Enter")
        try await editor.wait(for: "Retrieve Authorization Code")
        // As the seed has people copy it: up to the first &.
        try await editor.paste(String(redirect.prefix { $0 != "&" }))
        try await editor.press("Enter")
        try await editor.wait(for: "The access token was generated successfully.")
        try await editor.press("Enter")
        try await editor.wait(for: "valid, 59 days left")
        try await editor.press("M-i")
        let information = try await editor.wait(for: "Refresh Token Expires")
        for label in [
            "Token Type", "Token Status", "Token Issued", "Token Expires", "Token Scope",
            "Refresh Token Status",
            "Refresh Token Issued", "Refresh Token Expires", "Refresh Count",
        ] {
            #expect(information.contains { $0.contains(label) }, "\(label)")
        }
        try await editor.press("Escape")
        try await editor.wait(until: "the window is closed") {
            !$0.contains { $0.contains("Refresh Token Expires") }
        }
        try await editor.press("C-s")
        try await editor.wait(for: "valid 59 d")
        try await editor.press("C-q")
        try await editor.wait(for: "[ended 0]")

        let before = try await station.run(["carrier", "show", "UPS", "--json"]).output
        for text in ["\"city\":\"Ada\"", "\"number\":\"W599Y7\"", "\"name\":\"SalesPad\""] {
            #expect(before.contains(text), "\(text)")
        }
        let again = try await station.editor()
        try await again.wait(for: "valid 59 d")
        try await again.press("Enter")
        try await again.wait(for: "Carrier Editor - UPS®")
        // The button stands below the table of accounts, which comes into sight with it.
        try await again.press("M-x")
        try await again.wait(for: "Account Information")
        try await again.press("Escape")
        try await again.wait(until: "the table of accounts is in sight") { screen in
            screen.contains { $0.contains("SalesPad") && $0.contains("W599Y7") && $0.contains("49525") }
        }
        try await again.press("C-s")
        try await again.wait(for: "valid 59 d")
        try await again.press("C-q")
        try await again.wait(for: "[ended 0]")
        #expect(try await station.run(["carrier", "show", "UPS", "--json"]).output == before)
        let token = try await station.run(["token", "UPS", "--endpoint", "test"])
        #expect(token.lines.count == 1)
    }

    @Test("A stored legacy carrier gets its first key once its API Type is REST API")
    func fromLegacy() async throws {
        let station = try await Station()
        try await station.setUp()
        try await station.run(["carrier", "update", "UPS", "--set", "apiType=legacy"])
        let editor = try await station.editor(columns: 120, rows: 40)
        try await editor.wait(for: "Legacy")
        try await editor.press("Enter")
        try await editor.wait(for: "Carrier Name*")
        #expect(try await editor.screen().contains { $0.contains("< Add Key >") } == false)
        try await editor.click("[Web Services (Legacy)")
        try await editor.click(" REST API ")
        try await editor.press("M-k")
        try await editor.wait(for: "▸ Add Key ◂")
        try await editor.press("Enter")
        let address = try await editor.signInAddress()
        try await editor.paste(try #require(await station.sandbox.signIn(at: address)))
        try await editor.wait(for: "The access token was generated successfully.")
        try await editor.press("Enter")
        try await editor.wait(for: "valid, 59 days left")
        try await editor.press("C-s")
        try await editor.wait(for: "valid 59 d")
        let shown = try await station.run(["carrier", "show", "UPS", "--json"]).output
        #expect(shown.contains("\"apiType\":\"rest\""))
        #expect(try await station.run(["token", "UPS"]).lines.count == 1)
    }

    @Test(
        "By mouse at 120×40: Alt+click on Add Key asks for the address, a wrong one is told, the right one taken"
    )
    func byMouse() async throws {
        let station = try await Station()
        try await station.setUp()
        let editor = try await station.editor(columns: 120, rows: 40)
        try await editor.wait(for: "REST API Test")
        try await editor.click("UPS  REST", times: 2)
        try await editor.wait(for: "Access Token")
        try await editor.click("Add Key", alt: true)
        try await editor.wait(for: "Retrieve Authorization Code")
        try await editor.paste("https://127.0.0.1/upscallback?scope=read")
        // The address behind is for the terminal's own selection, so the mouse is the terminal's here.
        try await editor.press("Enter")
        try await editor.wait(for: "The address has no code.")
        #expect(await station.sandbox.count(.token) == 0)
        try await editor.press("Escape")
        try await editor.wait(until: "the editor is back") {
            $0.contains { $0.contains("Carrier Name*") } && !$0.contains { $0.contains("Retrieve") }
        }
        try await editor.click("Add Key")
        let redirect = try #require(await station.sandbox.signIn(at: try await editor.signInAddress()))
        // A paste into the waiting window is taken at once.
        try await editor.paste(redirect)
        try await editor.wait(for: "The access token was generated successfully.")
        try await editor.press("Enter")
        try await editor.wait(for: "valid, 59 days left")
    }
}
