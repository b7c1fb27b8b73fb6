import CarrierCore
import CarrierScreens
import Foundation
import GRDB
import TerminalKit
import TestSupport
import Testing

/// Every window of the program is opened, and treated to keys, pastes and the mouse at random.
@Suite(.serialized) struct EveryWindowTests {
    /// A window and the way to it from the table of carriers.
    nonisolated struct Opening: CustomTestStringConvertible, Sendable {
        let title: String
        /// What is on the screen when it is open.
        let shows: String
        let hasApplication: Bool
        /// The name of its snapshot, where no other test takes one.
        let snapshot: String?
        let prepare: @MainActor (ScreenStage) async throws -> Void
        let open: @MainActor (KeyStage) async throws -> Void

        var testDescription: String { "\(title): \(shows)" }

        init(
            _ title: String, shows: String, hasApplication: Bool = true, snapshot: String? = nil,
            on prepare: @escaping @MainActor (ScreenStage) async throws -> Void = Self.storeCarriers,
            _ open: @escaping @MainActor (KeyStage) async throws -> Void
        ) {
            (self.title, self.shows, self.hasApplication) = (title, shows, hasApplication)
            self.snapshot = snapshot
            (self.prepare, self.open) = (prepare, open)
        }

        /// Opens the window on a store of its own.
        @MainActor func show(on keys: KeyStage) async throws {
            try await prepare(keys.stage)
            await keys.stage.runEditor(edit: editCarrier)
            try await open(keys)
            await keys.stage.expect(shows)
            #expect(keys.stage.program.topWindow?.title == title)
        }

        /// Two carriers, one with keys.
        @MainActor static func storeCarriers(_ stage: ScreenStage) async throws {
            let ups = try stage.store(.sample())
            var west = Carrier.withSandboxAccount
            west.name = "West"
            west.companyAddress.city = "Lowell"
            try stage.store(west)
            try await stage.giveKey(ups, .test, seconds: 58 * 86_400 + 5)
            try await stage.giveKey(ups, .production, seconds: 30 * 86_400)
        }

        /// Besides, changes to a carrier that a program which has ended left unsaved.
        @MainActor static func storeDraft(_ stage: ScreenStage) async throws {
            try await storeCarriers(stage)
            let id = try #require(try stage.stored().id)
            _ = try stage.store.keepDraft(Secret("{}"), of: .carrier(id), as: nil, by: "alice")
            try await DatabaseQueue(path: stage.store.path).write {
                try $0.execute(sql: "UPDATE draft SET holder = 'machine boot namespace 1 1 nonce'")
            }
        }

        /// Besides, an operator, and passwords for both users.
        @MainActor static func storeUsers(_ stage: ScreenStage) async throws {
            try await storeCarriers(stage)
            try stage.store.setPassword(Secret("a"), of: "alice", by: "alice")
            try stage.store.addUser(named: "olga", role: .operator, password: Secret("o"), by: "alice")
            var settings = try stage.store.settings()
            settings.idleLockMinutes = 5
            try stage.store.save(settings, by: "alice")
        }
    }

    nonisolated static let openings: [Opening] = start + setup + desk + tools + editor + keys + adapters

