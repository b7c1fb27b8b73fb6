import CarrierCore
import CarrierScreens
import TerminalKit
import Testing

/// Text from outside cannot steer the terminal.
@Suite struct HostileTextTests {
    private static let hostile = "a\u{1B}[2J\u{9B}31m\u{7}\u{202E}b"

    @Test(arguments: [
        "Carrier Name", "Markup Percent", "Default Printer", "Company Name", "Address", "City", "Email",
        "Tax ID Number",
    ])
    func `a pasted escape sequence reaches no cell`(name: String) async throws {
        let stage = try ScreenStage(120, 60)
        await stage.edit(.sample())
        await stage.focus(name)
        await stage.press("a", .control)
        await stage.paste(Self.hostile)
        await stage.press(.tab)
        expectClean(stage)
    }

    @Test func `what is stored by other ways is shown with pictures`() async throws {
        let stage = try ScreenStage(120, 60)
        stage.outside.printers = [Self.hostile]
        stage.outside.reports = [Self.hostile]
        var settings = try stage.store.settings()
        settings.reportsFolder = "/reports"
        try stage.store.save(settings, by: "alice")
        await stage.edit(try stage.store(.sample()))
        await stage.focus("Default Printer")
        await stage.press(.down)
        expectClean(stage)
        await stage.expect("a␛[2J")
        await stage.press(.enter)
        expectClean(stage)
    }

    private func expectClean(_ stage: ScreenStage) {
        #expect(!stage.text.unicodeScalars.contains { $0 != "\n" && $0.isUnsafeOnScreen })
    }
}
