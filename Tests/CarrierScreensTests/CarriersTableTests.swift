import CarrierCore
import CarrierScreens
import TerminalKit
import Testing

/// The main window: the table of carriers and what is done with them.
@Suite struct CarriersTableTests {
    /// Three carriers with keys in several states, the program started by its only user.
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

    @Test(arguments: [(80, 24), (120, 40)])
    func `the main window shows carriers, their keys and who is signed in`(width: Int, height: Int) async throws {
        let stage = try await stage(width, height)
        await stage.runEditor()
        await stage.expect("valid 58 d")
        await stage.expect("alice · Administrator")
        try await stage.expectSnapshot("main")
    }

    @Test func `typing filters by name, and Esc shows all again`() async throws {
        let stage = try await stage()
        await stage.runEditor()
        await stage.expect("West")
        await stage.type("ground")
        await stage.expectGone("West")
        await stage.expect("1 found")
        await stage.press(.escape)
        await stage.expect("West")
    }
}
