import CarrierCore
import CarrierScreens
import GRDB
import TerminalKit
import Testing

/// How the Carrier Editor is left: with OK and mistakes, with changes and Esc, and when the store says no.
@Suite struct EditorLeavingTests {
    private func edited(_ width: Int = 120, _ height: Int = 60) async throws
        -> (stage: ScreenStage, answer: ScreenStage.Answer<Carrier?>)
    {
        let stage = try ScreenStage(width, height)
        return (stage, await stage.edit(try stage.store(.sample())))
    }

    @Test func `OK with mistakes goes to the first and says how many there are`() async throws {
        let stage = try ScreenStage(120, 60)
        await stage.edit()
        await stage.press("s", .control)
        await stage.expect("10 fields need attention")
        #expect(stage.isFocused("Carrier Name"))
        await stage.expect("Carrier Name is required.")
        #expect(try stage.store.carriers().isEmpty)
    }

    @Test func `Esc with changes shows them and asks`() async throws {
        let (stage, answer) = try await edited(80, 24)
        await stage.enter("UPS Ground", in: "Carrier Name")
        await stage.focus("Default Label")
        await stage.type("GIF")
        await stage.enter("abc", in: "Markup Percent")
        await stage.press(.escape)
        await stage.expect("Discard changes?")
        await stage.expect("Carrier Name: UPS → UPS Ground")
        await stage.expect("Default Label: ZPL 4×6 → GIF")
        await stage.expect("Markup Percent: 0 → abc")
        try await stage.expectSnapshot("editor-discard")
        await stage.press(.enter)
        await stage.expectGone("Discard changes?")
        #expect(answer.value == nil)
        await stage.press(.escape)
        await stage.alt("d")
        try await stage.expectEventually("closing") { answer.value != nil }
        #expect(answer.value == .some(nil))
        #expect(try stage.stored() == stage.stored("UPS"))
    }

    @Test func `Cancel without changes closes at once, also after a change taken back`() async throws {
        let (stage, answer) = try await edited()
        await stage.enter("X", in: "Carrier Name")
        await stage.enter("UPS", in: "Carrier Name")
        await stage.click("< Cancel >")
        try await stage.expectEventually("closing") { answer.value != nil }
    }

    @Test func `a name that is taken is told beside the field`() async throws {
        let (stage, answer) = try await edited()
        try stage.store(.sample("West"))
        await stage.enter("West", in: "Carrier Name")
        await stage.press(.tab)
        await stage.expect("✗ There is a carrier West")
        await stage.press("s", .control)
        await stage.expect("1 field needs attention")
        #expect(answer.value == nil)
        #expect(stage.isFocused("Carrier Name"))
    }

    // MARK: Someone else

    /// Bob changes the carrier while alice has it open.
    private func meanwhile(_ stage: ScreenStage, _ change: (inout Carrier) -> Void) throws {
        try stage.store.updateCarrier(named: "UPS", by: "bob", change)
    }

    @Test func `a change by someone else says who and when, and loses nothing`() async throws {
        let (stage, answer) = try await edited(80, 24)
        try meanwhile(stage) {
            $0.defaultPrinter = "Bob's"
            $0.weightUnit = .kilograms
        }
        await stage.enter("Mine", in: "Carrier Name")
        await stage.focus("Default Weight UoM")
        await stage.type("O")
        await stage.press("s", .control)
        await stage.expect("The carrier UPS was changed by bob on 5/1/2024 12:00:00 PM.")
        try await stage.expectSnapshot("editor-conflict")
        await stage.alt("l")
        await stage.expect("Default Printer: (empty) → Bob's")
        await stage.press(.escape)
        await stage.expect("changed by bob")
        await stage.alt("r")
        await stage.expect("Changed on both sides")
        await stage.press(.enter)
        #expect(answer.value == nil)
        await stage.press("s", .control)
        try await stage.expectEventually("saving") { answer.value != nil }
        let carrier = try stage.stored("Mine")
        #expect(carrier.defaultPrinter == "Bob's" && carrier.weightUnit == .ounces)
        #expect(carrier.version == 3)
    }

