import Foundation

/// A real terminal: a tmux server of its own with one window in it.
public final class TmuxTerminal: Sendable {
    private let socket: String
    private let folder: TemporaryFolder

    /// Starts `command` (words, not for a shell) in a terminal of this size, with exactly this environment.
    public init(
        columns: Int = 80, rows: Int = 24, environment: [String: String], command: [String]
    ) async throws {
        folder = try TemporaryFolder()
        socket = folder.file("tmux")
        let words = environment.map { "\($0.key)=\($0.value)" } + command
        try await tmux([
            "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
            "env -i TERM=tmux-256color \(words.map(Self.quoted).joined(separator: " ")); printf '\\n[ended %s]' $?; exec cat",
        ])
        try await tmux(["set-option", "-g", "status", "off"])
        try await tmux(["set-option", "-g", "escape-time", "0"])
        try await tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
    }

    deinit {
        // Where it has ended already there is nothing to end.
        _ = try? Spawned.run(["tmux", "-S", socket, "kill-server"])
    }

    /// Keys by tmux's names: `Enter`, `Tab`, `M-k`, `F1`.
    public func press(_ keys: String...) async throws {
        try await tmux(["send-keys", "-t", "0"] + keys)
    }

    public func type(_ text: String) async throws {
        try await tmux(["send-keys", "-t", "0", "-l", text])
    }

    /// Bytes exactly as a terminal would send them.
    public func send(bytes: [UInt8]) async throws {
        try await tmux(["send-keys", "-t", "0", "-H"] + bytes.map { String($0, radix: 16) })
    }

    /// A bracketed paste.
    public func paste(_ text: String) async throws {
        try await send(bytes: Array("\u{1b}[200~\(text)\u{1b}[201~".utf8))
    }

    /// Presses and releases the left button on the first place where `text` stands on the screen.
    public func click(_ text: String, alt: Bool = false, times: Int = 1) async throws {
        let (column, row) = try await place(of: text)
        for _ in 0..<times {
            let button = alt ? 8 : 0
            try await send(
                bytes: Array("\u{1b}[<\(button);\(column);\(row)M\u{1b}[<\(button);\(column);\(row)m".utf8))
        }
    }

    /// The screen as lines of text, spaces at their ends dropped.
    public func screen() async throws -> [String] {
        try await tmux(["capture-pane", "-p", "-t", "0"]).split(
            separator: "\n", omittingEmptySubsequences: false
        )
        .map(String.init)
    }

    /// Waits until `text` stands on the screen, and gives the screen.
    @discardableResult
    public func wait(for text: String, within seconds: Double = 15) async throws -> [String] {
        try await wait(within: seconds, until: "\(text) is there") { $0.contains { $0.contains(text) } }
    }

    @discardableResult
    public func wait(
        within seconds: Double = 15, until expectation: String, _ holds: ([String]) -> Bool
    ) async throws -> [String] {
        var last: [String] = []
        return try await eventually(
            within: seconds, seen: { "not \(expectation):\n\(last.joined(separator: "\n"))" }
        ) {
            last = try await screen()
            return holds(last) ? last : nil
        }
    }

    public func resize(columns: Int, rows: Int) async throws {
        try await tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
    }

    /// The process that runs in the window.
    public func processIdentifier() async throws -> Int32 {
        let shell = try await tmux(["display-message", "-p", "-t", "0", "#{pane_pid}"])
        let children = try await Self.run([
            "pgrep", "-P", shell.trimmingCharacters(in: .whitespacesAndNewlines),
        ])
        guard let pid = children.split(separator: "\n").compactMap({ Int32($0) }).first else {
            throw DidNotCome("no process in the window")
        }
        return pid
    }

    private func place(of text: String) async throws -> (column: Int, row: Int) {
        var found: (Int, Int)?
        try await wait(until: "\(text) is there") { lines in
            for (row, line) in lines.enumerated() {
                if let range = line.range(of: text) {
                    // Every character on our screens before a label is one column wide, but for those tests that say so.
                    found = (
                        line.distance(from: line.startIndex, to: range.lowerBound) + 1 + text.count / 2,
                        row + 1
                    )
                    return true
                }
            }
            return false
        }
        guard let found else { throw DidNotCome("no place of \(text)") }
        return found
    }

    @discardableResult
    private func tmux(_ arguments: [String]) async throws -> String {
        try await Self.run(["tmux", "-S", socket] + arguments)
    }

    private static func run(_ words: [String]) async throws -> String {
        try await offThread { try Spawned.run(words) }
    }

    private static func quoted(_ word: String) -> String {
        "'" + word.replacingOccurrences(of: "'", with: "'\\''") + "'"
    }
}
