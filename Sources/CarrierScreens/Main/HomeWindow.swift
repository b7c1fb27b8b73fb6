internal import TerminalKit

/// What stands on the screen while no other window does.
final class HomeWindow: Window {
    init(onCarriers: @escaping () -> Void, onQuit: @escaping () -> Void) {
        super.init(
            "Carrier Editor", placement: .fill,
            content: Column(spacing: 1) {
                Paragraph("The menu on the first line opens with F10 or Alt+S.", alignment: .center)
                Row(alignment: .center) {
                    Button("&Carriers", isDefault: true) { _ in onCarriers() }
                    Button("&Quit") { _ in onQuit() }
                }
            })
        isClosable = false
        help =
            "Carriers opens the table of carriers again. All else is in the menu, or found by typing with Ctrl+P."
    }
}
