import Foundation
import TerminalKit
import Testing

@MainActor
struct ContrastTests {
    /// WCAG 2.1 exempts decoration and what cannot be used (success criterion 1.4.3).
    private let exempt: Set<Role> = [.frame, .disabled]

    /// WCAG 2.1, relative luminance.
    private func luminance(_ color: Color) throws -> Double {
        guard case .palette(let index) = color else {
            throw ContrastFault()
        }
        let rgb = RGB(palette: index)
        let parts = [rgb.red, rgb.green, rgb.blue].map { part -> Double in
            let share = Double(part) / 255
            return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    /// A style leaves a colour to the terminal, so that nothing can be said of its contrast.
    private struct ContrastFault: Error {}

    @Test(arguments: [Theme.Colors.sixteen, .palette256])
    func `every text can be read: its contrast is at least 4.5 to 1`(colors: Theme.Colors) throws {
        let theme = Theme.dark(colors: colors)
        for role in Role.allCases where !exempt.contains(role) {
            let ink = try luminance(theme[role].foreground)
            let ground = try luminance(theme[role].background)
            let ratio = (max(ink, ground) + 0.05) / (min(ink, ground) + 0.05)
            #expect(ratio >= 4.5, "\(role): \(ratio)")
        }
    }
}
