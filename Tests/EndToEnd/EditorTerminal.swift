import TestSupport

/// The editor in a pseudo-terminal.
final class EditorTerminal: ScreenTerminal {
    /// Kept as long as the editor: its folder goes with it.
    private let station: Station

    /// Starts the editor on a station's store, or (`inShell`) a shell that the editor can be started from as `"$EDITOR"`.
    init(
        _ station: Station, columns: Int = 80, rows: Int = 24, environment: [String: String] = [:],
        controls: Bool = true, inShell: Bool = false, _ arguments: String...
    ) throws {
        self.station = station
        let program = try BuiltProgram.path
        let own = ["TERM": "xterm-256color", "EDITOR": program, "PS1": "$ "].merging(environment) { $1 }
        let shell = ["/bin/bash", "--norc", "--noprofile", "--noediting", "-i"]
        try super.init(
            inShell ? shell : [program] + arguments, environment: station.environment.merging(own) { $1 },
            columns: columns, rows: rows, controls: controls)
    }
}
