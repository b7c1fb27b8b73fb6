import CarrierCore
import Glibc
import Synchronization

/// What a command reads: a secret's line first, and after it what else it needs.
enum StandardInput {
    /// While the editor reads the terminal nobody can be asked beside it.
    static let belongsToScreen = Atomic(false)

    static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    /// The first line, without its end; read byte by byte, so that what follows stays for the next reader. On a
    /// terminal it is not echoed.
    ///
    /// - Parameter missing: what is said where there is nothing in it.
    static func secretLine(prompt: String, missing: String = "No secret was given.") throws -> Secret {
        guard !belongsToScreen.load(ordering: .relaxed) else {
            throw CarrierError(
                .setup, subject: "passphrase", "The store's vault key was changed meanwhile.",
                advice: "Leave the editor and start it again.")
        }
        var bytes: [UInt8] = []
        try withoutEcho(prompt: prompt) {
            while let byte = try nextByte(), byte != UInt8(ascii: "\n") {
                guard bytes.count < 64 << 10 else {
                    throw CarrierError(
                        .invalid, "The secret is longer than 64 KiB.", advice: "Give it as one line.")
                }
                bytes.append(byte)
            }
        }
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        guard !bytes.isEmpty else {
            throw CarrierError(
                .invalid, missing, advice: "Write it as the first line of standard input.")
        }
        guard !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil else {
            throw CarrierError(
                .invalid, "The secret is no text: it has a null byte, or is not UTF-8.",
                advice: "Give it as one line of UTF-8.")
        }
        return Secret(bytes)
    }

    /// All that is left of a pipe or a file.
    static func rest() throws(CarrierError) -> [UInt8] {
        try InputFile.standard.contents()
    }

    /// Up to `count` bytes; nil at the end.
    static func read(_ count: Int) throws(CarrierError) -> [UInt8]? {
        try InputFile.standard.read(count)
    }

    /// Whether more can be read before so many milliseconds have passed.
    static func hasMore(within milliseconds: Int32) -> Bool {
        var state = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        return poll(&state, 1, milliseconds) > 0
    }

    private static func nextByte() throws -> UInt8? {
        try read(1)?.first
    }

    private static func withoutEcho(prompt: String, _ body: () throws -> Void) throws {
        guard isTerminal else { return try body() }
        Output.prompt(prompt)
        try TerminalMode.quiet.during(body)
    }
}