    @Test func `a conflict can be left to keep editing`() async throws {
        let (stage, answer) = try await edited()
        try meanwhile(stage) { $0.defaultPrinter = "Bob's" }
        await stage.enter("Mine", in: "Carrier Name")
        await stage.press("s", .control)
        await stage.expect("changed by bob")
        await stage.press(.escape)
        await stage.expectGone("changed by bob")
        #expect(stage.text.contains("Mine"))
        #expect(answer.value == nil)
    }

    @Test func `a carrier deleted meanwhile can be saved as a new one`() async throws {
        let (stage, answer) = try await edited()
        try stage.store.deleteCarrier(named: "UPS", by: "bob")
        await stage.enter("Mine", in: "Carrier Name")
        await stage.press("s", .control)
        await stage.expect("was deleted by someone else")
        try await stage.expectSnapshot("editor-deleted")
        await stage.press(.enter)
        try await stage.expectEventually("saving") { answer.value != nil }
        #expect(try stage.stored("Mine").version == 1)
    }

    @Test func `what could not be saved as a new one is not thrown away without a question`() async throws {
        let (stage, answer) = try await edited()
        try stage.store(.sample("West"))
        try stage.store.deleteCarrier(named: "UPS", by: "bob")
        await stage.enter("Mine", in: "Carrier Name")
        await stage.press("s", .control)
        await stage.expect("was deleted by someone else")
        try stage.store(.sample("Mine"))
        await stage.press(.enter)
        await stage.expect("✗ There is a carrier \"Mine\"")
        await stage.press(.escape)
        await stage.expect("Discard changes?")
        #expect(answer.value == nil)
    }

    @Test func `while another process holds the store, OK waits and the screen stays alive`() async throws {
        let (stage, answer) = try await edited()
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: stage.store.path, configuration: configuration)
        try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        await stage.enter("Mine", in: "Carrier Name")
        await stage.press("s", .control)
        try await stage.expectEventually("the notice") {
            stage.clock.advance(by: .seconds(1))
            return stage.text.contains("Saving Mine…")
        }
        try await other.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
        try await stage.expectEventually("saving") { answer.value != nil }
        #expect(try stage.stored("Mine").name == "Mine")
    }

    @Test func `a store that cannot be written is told, and nothing is lost`() async throws {
        let (stage, answer) = try await edited()
        await stage.enter("Mine", in: "Carrier Name")
        let other = try DatabaseQueue(path: stage.store.path)
        try await other.write { db in
            try db.execute(
                sql: """
                    CREATE TRIGGER refuse BEFORE UPDATE ON carrier BEGIN SELECT RAISE(ABORT, 'no room \
                    \u{1B}[2J'); END
                    """)
        }
        await stage.press("s", .control)
        await stage.expect("␛[2J")
        await stage.press(.enter)
        await stage.expectGone("␛[2J")
        #expect(stage.text.contains("Mine"))
        #expect(answer.value == nil)
        try await other.write { try $0.execute(sql: "DROP TRIGGER refuse") }
        await stage.press("s", .control)
        try await stage.expectEventually("saving") { answer.value != nil }
        #expect(try stage.stored("Mine").name == "Mine")
    }

    // MARK: Rights

    @Test func `operators look and change nothing`() async throws {
        let stage = try ScreenStage(80, 24, user: User(name: "olga", role: .operator))
        let answer = await stage.edit(try stage.store(.sample()))
        try await stage.expectSnapshot("editor-operator")
        for absent in ["< OK >", "Add Key", "Copy Address", "Add Existing", "< … >"] {
            #expect(!stage.text.contains(absent), "\(absent)")
        }
        var seen: Set<ObjectIdentifier> = []
        while let view = stage.program.topWindow?.focused, seen.insert(ObjectIdentifier(view)).inserted {
            if view is Control { await stage.type(" x") }
            await stage.press(.tab)
        }
        #expect(seen.count > 30)
        await stage.press("s", .control)
        await stage.press(.escape)
        try await stage.expectEventually("closing without a question") { answer.value != nil }
        #expect(try stage.stored().version == 1)
    }
}
