import CarrierCore
import CarrierScreens
import CursesTerminal
import Glibc
import Synchronization
import TerminalKit

/// The editor's screens on this process's terminal.
@MainActor
struct TerminalEditor {
    let store: Store
    let context: Context
    let servers: UPSServers
    var isDemo = false
    /// What is done before a signal that ended it ends the process.
    var leaving: (@Sendable () -> Void)?

    /// Whether it is to go in lines: asked for, or because the terminal can do nothing else.
    ///
    /// Refuses before anything is opened or made. Throws `.usage` where windows have no terminal.
    nonisolated static func goesInLines(_ isAccessible: Bool, _ context: Context) throws(CarrierError) -> Bool
    {
        if isAccessible { return true }
        if context.environment["TERM"] == "dumb" {
            Output.remark("The terminal is dumb (TERM): plain prompts and lines take the place of windows.")
            return true
        }
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            throw CarrierError.usage(
                "The editor needs a terminal for its input and output.",
                advice: "Run it in a terminal, or use the other commands: carrier-editor --help.")
        }
        return false
    }

    /// Runs until the person quits, anew for each who signs in after another, and gives the terminal back. A signal
    /// that ended it then ends the process.
    ///
    /// - Parameter inLines: as plain prompts and lines, without drawing.
    func run(openCarrier: String? = nil, inLines: Bool) async throws -> EditorOutcome {
        if let openCarrier { _ = try store.carrier(named: openCarrier) }
        // A passphrase is asked for while the terminal is still line by line.
        if store.vaultKind == .passphrase { _ = try store.vault() }
        StandardInput.belongsToScreen.store(true, ordering: .relaxed)
        defer { StandardInput.belongsToScreen.store(false, ordering: .relaxed) }
        var outcome = try await runOnce(openCarrier, inLines: inLines)
        while outcome == .signInAnew { outcome = try await runOnce(nil, inLines: inLines) }
        return outcome
    }

    private func runOnce(_ openCarrier: String?, inLines: Bool) async throws -> EditorOutcome {
        inLines ? try await runInLines(openCarrier) : try await runOnScreen(openCarrier)
    }

    private func runOnScreen(_ openCarrier: String?) async throws -> EditorOutcome {
        let terminal: CursesTerminal
        do {
            terminal = try CursesTerminal.open()
        } catch {
            throw CarrierError.usage(error.message, advice: error.advice)
        }
        let outcome = await runCarrierEditor(
            desk: try desk(capabilities: terminal.capabilities), terminal: terminal,
            openCarrier: openCarrier, edit: editCarrier)
        terminal.close()
        await finish(outcome)
        if outcome != .signInAnew { leaving?() }
        terminal.endBySignal()
        return outcome
    }

    private func runInLines(_ openCarrier: String?) async throws -> EditorOutcome {
        let desk = try desk(capabilities: Capabilities(colors: .none, isUTF8: true))
        let lines = StandardLines()
        lines.say("Carrier Editor. \(Self.introduction)")
        let outcome = await runCarrierEditor(
            desk: desk, lines: lines, openCarrier: openCarrier, edit: editCarrier)
        lines.close()
        await finish(outcome)
        if outcome != .signInAnew { leaving?() }
        lines.endBySignal()
        return outcome
    }

    /// What has been sent to UPS is answered and stored first, with the terminal given back already.
    private func finish(_ outcome: EditorOutcome) async {
        // The demo goes on in this process.
        guard outcome == .quit else { return }
        if GracefulShutdown.isHeldBack {
            Output.remark("UPS still owes an answer about a key: it is waited for, and the key is stored.")
        }
        await GracefulShutdown.drain()
    }

    private static let introduction = """
        Answer each question with a line. Enter alone keeps what stands in brackets, a hyphen (-) empties it, a \
        question mark (?) explains, a full stop (.) or Ctrl+D goes back. A backslash before one of these makes it \
        the answer.
        """

    private func desk(capabilities: Capabilities) throws -> Desk {
        Desk(
            program: Program(), store: store,
            authorizer: try context.authorizer(store, servers: servers),
            broker: try context.broker(store, servers: servers),
            tracking: try context.tracking(servers: servers),
            maintenance: try context.maintenance(store, servers: servers),
            doctor: context.doctor(of: store, servers: servers), servers: servers, clock: context.clock,
            outside: .system(environment: context.environment, capabilities: capabilities),
            session: Session(), version: Version.text, isDemo: isDemo)
    }
}