    private nonisolated static let start: [Opening] = [
        Opening("Welcome", shows: "Explore with the sandbox", hasApplication: false, on: { _ in }) { _ in },
        Opening("Login", shows: "User Name", on: Opening.storeUsers) { _ in },
        Opening("Locked", shows: "The session of alice is locked.", on: Opening.storeUsers) { keys in
            await keys.stage.logIn("alice", "a")
            await keys.stage.expect("alice · Administrator")
            await keys.stage.pass(5 * 60)
        },
        Opening(
            "Access Token Expiration Alert", shows: "UPS Test access token expires",
            on: { try await $0.giveKey(try $0.store(.sample()), .test, seconds: 6 * 86_400) }
        ) { _ in },
        Opening("Unsaved Changes", shows: "Changes to the carrier UPS", on: Opening.storeDraft) { _ in },
        Opening("Carriers", shows: "valid 58 d") { _ in },
        Opening("Carriers", shows: "olga · Operator", on: Opening.storeUsers) { keys in
            await keys.stage.logIn("olga", "o")
        },
        Opening("Carrier Editor", shows: "Quit") { keys in await keys.stage.alt("l") },
        Opening("", shows: "Adapters") { keys in await keys.stage.press(.function(10)) },
        Opening("Commands", shows: "Type to find a command") { keys in
            await keys.stage.press("p", .control)
        },
        Opening("Copy Carrier", shows: "Everything of UPS") { keys in await keys.stage.alt("c") },
        Opening("Delete Carrier", shows: "Delete the carrier UPS") { keys in
            await keys.stage.press(.delete)
        },
        Opening("Import Carriers", shows: "File") { keys in await keys.stage.alt("i") },
        Opening("Import Carriers", shows: "is in the store already") { keys in
            let json = CarrierDocument([.sample(), .sample("East")]).json.description
            keys.stage.outside.files["in.json"] = Array(json.utf8)
            await keys.stage.alt("i")
            await keys.stage.type("in.json")
            await keys.stage.press(.enter)
        },
        Opening("Export Carriers", shows: "All carriers") { keys in await keys.stage.alt("x") },
        Opening("Replace File", shows: "Replace it?") { keys in
            keys.stage.outside.files["carriers.json"] = [1]
            await keys.stage.alt("x")
            await keys.stage.press(.tab)
            await keys.stage.press(.enter)
        },
    ]

    private nonisolated static let setup: [Opening] = [
        Opening("Settings", shows: "UPS Application") { keys in await keys.stage.menu("s", "s") },
        Opening("Discard changes?", shows: "These changes have not been saved:") { keys in
            await keys.stage.menu("s", "s")
            await keys.stage.expect("UPS Application")
            await keys.stage.type("x")
            await keys.stage.press(.escape)
        },
        Opening("Users", shows: "User Name") { keys in await keys.stage.menu("s", "u") },
        Opening("Add User", shows: "Repeat Password") { keys in
            await keys.stage.menu("s", "u")
            await keys.stage.alt("a")
        },
        Opening("Role of alice", shows: "Role of alice", snapshot: "role") { keys in
            await keys.stage.menu("s", "u")
            await keys.stage.alt("r")
        },
        Opening("Password of olga", shows: "Password of olga", on: Opening.storeUsers) { keys in
            await keys.stage.logIn("alice", "a")
            await keys.stage.expect("alice · Administrator")
            await keys.stage.menu("s", "u")
            await keys.stage.press(.down)
            await keys.stage.alt("p")
        },
    ]

    private nonisolated static let desk: [Opening] = [
        Opening("Please wait", shows: "Please wait", snapshot: "please-wait") { keys in
            await keys.stage.menu("s", "s")
            await keys.stage.expect("UPS Application")
            await keys.stage.type("x")
            // Another process's transaction; it ends with the stage.
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            let other = try DatabaseQueue(path: keys.stage.store.path, configuration: configuration)
            try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
            keys.stage.other = other
            await keys.stage.press("s", .control)
            await keys.stage.pass(1)
        }
    ]

    private nonisolated static let tools: [Opening] = [
        Opening("Track", shows: "Tracking Number") { keys in await keys.stage.menu("t", "t") },
        Opening("Audit", shows: "carrier UPS") { keys in await keys.stage.menu("t", "a") },
        Opening("Refresh Keys", shows: "Due within 7 days") { keys in await keys.stage.menu("t", "r") },
        Opening("Doctor", shows: "0 errors, 0 warnings.") { keys in await keys.stage.menu("t", "d") },
        Opening("Keys", shows: "All commands, to find one by typing") { keys in
            await keys.stage.menu("h", "k")
        },
        Opening(
            "Keys", shows: "Line 1: There is no command",
            on: { stage in
                try await Opening.storeCarriers(stage)
                stage.outside.keyBindings = "x = F5"
            }
        ) { _ in },
        Opening("About", shows: "trademarks of United") { keys in await keys.stage.menu("h", "a") },
    ]

