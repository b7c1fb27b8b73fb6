import CarrierCore
import CarrierScreens
import Foundation
import GRDB
import TerminalKit
import Testing

/// What is typed and not saved, when the program ends without anybody being asked.
@Suite struct KeptDraftTests {
    private func database(_ stage: ScreenStage) throws -> DatabaseQueue {
        try DatabaseQueue(path: "\(stage.folder)/store.sqlite")
    }

    private func keptDrafts(_ stage: ScreenStage) throws -> Int {
        try database(stage).read { try Int.fetchOne($0, sql: "SELECT count(*) FROM draft") ?? 0 }
    }

    /// The editor ends as when its terminal is gone, and another one starts on the same store.
    private func startAgain(after stage: ScreenStage) async throws -> ScreenStage {
        try await database(stage).write {
            try $0.execute(sql: "UPDATE draft SET holder = 'machine boot namespace 1 1 nonce'")
        }
        let next = try ScreenStage(120, 60, user: nil, after: stage)
        await next.runEditor()
        return next
    }

    private func typing() async throws -> ScreenStage {
        let stage = try ScreenStage(120, 60)
        await stage.edit(try stage.store(.sample()))
        return stage
    }

    @Test func `a draft is written once typing has paused, and not for each key`() async throws {
        let stage = try await typing()
        await stage.enter("UPS Ground", in: "Carrier Name")
        #expect(try keptDrafts(stage) == 0)
        await stage.pass(1)
        try await stage.expectEventually("keeping") { try keptDrafts(stage) == 1 }
        await stage.enter("UPS", in: "Carrier Name")
        await stage.pass(1)
        try await stage.expectEventually("forgetting what is as stored") { try keptDrafts(stage) == 0 }
    }

    @Test func `OK and Discard end it`() async throws {
        let stage = try await typing()
        await stage.enter("UPS Ground", in: "Carrier Name")
        await stage.pass(1)
        try await stage.expectEventually("keeping") { try keptDrafts(stage) == 1 }
        await stage.press("s", .control)
        await stage.expectGone("Carrier Editor - UPS®")
        #expect(try keptDrafts(stage) == 0)
        await stage.edit(try stage.stored("UPS Ground"))
        await stage.enter("UPS Air", in: "Carrier Name")
        await stage.pass(1)
        try await stage.expectEventually("keeping") { try keptDrafts(stage) == 1 }
        await stage.press(.escape)
        await stage.alt("d")
        await stage.expectGone("Carrier Editor - UPS®")
        try await stage.expectEventually("removing") { try keptDrafts(stage) == 0 }
    }

    @Test func `what was typed comes back as changes, with secret and nonsense`() async throws {
        var carrier = Carrier.sample()
        carrier.authorizationMethod = .customerClientCredentials
        let stage = try ScreenStage(120, 60)
        await stage.edit(try stage.store(carrier))
        await stage.enter("UPS Ground", in: "Carrier Name")
        await stage.enter("abc", in: "Markup Percent")
        await stage.enter("canary-secret", in: "Client Secret")
        await stage.pass(1)
        try await stage.expectEventually("keeping") { try keptDrafts(stage) == 1 }
        for name in try FileManager.default.contentsOfDirectory(atPath: stage.folder) {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(stage.folder)/\(name)"))
            #expect(
                bytes.range(of: Data("canary".utf8)) == nil && bytes.range(of: Data("Ground".utf8)) == nil)
        }
        let next = try await startAgain(after: stage)
        await next.expect("Unsaved Changes")
        #expect(next.words.contains("Changes to the carrier UPS, last typed in on 5/1/2024 12:00:01 PM"))
        try await next.expectSnapshot("draft-offer")
        await next.alt("c")
        await next.expect("Carrier Editor - UPS®")
        await next.expect("UPS Ground")
        await next.press(.escape)
        await next.expect("Carrier Name: UPS → UPS Ground")
        await next.expect("Markup Percent: 0 → abc")
        await next.expect("Client Secret: (empty) → a new one, not shown")
        await next.press(.enter)
        await next.enter("5", in: "Markup Percent")
        await next.enter("client", in: "Client ID")
        await next.press("s", .control)
        await next.expectGone("Carrier Editor - UPS®")
        let id = try #require(try next.stored("UPS Ground").id)
        #expect(try next.store.customerSecret(carrierID: id) == Secret("canary-secret"))
        #expect(try keptDrafts(next) == 0)
    }

    @Test func `a carrier changed meanwhile is told, and both changes stay`() async throws {
        let stage = try await typing()
        await stage.enter("UPS Ground", in: "Carrier Name")
        await stage.pass(1)
        try await stage.expectEventually("keeping") { try keptDrafts(stage) == 1 }
        try stage.store.updateCarrier(named: "UPS", by: "bob") { $0.weightUnit = .kilograms }
        let next = try await startAgain(after: stage)
        await next.expect("Unsaved Changes")
        await next.alt("c")
        await next.expect("The carrier UPS was changed by bob")
        await next.alt("r")
        await next.expectGone("changed by bob")
        await next.press("s", .control)
        await next.expectGone("Carrier Editor - UPS®")
        #expect(try next.stored("UPS Ground").weightUnit == .kilograms)
    }

    @Test func `Later leaves a new carrier's draft for the next start, Discard removes it`() async throws {
        let stage = try ScreenStage(120, 60)
        // Without any carrier the next start would begin with Welcome.
        try stage.store(.sample())
        await stage.edit(Carrier())
        await stage.enter("Nova", in: "Carrier Name")
        await stage.pass(1)
        try await stage.expectEventually("keeping") { try keptDrafts(stage) == 1 }
        var next = try await startAgain(after: stage)
        await next.expect("A new carrier, last typed in on")
        await next.alt("l")
        await next.expectGone("Unsaved Changes")
        #expect(try keptDrafts(next) == 1)
        next = try await startAgain(after: next)
        await next.expect("Unsaved Changes")
        await next.alt("d")
        await next.expectGone("Unsaved Changes")
        #expect(try keptDrafts(next) == 0)
    }

    @Test func `an adapter's page comes back as it was typed`() async throws {
        let stage = try ScreenStage(120, 60)
        try stage.store(.sample())
        await stage.runEditor()
        await stage.alt("s")
        await stage.press("a")
        await stage.expect("UPS Tracking Adapter")
        await stage.press(.enter)
        await stage.expect("Configuration - UPS Tracking Adapter")
        await stage.alt("i")
        await stage.focus("OAuth Authorization Option")
        await stage.type("Customer Cl")
        await stage.enter("my-client", in: "Client ID")
        await stage.pass(1)
        try await stage.expectEventually("keeping") { try keptDrafts(stage) == 1 }
        let next = try await startAgain(after: stage)
        await next.expect("Changes to UPS Tracking Adapter")
        await next.alt("c")
        await next.expect("Configuration - UPS Tracking Adapter")
        await next.alt("i")
        await next.expect("my-client")
        await next.expect("Customer Client Credentials")
    }
}
