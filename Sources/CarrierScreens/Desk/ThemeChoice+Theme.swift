internal import CarrierCore
internal import TerminalKit

extension ThemeChoice {
    /// The look chosen, as far as a terminal can show it.
    func theme(on capabilities: Capabilities, environment: [String: String]) -> Theme {
        let isLight =
            switch self {
            case .dark: false
            case .light: true
            case .terminal: Self.groundIsLight(environment["COLORFGBG"] ?? "")
            }
        return isLight ? .light(for: capabilities) : .dark(for: capabilities)
    }

    /// `COLORFGBG` names foreground and background by their numbers among sixteen, the background last: rxvt's way,
    /// which others have taken over. White and the bright colours but grey are light.
    private static func groundIsLight(_ colors: String) -> Bool {
        guard let ground = colors.split(separator: ";").last.flatMap({ Int($0) }) else { return false }
        return ground == 7 || (9...15).contains(ground)
    }
}