    private nonisolated static let editor: [Opening] = [
        Opening("Carrier Editor - UPS®", shows: "▸UPS") { keys in await keys.stage.press(.enter) },
        Opening("Carrier Editor - UPS®", shows: "UPS®", on: Opening.storeUsers) { keys in
            await keys.stage.logIn("olga", "o")
            await keys.stage.expect("olga · Operator")
            await keys.stage.press(.enter)
        },
        Opening("Help", shows: "1 to 50 characters") { keys in
            await keys.stage.openEditor()
            await keys.stage.press(.function(1))
        },
        Opening("Discard changes?", shows: "Carrier Name: UPS →") { keys in
            await keys.stage.openEditor()
            await keys.stage.type("x")
            await keys.stage.press(.escape)
        },
        Opening("Changed meanwhile", shows: "changed by bob") { keys in
            await keys.stage.openEditor()
            try keys.stage.store.updateCarrier(named: "UPS", by: "bob") { $0.defaultPrinter = "Bob's" }
            await keys.stage.type("Mine")
            await keys.stage.press("s", .control)
        },
        Opening("Deleted meanwhile", shows: "was deleted by someone else") { keys in
            await keys.stage.openEditor()
            try keys.stage.store.deleteCarrier(named: "UPS", by: "bob")
            await keys.stage.type("Mine")
            await keys.stage.press("s", .control)
        },
        Opening("Addresses", shows: "Lowell") { keys in await keys.stage.pressButton("…") },
        Opening("Copy Address", shows: "Replace what stands") { keys in
            await keys.stage.pressButton("Copy Address")
            await keys.stage.focus("Use Company Address")
            await keys.stage.enter("West", in: "Company Name")
            await keys.stage.focus("Copy Address")
            await keys.stage.press(.enter)
        },
        Opening("Restricted Services", shows: "Restricted Services") { keys in
            await keys.stage.pressButton("?")
        },
        Opening("Shipper Account", shows: "Account Information") { keys in
            await keys.stage.pressButton("Add Existing Shipping Account")
        },
    ]

