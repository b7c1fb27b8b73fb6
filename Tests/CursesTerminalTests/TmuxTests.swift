import Glibc
import TerminalKit
import TestSupport
import Testing

/// The probe under a shell in tmux: a terminal that keeps a screen, and job control.
extension RealTerminalTests {
    @Suite struct TmuxTests {
        @Test func `the picture stands on the screen as it was drawn`() throws {
            let tmux = try Tmux()
            try tmux.type(tmux.probe)
            try tmux.wait { $0.contains("size 80x24") && $0.contains("Z") }
            let rows = try tmux.rows()
            #expect(rows[2].hasPrefix("|漢字|e\u{301}|👍"))
            #expect(rows[2].hasSuffix("|🇺🇸|?|│┐|"))
            #expect(rows[23] == String(repeating: " ", count: 79) + "Z")
            #expect(
                try tmux.ask(
                    "#{alternate_on} #{mouse_any_flag} #{mouse_sgr_flag} #{cursor_x},#{cursor_y} #{cursor_flag}"
                )
                    == "1 1 1 2,4 1")
        }

        @Test func `what another program wrote over the screen is healed`() throws {
            let tmux = try Tmux()
            try tmux.type(tmux.probe)
            try tmux.wait { $0.contains("size 80x24") }
            try tmux.write("\u{1B}[H\u{1B}[Jintruder")
            try tmux.wait { $0.contains("intruder") && !$0.contains("size") }
            try tmux.command(["send-keys", "r"])
            try tmux.wait { $0.contains("size 80x24") && $0.contains("loud") && !$0.contains("intruder") }
        }

        @Test func `the shell stops the program and resumes it, at the size of then`() throws {
            let tmux = try Tmux()
            try tmux.type(tmux.probe)
            try tmux.wait { $0.contains("size 80x24") }
            try tmux.command(["send-keys", "C-z"])
            try tmux.wait { $0.contains("Stopped") }
            #expect(try tmux.ask("#{alternate_on} #{mouse_any_flag}") == "0 0")
            try tmux.type("stty -a")
            try tmux.wait { $0.contains(" icanon") && $0.contains(" echo ") && $0.contains(" icrnl") }
            try tmux.command(["resize-window", "-x", "100", "-y", "30"])
            try tmux.type("fg")
            try tmux.wait { $0.contains("size 100x30") }
            #expect(try tmux.ask("#{alternate_on} #{mouse_any_flag}") == "1 1")
            try tmux.command(["send-keys", "Up"])
            try tmux.wait { $0.contains("Code.up") }
            try tmux.command(["send-keys", "q"])
            try tmux.wait { !$0.contains("size") }
        }

        @Test func `after a crash the shell has its screen and its line back`() throws {
            let tmux = try Tmux()
            try tmux.type("echo before; \(tmux.probe); stty -a")
            try tmux.wait { $0.contains("size 80x24") }
            try tmux.command(["send-keys", "f"])
            try tmux.wait { $0.contains("before") && $0.contains(" icanon") && $0.contains(" echo ") }
            #expect(try tmux.ask("#{alternate_on} #{mouse_any_flag} #{cursor_flag}") == "0 0 1")
        }
    }
}

/// A tmux server of its own with one window of 80×24 and a shell in it.
private final class Tmux {
    let probe: String
    private let socket: String
    private static let environment = [
        "PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "TERM=xterm-256color", "HOME=/",
    ]

    init() throws {
        socket = "probe-\(getpid())-\(UInt32.random(in: .min ... .max))"
        probe = "SWIFT_BACKTRACE=enable=no \(try BuiltProgram.path(of: "terminal-probe")) 2>/dev/null"
        try command(["new-session", "-d", "-x", "80", "-y", "24", "bash --norc --noprofile"])
        try wait { $0.contains("$") || $0.contains("#") }
    }

    deinit {
        // The server may be gone already.
        _ = try? command(["kill-server"])
    }

    @discardableResult
    func command(_ arguments: [String]) throws -> String {
        try Spawned.run(
            ["tmux", "-L", socket, "-f", "/dev/null"] + arguments, environment: Self.environment)
    }

    /// A line for the shell.
    func type(_ line: String) throws {
        try command(["send-keys", "-l", line])
        try command(["send-keys", "Enter"])
    }

    func ask(_ format: String) throws -> String {
        try command(["display-message", "-p", format]).trimmingSuffix(while: \.isNewline)
    }

    /// Writes to the window past the program in it.
    func write(_ text: String) throws {
        let terminal = open(try ask("#{pane_tty}"), O_WRONLY | O_NOCTTY)
        defer { close(terminal) }
        _ = text.withCString { Glibc.write(terminal, $0, strlen($0)) }
    }

    func rows() throws -> [String] {
        try command(["capture-pane", "-p"]).split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
    }

    /// Waits until the screen looks right.
    func wait(until isRight: (String) -> Bool) throws {
        var screen = ""
        for _ in 0..<600 {
            screen = try command(["capture-pane", "-p"])
            if isRight(screen) { return }
            poll(nil, 0, 50)
        }
        throw DidNotCome("the screen never looked right:\n\(screen)")
    }
}

extension String {
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> String {
        String(self[..<(lastIndex { !isTrimmed($0) }.map(index(after:)) ?? startIndex)])
    }
}
