import CarrierCore
import CarrierScreens
import TerminalKit
import Testing

/// F1 in every window: what the key bar promises is there.
@Suite(.serialized) struct EveryWindowHelpTests {
    /// Messages and questions say all that there is to say, and a menu is its own explanation.
    private static let explained: Set = [
        "", "Help", "Commands", "Add Key", "Copy Address", "Delete Carrier", "Deleted meanwhile",
        "Discard changes?",
        "Remove Key", "Replace File", "Replace Key", "Restricted Services",
    ]

    @Test(arguments: EveryWindowTests.openings)
    func `F1 is promised where it explains, and explains every field`(opening: EveryWindowTests.Opening)
        async throws
    {
        try await KeyStage.with(80, 24, hasApplication: opening.hasApplication) { keys in
            let stage = keys.stage
            try await opening.show(on: keys)
            let window = try #require(stage.program.topWindow)
            for view in window.focusOrder {
                view.focus()
                await stage.terminal.settle()
                let help = sequence(first: view as View, next: \.parent).lazy.compactMap(\.help).first
                #expect(stage.keyBar.contains("F1 Help") == (help != nil))
                if !Self.explained.contains(window.title) {
                    #expect(help != nil, "\(view) in \(window.title)")
                }
            }
        }
    }
}