    private nonisolated static let keys: [Opening] = [
        Opening("Add Key", shows: "No UPS application is set.", hasApplication: false) { keys in
            await keys.stage.pressButton("Add Key")
        },
        Opening("Add Key", shows: "Waiting for the sign-in to end") { keys in
            await keys.stage.pressButton("Add Key")
        },
        Opening("Retrieve Authorization Code", shows: "After successful UPS web login") { keys in
            await keys.stage.pressButton("Add Key", .alt)
        },
        Opening("Add Key", shows: "The access token was generated successfully.") { keys in
            await keys.stage.pressButton("Add Key")
            await keys.stage.expect("Waiting for the sign-in to end")
            try await keys.stage.expectEventually("the browser") { !keys.stage.outside.opened.isEmpty }
            await keys.stage.paste(try await keys.signIn(at: try #require(keys.stage.outside.opened.last)))
        },
        Opening("Access Token Information", shows: "Refresh Token Expires") { keys in
            await keys.stage.pressButton("Key Information")
        },
        Opening("Remove Key", shows: "Remove the Test key of UPS?") { keys in
            await keys.stage.pressButton("Remove Key")
        },
    ]

    private nonisolated static let adapters: [Opening] = [
        Opening("Adapters", shows: "UPS Tracking Adapter") { keys in await keys.openAdaptersFromMenu() },
        Opening("Edit Configuration - UPS Tracking Adapter", shows: "OAuth Authorization Option") { keys in
            await keys.openAdaptersFromMenu()
            await keys.openInformation()
        },
        Opening("Edit Configuration - UPS Tracking Adapter", shows: "Test URI", snapshot: "adapter-uri") {
            keys in
            await keys.openAdaptersFromMenu()
            await keys.stage.press(.enter)
        },
        Opening("", shows: "▌Legacy Authentication", snapshot: "drop-down") { keys in
            await keys.openAdaptersFromMenu()
            await keys.openInformation()
            await keys.stage.focus("OAuth Authorization Option")
            await keys.stage.press(.down, .alt)
        },
        Opening("", shows: "▌Edit Configuration▐", snapshot: "row-menu") { keys in
            await keys.openAdaptersFromMenu()
            await keys.stage.press(.down, .alt)
        },
        Opening("Replace Key", shows: "take the place of the Test key", snapshot: "replace-key") { keys in
            try await keys.authorizeAdapter()
            await keys.openAdaptersFromMenu()
            await keys.openInformation()
            // At the Endpoint Type of the key.
            await keys.stage.focus("OAuth Authorization Option")
            await keys.stage.type("Customer Client")
            await keys.enterCredentials()
            await keys.stage.focus("Verify")
            await keys.stage.press(.enter)
        },
        Opening("Configuration - UPS Tracking Adapter", shows: "Option", on: Opening.storeUsers) { keys in
            await keys.stage.logIn("olga", "o")
            await keys.stage.expect("olga · Operator")
            await keys.openAdaptersFromMenu()
            await keys.openInformation()
        },
        Opening("Run Maintenance", shows: "uses Legacy Authentication") { keys in
            await keys.openAdaptersFromMenu()
            await keys.runMaintenance()
        },
    ]

    @Test(arguments: openings)
    func `drawing bit by bit equals drawing afresh, at each size and after each resize`(
        opening: Opening
    ) async throws {
        try await KeyStage.with(80, 24, hasApplication: opening.hasApplication) { keys in
            let stage = keys.stage
            try await opening.show(on: keys)
            var random = SeededRandom()
            let seed = random.seed
            for (size, acts) in zip(ScreenStage.sizes + ScreenStage.sizes, [12, 6, 2, 2]) {
                await stage.resize(to: size)
                let fault = await stage.terminal.drawingFault(in: stage.program, using: &random, acts: acts)
                #expect(fault == nil, "\(opening.title), \(size), SEED=\(seed)")
            }
        }
    }

    @Test(arguments: openings.filter { $0.snapshot != nil })
    func `a window that no other test draws looks as recorded`(opening: Opening) async throws {
        try await KeyStage.with(80, 24, hasApplication: opening.hasApplication) { keys in
            try await opening.show(on: keys)
            let terminal = keys.stage.terminal
            // UPS's address in a test has another port each time.
            try await keys.stage.expectSnapshot(
                try #require(opening.snapshot),
                hiding: {
                    let rows = terminal.lines.indices.filter {
                        terminal.lines[$0].contains("http://127.0.0.1:")
                    }
                    guard let first = rows.first, let last = rows.last else { return 0..<0 }
                    return first..<last + 1
                })
        }
    }

    @Test(arguments: openings)
    func `hostile text pasted into any field reaches no cell`(opening: Opening) async throws {
        try await KeyStage.with(120, 60, hasApplication: opening.hasApplication) { keys in
            let stage = keys.stage
            try await opening.show(on: keys)
            let fields = stage.program.topWindow?.focusOrder.compactMap { $0 as? TextField } ?? []
            for field in fields {
                field.focus()
                await stage.press("a", .control)
                await stage.paste(HostileTextTests.hostile)
                HostileTextTests.expectClean(stage)
                await stage.press(.tab)
                HostileTextTests.expectClean(stage)
            }
        }
    }

    /// A window has its close mark on the line of its title, but for one that cannot be closed; one that lies below
    /// another shows none.
    @Test func `every window has a snapshot, and every window of the snapshots is opened here`() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Snapshots")
        let pictures = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil
        )
        .map { try String(contentsOf: $0, encoding: .utf8) }
        var titles: Set<String> = []
        for line in pictures.flatMap({ $0.split(separator: "\n") }) {
            guard let mark = line.range(of: "─[■]─┐"),
                let corner = line[..<mark.lowerBound].range(of: "┌ ", options: .backwards)
            else { continue }
            // What the window is about may stand after the title.
            let title = line[corner.upperBound..<mark.lowerBound].components(separatedBy: " ─")
            titles.insert((title.first ?? "").trimmingCharacters(in: [" ", "─"]))
        }
        #expect(titles.count > 20)
        let opened = Set(Self.openings.map(\.title))
        #expect(titles.subtracting(opened) == [])
        // One that fills the screen has its title on a line of its own; the ribbon and lists that pop up have none.
        let missing = opened.subtracting(titles).subtracting([""]).filter { title in
            !pictures.contains { $0.contains("┌ \(title) ─") || $0.contains("\n\(title)\n") }
        }
        #expect(missing == [])
    }
}

extension ScreenStage {
    func logIn(_ name: String, _ password: String) async {
        await expect("User Name")
        await type(name)
        await press(.tab)
        await type(password)
        await press(.enter)
    }

    func menu(_ tab: Character, _ item: Character) async {
        await alt(tab)
        await press(item)
    }

    fileprivate func openEditor() async {
        await press(.enter)
        await expect("Carrier Editor - UPS®")
    }

    /// Presses a button of the Carrier Editor.
    fileprivate func pressButton(_ button: String, _ modifiers: Modifiers = []) async {
        await openEditor()
        await focus(button)
        await press(.enter, modifiers)
    }
}
