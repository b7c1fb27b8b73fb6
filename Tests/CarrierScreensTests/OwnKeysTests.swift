import CarrierCore
import TerminalKit
import Testing

/// The palette, and keys that a person has chosen in a file.
@Suite struct OwnKeysTests {
    private func stage(_ keys: String? = nil, columns: Int = 80) async throws -> ScreenStage {
        let stage = try ScreenStage(columns, 30)
        stage.outside.keyBindings = keys
        try await stage.openTable()
        return stage
    }

    @Test func `the palette lists every command of the program`() async throws {
        let stage = try await stage()
        await stage.press("p", .control)
        await stage.expect("Type to find a command")
        try await stage.expectSnapshot("palette")
        for name in [
            "Carriers", "Adapters", "Users", "Settings", "Track", "Refresh Keys", "Audit", "Doctor", "Lock",
            "Keys", "About", "Quit", "New", "Export",
        ] {
            await stage.type(name)
            #expect(stage.terminal.lines.contains { $0.contains("▌") && $0.contains(name) }, "\(name)")
            await stage.press("u", .control)
        }
        await stage.type("lock")
        await stage.expect("you have no password")
        try await stage.expectSnapshot("palette-typed")
    }

    @Test func `operators see in the palette what is for administrators`() async throws {
        let stage = try await stage()
        try stage.store.addUser(named: "bob", role: .administrator, password: Secret("b"), by: "alice")
        try stage.store.setRole(.operator, of: "alice", by: "bob")
        await stage.alt("s")
        await stage.press("u")
        await stage.expect("User Name")
        await stage.press(.escape)
        await stage.expect("alice · Operator")
        await stage.press("p", .control)
        await stage.type("settings")
        let line = try #require(stage.terminal.lines.first { $0.contains("Setup: Settings") })
        #expect(line.contains("administrators only"))
        await stage.press(.enter)
        #expect(!stage.text.contains("UPS Application"))
        await stage.press("u", .control)
        await stage.type("delete")
        #expect(stage.terminal.lines.contains { $0.contains("Delete") && $0.contains("administrators only") })
    }

    @Test func `a key of one's own works, and the key bar, the menu and the palette show it`() async throws {
        let stage = try await stage("track = F5\nnewCarrier = Ctrl+N\nhelp = F2\n", columns: 140)
        await stage.expect("F2 Help")
        await stage.expect("Ctrl+N New")
        #expect(!stage.keyBar.contains("Ins"))
        await stage.alt("t")
        await stage.expect("F5▐")
        await stage.press(.escape)
        await stage.press("p", .control)
        await stage.type("track")
        await stage.expect("F5▐")
        await stage.press(.escape)
        await stage.press(.function(5))
        await stage.expect("Tracking Number")
        await stage.press(.function(2))
        await stage.expect("The number on the label")
        await stage.press(.escape)
        await stage.press(.escape)
        await stage.alt("h")
        await stage.press("k")
        await stage.expect("~/.config/carrier-editor/keys")
        #expect(stage.terminal.lines.contains { $0.contains("F2") && $0.contains("help") })
        await stage.press(.function(2))
        await stage.expect("told at the start")
    }

    @Test func `what cannot be followed is told at the start with its line, and the rest holds`() async throws
    {
        let stage = try await stage("track = F5\nrefresh = F6\nquit = Ctrl+S\naudit = \u{1b}[31m\n")
        await stage.expect("Line 2: There is no command \"refresh\".")
        await stage.expect("Line 3: Ctrl+S is taken by ok; give that another key first.")
        await stage.expect("Line 4: There is no key \"␛[31m\".")
        try await stage.expectSnapshot("keys-problems")
        await stage.press(.enter)
        await stage.expectGone("Line 2")
        await stage.press(.function(5))
        await stage.expect("Tracking Number")
    }

    @Test func `every command that has a name can be given a key`() async throws {
        let names = [
            "carriers", "adapters", "users", "settings", "track", "refreshKeys", "audit", "keys", "about",
            "newCarrier", "editCarrier", "copyCarrier", "deleteCarrier", "importCarriers",
            "exportCarriers", "help", "menu", "palette", "quit",
        ]
        let titles = [
            "Carrier Name", "UPS Tracking Adapter", "User Name", "UPS Application", "Tracking Number",
            "Due within", "carrier UPS", "What it does", "trademarks", "", "", "Copy Carrier",
            "Delete Carrier", "Import Carriers", "Export Carriers", "Letters filter", "Adapters",
            "Type to find", "",
        ]
        for (name, title) in zip(names, titles) where !title.isEmpty {
            let stage = try await stage("\(name) = F12")
            await stage.press(.function(12))
            await stage.expect(title)
        }
    }
}
