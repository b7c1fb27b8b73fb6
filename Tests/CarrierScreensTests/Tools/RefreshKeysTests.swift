import CarrierCore
import CarrierScreens
import TerminalKit
import Testing
import UPSSandbox

/// Tools ▸ Refresh Keys, against a UPS of our own and against one that takes its time.
@Suite(.serialized) struct RefreshKeysTests {
    @Test func `it lists the keys that are due, or all`() async throws {
        let stage = try ScreenStage()
        try await stage.giveKey(stage.store(.sample()), .production, seconds: 3 * 86_400)
        try await stage.giveKey(stage.store(.sample("UPS Returns")), .test, seconds: 58 * 86_400)
        await stage.openRefreshKeys()
        await stage.expect("expires 3 d")
        #expect(!stage.text.contains("58 d"))
        try await stage.expectSnapshot("refresh-keys")
        await stage.alt("k")
        await stage.press(.right)
        await stage.expect("valid 58 d")
    }

    @Test func `without a key that is due there is nothing to press`() async throws {
        let stage = try ScreenStage()
        try await stage.giveKey(stage.store(.sample()), .production, seconds: 58 * 86_400)
        await stage.openRefreshKeys()
        await stage.expect("No key ends within 7 days. All lists every key.")
        await stage.alt("r")
        #expect(!stage.text.contains("Renewed"))
        try await stage.expectSnapshot("refresh-keys-none")
        await stage.press(.function(1))
        await stage.expect("Keys of client credentials renew themselves")
    }

    @Test func `all keys of carriers and adapters are renewed`() async throws {
        try await KeyStage.with(80, 24) { keys in
            let stage = keys.stage
            try await keys.addKeys(["UPS", "UPS Returns"])
            try await keys.authorizeAdapter(mapping: [])
            await stage.openRefreshKeys()
            await stage.chooseAll()
            await stage.alt("r")
            await stage.expect("Renewed: 5 of 5.")
            #expect(try stage.store.grants().allSatisfy { $0.grant.generation == 2 })
            #expect(await keys.test.count(.refresh) == 3)
            #expect(await keys.production.count(.refresh) == 2)
            try await stage.expectSnapshot("refresh-keys-done")
            // Nothing is left to renew.
            await stage.alt("r")
            #expect(await keys.test.count(.refresh) == 3)
        }
    }

    @Test func `a key that fails is told in words, and tried again alone`() async throws {
        try await KeyStage.with(80, 24) { keys in
            let stage = keys.stage
            try await keys.addKeys(["UPS", "UPS Returns"])
            await keys.production.setFault(SandboxFault(.gatewayPage, on: [.refresh]))
            await keys.test.revokeGrants(ofUser: "demo")
            await stage.openRefreshKeys()
            await stage.chooseAll()
            await stage.alt("r")
            // Each of UPS's refusals to serve is met with three tries, with pauses between.
            await stage.expect("Renewed: 0 of 4. Not renewed: 4; choose a line to read why.")
            await stage.expect("sign in")
            await stage.click("UPS Returns")
            await stage.expect("Add Key")
            try await stage.expectSnapshot("refresh-keys-failed")
            await keys.production.clearFaults()
            let before = await keys.test.count(.refresh)
            await stage.alt("r")
            await stage.expect("Renewed: 2 of 4.")
            // A key that UPS has refused is not sent again.
            #expect(await keys.test.count(.refresh) == before)
        }
    }

