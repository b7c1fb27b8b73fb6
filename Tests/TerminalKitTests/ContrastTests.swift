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

    @Test(arguments: [Capabilities.Colors.sixteen, .palette], [false, true])
    func `every text can be read: its contrast is at least 4.5 to 1`(
        colors: Capabilities.Colors, isLight: Bool
    )
        throws
    {
        let theme =
            isLight
            ? Theme.light(for: Capabilities(colors: colors)) : .dark(for: Capabilities(colors: colors))
        for role in Role.allCases where !exempt.contains(role) {
            let ink = try luminance(theme[role].foreground)
            let ground = try luminance(theme[role].background)
            let ratio = (max(ink, ground) + 0.05) / (min(ink, ground) + 0.05)
            #expect(ratio >= 4.5, "\(role): \(ratio)")
        }
    }

    /// In a table and in a field, what a role colours stands on another role's ground.
    @Test(arguments: [Capabilities.Colors.sixteen, .palette], [false, true])
    func `coloured cells and placeholders can be read, too`(colors: Capabilities.Colors, isLight: Bool) throws
    {
        let theme =
            isLight
            ? Theme.light(for: Capabilities(colors: colors)) : .dark(for: Capabilities(colors: colors))
        let pairs: [(Role, Role)] =
            [.success, .warning, .error, .faint].map { ($0, .window) } + [(.faint, .field)]
        for (ink, ground) in pairs {
            let (one, other) = (
                try luminance(theme[ink].foreground), try luminance(theme[ground].background)
            )
            let ratio = (max(one, other) + 0.05) / (min(one, other) + 0.05)
            #expect(ratio >= 4.5, "\(ink) on \(ground): \(ratio)")
        }
    }

    @Test func `without colours light and dark are the same, and tell all by attributes`() {
        let (dark, light) = (
            Theme.dark(for: Capabilities(colors: .none)), Theme.light(for: Capabilities(colors: .none))
        )
        for role in Role.allCases {
            #expect(dark[role] == light[role])
            #expect(light[role].foreground == .standard && light[role].background == .standard)
        }
        for role in [Role.focusedField, .focusedButton, .selection, .menuSelection] {
            #expect(light[role].attributes == .reverse)
        }
    }
}
