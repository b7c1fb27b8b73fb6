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

    /// Refuses before anything is opened or made. Throws `.usage`.
    nonisolated static func requireTerminal() throws(CarrierError) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            throw CarrierError.usage(
                "The editor needs a terminal for its input and output.",
                advice: "Run it in a terminal, or use the other commands: carrier-editor --help.")
        }
    }

    /// Runs until the person quits, and gives the terminal back. A signal that ended it then ends the process.
    func run(openCarrier: String? = nil) async throws -> EditorOutcome {
        if let openCarrier { _ = try store.carrier(named: openCarrier) }
        // A passphrase is asked for while the terminal is still line by line.
        if store.vaultKind == .passphrase { _ = try store.vault() }
        StandardInput.belongsToScreen.store(true, ordering: .relaxed)
        defer { StandardInput.belongsToScreen.store(false, ordering: .relaxed) }
        let terminal: CursesTerminal
        do {
            terminal = try CursesTerminal.open()
        } catch {
            throw CarrierError.usage(error.message, advice: error.advice)
        }
        let desk = Desk(
            program: Program(theme: Theme.fitting(terminal.capabilities)), store: store,
            authorizer: try context.authorizer(store, servers: servers),
            broker: try context.broker(store, servers: servers),
            tracking: try context.tracking(servers: servers),
            maintenance: try context.maintenance(store, servers: servers),
            doctor: context.doctor(of: store, servers: servers), servers: servers, clock: context.clock,
            outside: .system(environment: context.environment), session: Session())
        let outcome = await runCarrierEditor(
            desk: desk, terminal: terminal, openCarrier: openCarrier, edit: editCarrier)
        terminal.close()
        terminal.endBySignal()
        return outcome
    }
}
