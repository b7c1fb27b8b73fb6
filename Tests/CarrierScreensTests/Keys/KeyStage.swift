import CarrierCore
import CarrierScreens
import Foundation
import Logging
import TerminalKit
import Testing
import UPSSandbox

/// A stage whose UPS is two sandboxes on loopback, one for each endpoint, and a person with a browser.
struct KeyStage {
    let stage: ScreenStage
    let test: UPSSandbox
    let production: UPSSandbox
    let browser = CurlClient(options: CurlOptions(), log: Logger(label: "browser"))

    /// - Parameter redirectURI: of the installation's app, which both sandboxes know.
    static func with(
        _ width: Int = 120, _ height: Int = 60, redirectURI: String = AuthorizationRequest.usualRedirectURI,
        user: User = User(name: "alice", role: .administrator), hasApplication: Bool = true,
        _ body: (KeyStage) async throws -> Void
    ) async throws {
        var configuration = SandboxConfiguration()
        let start = Date(timeIntervalSince1970: Double(ScreenStage.start) / 1000)
        configuration.clock = { start }
        configuration.applications[0].redirectURIs.append(redirectURI)
        let test = UPSSandbox(configuration)
        let production = UPSSandbox(configuration)
        try await test.start()
        try await production.start()
        let servers = UPSServers(test: await test.address, production: await production.address)
        let http = CurlClient(options: CurlOptions(), log: Logger(label: "test"))
        let stage = try ScreenStage(width, height, user: user, http: http, servers: servers)
        let app = SandboxConfiguration.Application.demo
        if hasApplication {
            try stage.store.save(
                UPSApplication(clientID: app.clientID, redirectURI: redirectURI),
                secret: .set(Secret(app.clientSecret ?? "")), by: "alice")
        }
        let keys = KeyStage(stage: stage, test: test, production: production)
        do {
            try await body(keys)
        } catch {
            await keys.end()
            throw error
        }
        await keys.end()
    }

    private func end() async {
        stage.terminal.hangUp()
        await stage.terminal.settle()
        await test.stop()
        await production.stop()
    }

    // MARK: The person

    /// Opens the editor and begins the sign-in for a Test key; its address.
    func beginSignIn(_ modifiers: Modifiers = []) async throws -> String {
        await stage.edit(try stage.store(.sample()))
        return try await pressAddKey(modifiers)
    }

    func pressAddKey(_ modifiers: Modifiers = []) async throws -> String {
        let opened = stage.outside.opened.count
        await stage.focus("Add Key")
        await stage.press(.enter, modifiers)
        await stage.expect(
            modifiers.contains(.alt) ? "Retrieve Authorization Code" : "Waiting for the sign-in to end")
        try await stage.expectEventually("the browser") { stage.outside.opened.count > opened }
        return try #require(stage.outside.opened.last)
    }

    /// What the browser does with a sign-in address: follows it to the form, signs in, agrees; where that
    /// leads.
    func signIn(at address: String, decline: Bool = false) async throws -> String {
        let page = try await browser.send(HTTPRequest(.get, address, timeout: 10_000))
        let form = try #require(page.headers["location"])
        let answer = try await browser.send(
            HTTPRequest(
                .post, form, headers: [("Content-Type", Secret("application/x-www-form-urlencoded"))],
                body: Secret(decline ? "decline=on" : "username=demo&password=demo-password&agree=on"),
                timeout: 10_000))
        return try #require(answer.headers["location"])
    }

    /// Follows the redirect to the listener, once it listens.
    func follow(_ address: String) async throws {
        let deadline = ContinuousClock.now + .seconds(20)
        while true {
            do {
                _ = try await browser.send(HTTPRequest(.get, address, timeout: 10_000))
                return
            } catch {
                guard error.stage == .notSent, ContinuousClock.now < deadline else { throw error }
                await Task.yield()
            }
        }
    }

    func grant(_ endpoint: EndpointType = .test) throws -> Grant? {
        let id = try #require(try stage.stored().id)
        return try stage.store.grant(of: KeyOwner(.carrier, id: id), endpoint: endpoint)
    }

    /// The rows in which an address stands.
    func rows(of address: String) throws -> Range<Int> {
        let first = try #require(stage.terminal.find("http://127.0.0.1"))
        let width = stage.terminal.size.width
        return first.y..<first.y + (address.count + width - 1) / width
    }
}
