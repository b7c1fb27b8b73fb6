import CarrierCore
import CarrierScreens
import TerminalKit
import Testing
import UPSSandbox

/// The person at Setup ▸ Adapters, step by step as the procedures go.
extension KeyStage {
    static let success = "The access token was generated successfully."

    /// Starts the program on a store with one carrier and opens Adapters from the menu.
    func openAdapters(_ carrier: Carrier = .withSandboxAccount) async throws {
        let isStored = try stage.store.shipperNumbers().contains { $0.carriers.contains(carrier.name) }
        if !isStored { try stage.store(carrier) }
        await stage.runEditor()
        await openAdaptersFromMenu()
    }

    func openAdaptersFromMenu() async {
        await stage.menu("s", "a")
        await stage.expect("UPS Tracking Adapter")
    }

    /// Opens Edit Configuration of the current adapter at the page Information.
    func openInformation() async {
        await stage.press(.enter)
        await stage.expect("Configuration - UPS Tracking Adapter")
        await stage.alt("i")
        await stage.expect("OAuth Authorization Option")
    }

    func choose(_ option: String, _ endpoint: EndpointType = .test) async {
        await stage.focus("OAuth Authorization Option")
        await stage.type(option)
        await stage.focus("Endpoint Type")
        await stage.press(endpoint == .test ? .right : .left)
    }

    func enterCredentials(
        clientID: String = SandboxConfiguration.Application.demo.clientID,
        secret: String = SandboxConfiguration.Application.demo.clientSecret ?? ""
    ) async {
        await stage.enter(clientID, in: "Client ID")
        await stage.enter(secret, in: "Client Secret")
    }

    /// Presses a button that leads to UPS, signs in there and pastes where that ends.
    func signIn(with button: String) async throws {
        let opened = stage.outside.opened.count
        await stage.focus(button)
        await stage.press(.enter)
        await stage.expect("Waiting for the sign-in to end")
        try await stage.expectEventually("the browser") { stage.outside.opened.count > opened }
        await stage.paste(try await signIn(at: try #require(stage.outside.opened.last)))
        await stage.expect(Self.success)
        await stage.press(.enter)
        await stage.expectGone("Waiting for the sign-in to end")
    }

    /// Maps the sample carrier's account on the page Shippers.
    func mapShipper() async {
        await stage.alt("h")
        await stage.expect("[ ] A1B2C3")
        await stage.focus("Shippers")
        await stage.press(" ")
        await stage.expect("[x] A1B2C3")
    }

    func save() async {
        await stage.press("s", .control)
        await stage.expectGone("Configuration - UPS Tracking Adapter")
    }

    /// Runs maintenance from the row's menu.
    func runMaintenance() async {
        await stage.press(.down, .alt)
        await stage.expect("▌Edit Configuration▐")
        await stage.press(.down)
        await stage.press(.enter)
    }

    /// Waits until the adapter's row in the table says this.
    func expectRow(_ text: String, location: SourceLocation = #_sourceLocation) async {
        let isThere = await stage.terminal.waits { [stage] in
            stage.terminal.lines.contains { $0.contains("▌UPS Tracking Adapter") && $0.contains(text) }
        }
        #expect(isThere, "The row does not say \(text):\n\(stage.text)", sourceLocation: location)
    }

    func adapter() throws -> Adapter { try stage.store.adapter(named: Adapter.upsTracking) }
}

extension Carrier {
    /// With a shipper account that is on the sandbox's UPS.com profile.
    static var withSandboxAccount: Carrier {
        var carrier = sample()
        carrier.accounts = [ShipperAccount(name: "Main", number: "A1B2C3", postalCode: "49525")]
        return carrier
    }
}

extension KeyStage {
    /// Authorizes the UPS Tracking Adapter for Test, by Authorization Code, without the screen.
    func authorizeAdapter(
        _ carrier: Carrier = .withSandboxAccount, mapping shippers: [String] = ["A1B2C3"],
        _ endpoint: EndpointType = .test
    ) async throws {
        let store = stage.store
        if try store.carrierCount() == 0 { try stage.store(carrier) }
        var adapter = try adapter()
        adapter.authorizationOption = .authorizationCode
        let request = try store.authorizationRequest(for: adapter, endpoint: endpoint, by: "alice")
        let attempt = try await stage.desk.authorizer.begin(request)
        let redirect = try await signIn(at: attempt.signInAddress)
        _ = try await stage.desk.authorizer.complete(attempt, address: redirect)
        for number in shippers where try !self.adapter().shippers.contains(number) {
            try store.mapShipper(number, to: Adapter.upsTracking, by: "alice")
        }
    }
}