    @Test func `Cancel begins no further key and loses none`() async throws {
        let gate = GatedUPS()
        let stage = try ScreenStage(http: gate)
        let count = Renewals.atOncePerHost + 4
        for number in 1...count {
            try await stage.giveKey(
                stage.store(.sample("UPS \(number)")), .production, seconds: 58 * 86_400)
        }
        await stage.openRefreshKeys()
        await stage.chooseAll()
        await stage.alt("r")
        try await stage.expectEventually("the calls") { gate.waiting == Renewals.atOncePerHost }
        await stage.expect("0 of \(count)")
        await stage.expect("Asking UPS… 0 s")
        await stage.pass(3)
        await stage.expect("Asking UPS… 3 s")
        #expect(stage.terminal.lines.contains { $0.contains("▌UPS 1 ") })
        try await stage.expectSnapshot("refresh-keys-under-way")
        await stage.press(.escape)
        await stage.expect("Finishing what has begun")
        gate.open()
        await stage.expect("Renewed: \(Renewals.atOncePerHost) of \(count). Not begun: 4.")
        let grants = try stage.store.grants().map(\.grant)
        #expect(grants.count { $0.generation == 2 } == Renewals.atOncePerHost)
        #expect(grants.allSatisfy { $0.condition == .good })
        await stage.alt("r")
        await stage.expect("Renewed: 4 of 4.")
        #expect(try stage.store.grants().allSatisfy { $0.grant.generation == 2 })
        await stage.press(.escape)
        await stage.expectGone("Refresh Keys")
    }

    @Test func `keys that nobody uses are left out, as refresh leaves them out`() async throws {
        let stage = try ScreenStage()
        var idle = try stage.store(.sample("Idle"))
        try await stage.giveKey(idle, .production, seconds: 3 * 86_400)
        idle.isInactive = true
        try stage.store(idle)
        await stage.openRefreshKeys()
        await stage.expect("There is no key in use.")
        try await stage.giveKey(stage.store(.sample("Busy")), .production, seconds: 58 * 86_400)
        await stage.alt("k")
        await stage.press(.right)
        await stage.expect("Busy")
        #expect(!stage.text.contains("Idle"))
    }

    @Test func `quitting waits for the keys that have begun`() async throws {
        let gate = GatedUPS()
        let stage = try ScreenStage(http: gate)
        try await stage.giveKey(stage.store(.sample()), .production, seconds: 3 * 86_400)
        let outcome = await stage.openRefreshKeys()
        await stage.alt("r")
        try await stage.expectEventually("the call") { gate.waiting == 1 }
        await stage.press("q", .control)
        await stage.expect("Finishing what has begun")
        #expect(outcome.value == nil)
        gate.open()
        try await stage.expectEventually("the end") { outcome.value == .quit }
        let grant = try #require(try stage.store.grants().first?.grant)
        #expect(grant.generation == 2)
        #expect(grant.condition == .good)
    }

    @Test func `operators see that it is for administrators`() async throws {
        let stage = try ScreenStage()
        try stage.store.addUser(named: "olga", role: .operator, password: Secret("o"), by: "alice")
        await stage.runEditor()
        await stage.expect("Login")
        await stage.type("olga")
        await stage.press(.tab)
        await stage.type("o")
        await stage.press(.enter)
        await stage.expect("olga · Operator")
        await stage.alt("t")
        await stage.expect("Refresh Keys  administrators only")
        await stage.press("r")
        #expect(!stage.text.contains("Key of"))
    }
}

extension ScreenStage {
    /// Starts the program and chooses Tools ▸ Refresh Keys; leaves the alert behind where there is one.
    @discardableResult
    fileprivate func openRefreshKeys() async -> Answer<EditorOutcome> {
        let outcome = await runEditor()
        await expect("Carrier Name")
        if text.contains("Expiration Alert") { await press(.enter) }
        await expectGone("Expiration Alert")
        await alt("t")
        await press("r")
        await expect("Key of")
        return outcome
    }

    fileprivate func chooseAll() async {
        await alt("k")
        await press(.right)
        await expectGone("No key ends")
    }
}

extension KeyStage {
    /// Stores carriers with keys for Test and Production, made at the sandboxes.
    fileprivate func addKeys(_ names: [String]) async throws {
        for name in names {
            var carrier = Carrier.withSandboxAccount
            carrier.name = name
            let stored = try stage.store(carrier)
            for endpoint in EndpointType.allCases {
                let request = try stage.store.authorizationRequest(
                    for: stored, endpoint: endpoint, by: "alice")
                let attempt = try await stage.desk.authorizer.begin(request)
                let redirect = try await signIn(at: attempt.signInAddress)
                _ = try await stage.desk.authorizer.complete(attempt, address: redirect)
            }
        }
    }
}
