internal import CarrierCore
internal import TerminalKit

extension ThemeChoice {
    /// The look chosen, as far as a terminal can show it.
    func theme(on capabilities: Capabilities, environment: [String: String]) -> Theme {
        let colors: Theme.Colors =
            switch capabilities.colors {
            case .none: .monochrome
            case .eight, .sixteen: .sixteen
            case .palette: .palette256
            }
        let glyphs = capabilities.isUTF8 ? Glyphs.unicode : .ascii
        let isLight =
            switch self {
            case .dark: false
            case .light: true
            case .terminal: Self.groundIsLight(environment["COLORFGBG"] ?? "")
            }
        return isLight ? .light(colors: colors, glyphs: glyphs) : .dark(colors: colors, glyphs: glyphs)
    }

    /// `COLORFGBG` names foreground and background by their numbers among sixteen, the background last: rxvt's way,
    /// which others have taken over. White and the bright colours but grey are light.
    private static func groundIsLight(_ colors: String) -> Bool {
        guard let ground = colors.split(separator: ";").last.flatMap({ Int($0) }) else { return false }
        return ground == 7 || (9...15).contains(ground)
    }
}
