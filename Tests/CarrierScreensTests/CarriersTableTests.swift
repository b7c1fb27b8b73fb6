import CarrierCore
import CarrierScreens
import TerminalKit
import Testing

/// The main window: the table of carriers and what is done with them.
@Suite struct CarriersTableTests {
    /// Three carriers with keys in several states, ready to be started by their only user.
    private func stage(_ width: Int = 80, _ height: Int = 24) async throws -> ScreenStage {
        let stage = try ScreenStage(width, height)
        let ups = try stage.store(.sample("UPS"))
        var ground = Carrier.sample("UPS Ground East")
        ground.apiType = .legacy
        ground.isInactive = true
        try stage.store(ground)
        var west = Carrier.sample("West")
        west.endpoint = .test
        west = try stage.store(west)
        try await stage.giveKey(ups, .test, seconds: 58 * 86_400 + 5)
        try await stage.giveKey(ups, .production, seconds: 30 * 86_400)
        try await stage.giveKey(west, .test, seconds: 12 * 86_400)
        return stage
    }

    /// An editor that says what it was opened on.
    private var editor: EditCarrier {
        { desk, carrier in
            await desk.program.inform(
                "Editor", carrier.id == nil ? "a new carrier" : "the carrier \(carrier.name)")
            return nil
        }
    }

    /// The names in the table, from the top.
    private func names(_ stage: ScreenStage) -> [String] {
        stage.terminal.lines.dropFirst(3).dropLast(2)
            .map { String($0.dropFirst().prefix(18)).trimmingEnd() }.filter { !$0.isEmpty }
    }

    private func current(_ stage: ScreenStage) -> String? {
        stage.terminal.lines.first { $0.hasPrefix("▌") }.map {
            String($0.dropFirst().prefix(18)).trimmingEnd()
        }
    }

    // MARK: Look

    @Test func `the main window shows carriers, their keys and who is signed in`()
        async throws
    {
        let stage = try await stage(80, 24)
        await stage.runEditor()
        await stage.expect("valid 58 d")
        await stage.expect("alice · Administrator")
        try await stage.expectSnapshot("main")
    }

    @Test func `a key's state is told by a word and by its colour`() async throws {
        let stage = try await stage()
        let expiring = try stage.store(.sample("Expiring"))
        try await stage.giveKey(expiring, .test, seconds: 3 * 86_400)
        try await stage.giveKey(expiring, .production, seconds: 5)
        stage.time.now += 10_000
        await stage.runEditor()
        await stage.press(.enter)
        await stage.expectGone("Alert")
        await stage.press(.end)
        let look = stage.program.theme
        for (word, role) in [
            ("expires 2 d", TerminalKit.Role.warning), ("expired", .error), ("valid 57 d", .success),
        ] {
            await stage.expect(word)
            #expect(stage.terminal.style(of: word)?.foreground == look[role].foreground, "\(word)")
        }
    }

    @Test func `an empty store says how to make the first carrier`() async throws {
        let stage = try ScreenStage()
        await stage.runEditor()
        await stage.press(.escape)
        await stage.expect("No carriers yet: New makes the first one.")
        try await stage.expectSnapshot("main-empty")
        await stage.alt("e")
        await stage.alt("d")
        await stage.expect("No carriers yet")
    }

    // MARK: Finding

    @Test func `typing filters by name, and Esc shows all again`() async throws {
        let stage = try await stage()
        await stage.runEditor()
        await stage.expect("West")
        await stage.type("ground")
        await stage.expectGone("West")
        await stage.expect("1 found")
        try await stage.expectSnapshot("main-filtered")
        await stage.press(.escape)
        await stage.expect("West")
    }

    @Test func `in its last hour a key's state is still shown whole`() async throws {
        let stage = try ScreenStage(80, 24)
        try await stage.giveKey(try stage.store(.sample()), .test, seconds: 59 * 60)
        await stage.runEditor()
        await stage.press(.enter)
        await stage.expect("expires <1 h")
    }

