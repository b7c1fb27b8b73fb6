import CNcurses
import Glibc
import TerminalKit

/// What terminfo and the environment say about the terminal, read before there is a screen.
struct Terminfo {
    let capabilities: Capabilities
    /// Gives colours, cursor and screen back, without the delays of old terminals.
    let reset: [UInt8]

    /// Throws where `TERM` is missing, unknown, or too plain for a screen.
    init() throws(TerminalError) {
        let advice = "Set TERM to the name of your terminal, for example xterm-256color."
        guard let name = environment("TERM") else {
            throw TerminalError(.unknownTerminal, "TERM is not set.", advice: advice)
        }
        guard cn_setupterm() == OK else {
            throw TerminalError(
                .unknownTerminal, "The terminal \"\(visible(name))\" is not known on this system.",
                advice: advice)
        }
        defer { cn_del_curterm() }
        guard cn_string("cup") != nil, cn_string("clear") != nil, !cn_flag("hc") else {
            throw TerminalError(
                .unknownTerminal, "The terminal \"\(visible(name))\" cannot place text on a screen.",
                advice: advice)
        }
        capabilities = Capabilities(colors: Self.colors, isUTF8: cn_use_locale())
        reset =
            Array(TerminalModes.off.utf8)
            + ["sgr0", "cnorm", "rmcup"].compactMap(Self.unpadded).joined()
            + (cn_string("rmcup") == nil ? "\r\n" : "").utf8
    }

    /// `NO_COLOR`, set to anything, means none (no-color.org).
    private static var colors: Capabilities.Colors {
        if environment("NO_COLOR") != nil { return .none }
        return switch cn_number("colors") {
        case 256...: .palette
        case 16...: .sixteen
        case 8...: .eight
        default: .none
        }
    }

    /// A terminfo string without its `$<…>` delays.
    private static func unpadded(_ name: String) -> [UInt8]? {
        guard let text = cn_string(name) else { return nil }
        var bytes = Array(String(cString: text).utf8)
        while let start = bytes.firstIndex(of: UInt8(ascii: "$")),
            let end = bytes[start...].firstIndex(of: UInt8(ascii: ">"))
        {
            bytes.removeSubrange(start...end)
        }
        return bytes
    }
}

/// A variable of the environment; nil where it is missing or empty.
func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
}
