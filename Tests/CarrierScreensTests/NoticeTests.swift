import CarrierCore
import CarrierScreens
import TerminalKit
import Testing

/// What the first line says wherever something might be mistaken for the real thing.
@Suite struct NoticeTests {
    private nonisolated static let elsewhere = "http://127.0.0.1:8080"
    private nonisolated static let published = (
        test: UPSServers.published.base(.test), production: UPSServers.published.base(.production)
    )

    @Test(arguments: ScreenStage.sizes)
    func `the demo says on every window that nothing is kept`(size: Size) async throws {
        let stage = try ScreenStage(size.width, size.height, isDemo: true)
        try await stage.openTable(edit: editCarrier)
        let line = " Setup   Tools   Help   ! Demo, nothing is kept"
        #expect(stage.terminal.lines[0].hasPrefix(line))
        #expect(stage.terminal.lines[0].hasSuffix("alice · Administrator"))
        await stage.press(.enter)
        await stage.expect("Carrier Editor - UPS®")
        #expect(stage.terminal.lines[0].hasPrefix(line))
    }

    @Test(arguments: [
        (elsewhere, published.production, "! Test is not UPS's own "),
        (published.test, elsewhere, "! Production is not UPS's own "),
        (elsewhere, elsewhere, "! Not UPS's own servers "),
    ])
    func `another server in place of UPS's is told, beside the whole name of who is signed in`(
        test: String, production: String, notice: String
    ) async throws {
        let stage = try ScreenStage(servers: UPSServers(test: test, production: production))
        try await stage.openTable()
        #expect(stage.terminal.lines[0].contains(notice))
        #expect(stage.terminal.lines[0].hasSuffix("alice · Administrator"))
        await stage.menu("h", "a")
        await stage.expect("\(Self.elsewhere), not UPS's own server")
    }

    @Test func `UPS's own servers need no notice, and About names them`() async throws {
        let stage = try ScreenStage()
        try await stage.openTable()
        #expect(!stage.terminal.lines[0].contains("!"))
        await stage.menu("h", "a")
        await stage.expect("Test: https://wwwcie.ups.com")
        #expect(!stage.text.contains("own server"))
    }
}