    @Test func `a click on a head sorts by that column, a second one turns the order`() async throws {
        let stage = try await stage()
        await stage.runEditor()
        await stage.expect("West")
        await stage.click("Carrier Name")
        await stage.click("Carrier Name")
        #expect(names(stage) == ["West", "UPS Ground East", "UPS"])
        await stage.click("API Type")
        #expect(names(stage) == ["UPS Ground East", "UPS", "West"])
        await stage.click("Test key")
        #expect(names(stage) == ["West", "UPS", "UPS Ground East"])
        await stage.click("Production key")
        #expect(names(stage) == ["UPS", "UPS Ground East", "West"])
        await stage.click("Active")
        await stage.click("Active▲")
        #expect(names(stage) == ["UPS Ground East", "West", "UPS"])
        await stage.click("Endpoint")
        #expect(names(stage).last == "West")
    }

    @Test func `the current carrier stays current when others come before it`() async throws {
        let stage = try await stage()
        await stage.runEditor()
        await stage.press(.end)
        #expect(current(stage) == "West")
        try stage.store(.sample("AAA"))
        await stage.pass(60)
        await stage.expect("AAA")
        #expect(current(stage) == "West")
    }

    @Test func `another process's carrier appears at the next key press`() async throws {
        let stage = try await stage()
        await stage.runEditor()
        await stage.expect("West")
        let other = try Store.open(
            at: "\(stage.folder)/store.sqlite", keys: VaultKeys(keyFile: "\(stage.folder)/vault.key"))
        try other.save(.sample("Elsewhere"), by: "bob")
        stage.clock.advance(by: .seconds(2))
        await stage.press(.down)
        await stage.expect("Elsewhere")
    }

    @Test func `thousands of carriers are asked for in pages, and the end is reached`() async throws {
        let stage = try ScreenStage()
        let carriers = (1...1500).map { Carrier.sample("Carrier \($0 + 10_000)") }
        _ = try stage.store.importCarriers(CarrierDocument(carriers), by: "alice")
        await stage.runEditor()
        await stage.expect("Carrier 10001")
        await stage.press(.end)
        await stage.expect("Carrier 11500")
        await stage.type("0777")
        await stage.expect("1 found")
        await stage.press(.escape)
        #expect(current(stage) == "Carrier 10777")
        await stage.type("1")
        await stage.press(.end)
        #expect(current(stage) == "Carrier 11500")
    }

    @Test func `every line stands in its place, from whichever end its page is read`() async throws {
        let stage = try ScreenStage()
        let all = (1...700).map { "Carrier \($0 + 1000)" }
        _ = try stage.store.importCarriers(CarrierDocument(all.map { .sample($0) }), by: "alice")
        await stage.runEditor()
        await stage.expect("Carrier 1001")
        for key in [Key.Code.pageDown, .end, .pageUp] {
            for _ in 0..<(key == .end ? 1 : all.count / 19 + 1) {
                await stage.press(key)
                let shown = names(stage)
                let first = try #require(shown.first.flatMap { all.firstIndex(of: $0) })
                #expect(shown == Array(all[first..<min(first + shown.count, all.count)]))
            }
        }
        #expect(current(stage) == all[0])
    }

    // MARK: Doing

    @Test(arguments: ["key", "mnemonic", "mouse", "insert"])
    func `New opens the editor on a new carrier`(way: String) async throws {
        let stage = try await stage()
        await stage.runEditor(edit: editor)
        await stage.expect("West")
        switch way {
        case "key":
            await stage.press(.tab)
            await stage.press(.enter)
        case "mnemonic": await stage.alt("n")
        case "mouse": await stage.click("< New")
        default: await stage.press(.insert)
        }
        await stage.expect("a new carrier")
    }

    @Test(arguments: ["enter", "mnemonic", "double click", "button"])
    func `Edit opens the current carrier`(way: String) async throws {
        let stage = try await stage()
        await stage.runEditor(edit: editor)
        await stage.press(.end)
        switch way {
        case "enter": await stage.press(.enter)
        case "mnemonic": await stage.alt("e")
        case "double click": await stage.doubleClick("West")
        default: await stage.click("< Edit")
        }
        await stage.expect("the carrier West")
    }

