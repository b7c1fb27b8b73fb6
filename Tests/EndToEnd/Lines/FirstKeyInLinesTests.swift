import Foundation
import TestSupport
import Testing
import UPSSandbox

@Suite("The editor in lines", .serialized)
struct FirstKeyInLinesTests {
    @Test("From Welcome to a key and its information", arguments: LineSession.Wire.allCases)
    func firstKey(_ wire: LineSession.Wire) async throws {
        let station = try await Station()
        let lines = try station.lines(wire)
        try await lines.expect("Welcome to Carrier Editor")
        try await lines.answer("Password (empty): ", "")
        try await lines.answer("Repeat Password (empty): ", "")
        try await lines.answer("Choice (Enter: Set up UPS): ", "")
        try await settings(lines)
        try await newCarrier(lines)
        try await account(lines)
        try await key(lines, station)
        try await lines.answer("Choice (Enter: OK): ", "ok")
        try await lines.expect("Nova; Type UPS; API Type REST API; Endpoint Production; Test key valid")
        try await lines.answer("Choice: ", ".")
        #expect(try await lines.end() == 0)
        lines.expectLinesOnly()
        #expect(!String(decoding: lines.transcript, as: UTF8.self).contains(Self.secret))
        let shown = try await station.run(["carrier", "show", "Nova", "--json"]).output
        #expect(shown.contains("\"city\":\"Ada\"") && shown.contains("A1B2C3"))
    }

    private static let secret = Station.application.clientSecret ?? ""

    private func settings(_ lines: LineSession) async throws {
        try await lines.expect("Settings")
        try await lines.answer("Choice (Enter: OK): ", "UPS App")
        try await lines.answer([
            ("Client ID (empty): ", Station.application.clientID), ("Client Secret (not set): ", Self.secret),
            ("Redirect URI (https://127.0.0.1/upscallback): ", Station.application.redirectURIs[0]),
            ("Use PKCE (yes): ", ""),
            ("Choice (Enter: OK): ", ""),
        ])
    }

    private func newCarrier(_ lines: LineSession) async throws {
        try await lines.expect("Carrier Editor - UPS®")
        // OK at once tells what is missing and asks for just that.
        try await lines.answer("Choice (Enter: OK): ", "")
        try await lines.expect("10 fields need attention")
        try await lines.expect("General")
        try await lines.expect("Carrier Name is required.")
        try await lines.answer("Carrier Name, required (empty): ", String(repeating: "n", count: 51))
        try await lines.expect("At most 50 characters, and these are 51.")
        try await lines.expect("1 to 50 characters; no two carriers share a name.")
        try await lines.answer("Carrier Name, required (empty): ", "Nova")
        try await lines.expect("Company Address")
        try await lines.answer([
            ("Company Name, required (empty): ", "Ada Outfitters"), ("Title, required (empty): ", "Shipping"),
            ("Attention, required (empty): ", "Dock 3"), ("Address, required (empty): ", "7575 Fulton St E"),
            ("City, required (empty): ", "Ada"), ("State, required (empty): ", "?"),
        ])
        try await lines.expect("two letters in US, CA, PR and VI")
        try await lines.answer([
            ("State, required (empty): ", "MI"), ("Zip, required (empty): ", "49355"),
            ("Phone, required (empty): ", "6165550100"),
            ("Email, required (empty): ", "not an address"),
        ])
        try await lines.expect("Email")
        try await lines.answer("Email, required (not an address): ", "dock@example.com")
    }

    private func account(_ lines: LineSession) async throws {
        try await lines.answer("Choice (Enter: OK): ", "Shipper")
        try await lines.expect("No shipper accounts yet.")
        try await lines.answer("Choice: ", "Add")
        try await lines.answer([
            ("Account Name (empty): ", "Main"), ("Shipper Number, required (empty): ", "a1b2c3"),
        ])
        try await lines.expect("Shipper Number: A1B2C3")
        try await lines.answer([
            ("Postal Code, required (empty): ", "49355"), ("Country Code, required (US): ", ""),
            ("Account has generated an invoice in the last 90 days (no): ", "y"),
            ("Choice (Enter: OK): ", ""),
        ])
        try await lines.expect("Main; Shipper Number A1B2C3; Postal Code 49355; Country Code US; Default yes")
        try await lines.answer("Choice: ", ".")
    }

    private func key(_ lines: LineSession, _ station: Station) async throws {
        try await lines.answer("Choice (Enter: OK): ", "REST")
        try await lines.expect("Test: Access Token none")
        try await lines.answer("Authorization Method (Authorization Code): ", "")
        try await lines.answer("Choice: ", "Test: Add Key")
        try await lines.answer("Choice (Enter: Save): ", "")
        let shown = try await lines.signInAddress()
        let address = await station.sandbox.signIn(at: shown)
        try await lines.expect("After successful UPS web login")
        try await lines.answer("(empty): ", "https://example.com/?code=x")
        try await lines.answer("Choice (Enter: OK): ", "")
        try await lines.expect("(https://example.com/?code=x): ")
        try lines.enter(try #require(address))
        try await lines.answer("Choice (Enter: OK): ", "")
        try await lines.expect("Getting the access token from UPS. Wait")
        try await lines.expect("Ended: Getting the access token from UPS.")
        try await lines.expect("The access token was generated successfully.")
        try await lines.answer("Enter: OK ", "")
        try await lines.expect("Test: Access Token set, valid")
        try await lines.answer("Choice: ", "Test: Key")
        try await lines.expect("Token Type: Bearer")
        try await lines.expect("Refresh Token Expires: ")
        try await lines.answer("Choice (Enter: Cancel): ", "")
        try await lines.answer("Choice: ", ".")
    }
}
