import TestSupport
import Testing

/// The probe in a terminal of its own. It writes to the screen before it tells, so what it told was preceded by all
/// that it shows.
final class Probe: PseudoTerminal {
    /// Starts the probe and waits until it has drawn, or (`isRefused`) until it has ended.
    init(
        term: String? = "xterm-256color", locale: String = "C.UTF-8", environment: [String] = [],
        columns: Int = 80, rows: Int = 24, controls: Bool = true, stdin: String? = nil,
        isRefused: Bool = false
    ) throws {
        let variables = [
            term.map { "TERM=\($0)" }, "LC_ALL=\(locale)", "SWIFT_BACKTRACE=enable=no", "LINES=9",
            "COLUMNS=9",
        ]
        try super.init(
            [try BuiltProgram.path(of: "terminal-probe")],
            environment: variables.compactMap(\.self) + environment, columns: columns, rows: rows,
            controls: controls, standardInput: stdin)
        if isRefused { try waitForEnd() } else { try wait(for: "shown") }
    }
}
