/// What the terminal is asked to report besides keys. Terminals that know a mode not, ignore it.
enum TerminalModes {
    /// Presses and releases (1000), motion with a button held (1002), numbers of any size (1006).
    static let mouseOn = "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h"
    static let mouseOff = "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l"
    /// Bracketed paste (2004) and focus (1004).
    static let reportsOn = "\u{1B}[?2004h\u{1B}[?1004h"
    static let reportsOff = "\u{1B}[?1004l\u{1B}[?2004l"
    static let off = mouseOff + reportsOff
}