    @Test func `a carrier saved in the editor becomes the current one`() async throws {
        let stage = try await stage()
        await stage.runEditor(edit: { desk, _ in
            do { return try desk.store.save(.sample("Made"), by: desk.session.actor) } catch { return nil }
        })
        await stage.alt("n")
        await stage.expect("Made")
        #expect(current(stage) == "Made")
    }

    @Test func `Copy asks for a name, refuses one that is taken, and selects the copy`() async throws {
        let stage = try await stage()
        await stage.runEditor()
        await stage.press(.end)
        await stage.alt("c")
        await stage.expect("Copy Carrier")
        try await stage.expectSnapshot("copy")
        await stage.type("UPS")
        await stage.press(.enter)
        await stage.expect("already")
        await stage.press("a", .control)
        await stage.type("West 2")
        await stage.press(.enter)
        await stage.expectGone("Copy Carrier")
        try await stage.expectEventually("the copy is current") { current(stage) == "West 2" }
        #expect(try stage.store.carrier(named: "West 2").companyAddress.city == "Ada")
        let id = try #require(try stage.store.carrier(named: "West 2").id)
        #expect(try stage.store.grant(of: KeyOwner(.carrier, id: id), endpoint: .test) == nil)
    }

    @Test func `Delete names the carrier, and Enter alone keeps it`() async throws {
        let stage = try await stage()
        await stage.runEditor()
        await stage.press(.end)
        await stage.press(.delete)
        await stage.expect("Delete the carrier West with its shipper accounts and keys?")
        try await stage.expectSnapshot("delete")
        await stage.press(.enter)
        await stage.expectGone("Delete the carrier")
        #expect(try stage.store.carrierCount() == 3)
        await stage.click("< Delete")
        await stage.choose("Delete")
        try await stage.expectEventually("the deletion") { try stage.store.carrierCount() == 2 }
        await stage.expectGone("West")
        #expect(try stage.store.auditEvents().last?.action == "deleted")
    }

    @Test func `a store that another process holds loses nothing typed`() async throws {
        let stage = try await stage()
        await stage.runEditor()
        await stage.press(.end)
        await stage.alt("c")
        await stage.type("Kept name")
        try stage.store.deleteCarrier(named: "West", by: "bob")
        await stage.press(.enter)
        await stage.expect("There is no carrier")
        await stage.press(.enter)
        await stage.expect("Kept name")
    }

    @Test func `Close leaves the table, and the menu brings it back`() async throws {
        let stage = try await stage()
        await stage.runEditor()
        await stage.expect("West")
        await stage.alt("l")
        await stage.expectGone("West")
        try await stage.expectSnapshot("home")
        await stage.press(.function(10))
        await stage.expect("Users")
        try await stage.expectSnapshot("ribbon")
        await stage.press("c")
        await stage.expect("West")
    }

    @Test func `Ctrl+Q leaves the program`() async throws {
        let stage = try await stage()
        let outcome = await stage.runEditor()
        await stage.press("q", .control)
        try await stage.expectEventually("the end") { outcome.value == .quit }
    }

    // MARK: Operators

    @Test func `operators see everything, change nothing, and are told why`() async throws {
        let stage = try await stage()
        try stage.store.setPassword(Secret("a"), of: "alice", by: "alice")
        try stage.store.addUser(named: "olga", role: .operator, password: Secret("o"), by: "alice")
        await stage.runEditor(edit: editor)
        await stage.type("olga")
        await stage.press(.tab)
        await stage.type("o")
        await stage.press(.enter)
        await stage.expect("olga · Operator")
        await stage.expect("Operators change nothing: ask an administrator.")
        try await stage.expectSnapshot("main-operator")
        for letter in "ncdi" { await stage.alt(letter) }
        await stage.press(.insert)
        await stage.press(.delete)
        await stage.click("< Delete")
        #expect(stage.program.windows.isEmpty)
        await stage.alt("s")
        await stage.expect("Users     administrators only")
        await stage.press("u")
        await stage.expect("Users     administrators only")
        await stage.press(.escape)
        await stage.press(.enter)
        await stage.expect("the carrier UPS")
    }
}

extension String {
    fileprivate func trimmingEnd() -> String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
