import Foundation
import Glibc
import TestSupport
import Testing
import UPSSandbox

@Suite("The terminal after authorize has asked for a paste", .serialized)
struct PromptTests {
    /// What a terminal is told to bring pastes in brackets, and no more.
    private static let (on, off) = ("\u{1B}[?2004h", "\u{1B}[?2004l")

    /// `authorize` at its prompt, in a terminal that has its standard error as well.
    private func prompt(_ stage: CommandStage) throws -> (terminal: PseudoTerminal, signInAddress: String) {
        let terminal = try PseudoTerminal(
            ["/bin/sh", "-c", "exec \"$0\" authorize UPS --endpoint test 2>&1", try BuiltProgram.path],
            environment: stage.program.environment.map { "\($0.key)=\($0.value)" })
        try terminal.wait("it asks") { Self.text(of: terminal).contains(Self.on) }
        let address = Self.text(of: terminal).split(whereSeparator: \.isNewline).first {
            $0.hasPrefix("http")
        }
        return (terminal, String(try #require(address)))
    }

    private static func text(of terminal: PseudoTerminal) -> String {
        String(decoding: terminal.output, as: UTF8.self)
    }

    /// The terminal is as it was, and what is written next begins a line.
    private func expectGivenBack(_ terminal: PseudoTerminal, status: Int32) throws {
        try terminal.waitForEnd()
        #expect(terminal.status == status)
        let after = try #require(Self.text(of: terminal).components(separatedBy: Self.on).last)
        #expect(after.contains(Self.off + "\r\n"), "\(after.debugDescription)")
        #expect(terminal.settingsNow.c_lflag == terminal.settingsBefore.c_lflag)
    }

    @Test("A redirect that was caught meanwhile gives it back")
    func caught() async throws {
        let stage = try await LoopbackStage()
        let (terminal, signInAddress) = try prompt(stage.commands)
        try await stage.visit(try #require(await stage.commands.sandbox.signIn(at: signInAddress)))
        try expectGivenBack(terminal, status: 0)
        #expect(Self.text(of: terminal).hasSuffix("The access token was generated successfully.\r\n"))
    }

    @Test("A sign-in that ends otherwise gives it back, with 77")
    func declined() async throws {
        let stage = try await LoopbackStage()
        let (terminal, signInAddress) = try prompt(stage.commands)
        let state = try #require(signInAddress.split(separator: "&").first { $0.hasPrefix("state=") })
        try await stage.visit("\(stage.redirectURI)?error=access_denied&\(state)")
        try expectGivenBack(terminal, status: 77 << 8)
    }

    @Test("Ctrl+C gives it back and ends the process as everywhere")
    func interrupted() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        let (terminal, _) = try prompt(stage)
        try terminal.type("\u{3}")
        try expectGivenBack(terminal, status: SIGINT)
    }

    @Test("Esc and Ctrl+D give the sign-in up, with 77", arguments: ["\u{1B}", "\u{4}"])
    func givenUp(_ key: String) async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        let (terminal, _) = try prompt(stage)
        try terminal.type(key)
        try expectGivenBack(terminal, status: 77 << 8)
        #expect(Self.text(of: terminal).contains("The sign-in was given up."))
    }

    @Test("A paste with breaks in it and Enter make the key")
    func pasted() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        let (terminal, signInAddress) = try prompt(stage)
        let address = try #require(await stage.sandbox.signIn(at: signInAddress))
        try terminal.type("\u{1B}[200~\(address.prefix(30))\n\(address.dropFirst(30))\u{1B}[201~\r")
        try expectGivenBack(terminal, status: 0)
    }
}
