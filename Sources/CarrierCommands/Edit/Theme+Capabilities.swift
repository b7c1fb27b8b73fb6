import CursesTerminal
import TerminalKit

extension Theme {
    /// The dark look, as far as this terminal can show it.
    static func fitting(_ capabilities: Capabilities) -> Theme {
        let colors: Colors =
            switch capabilities.colors {
            case .none: .monochrome
            case .eight, .sixteen: .sixteen
            case .palette: .palette256
            }
        return .dark(colors: colors, glyphs: capabilities.isUTF8 ? .unicode : .ascii)
    }
}
