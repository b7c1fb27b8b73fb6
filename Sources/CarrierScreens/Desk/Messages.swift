internal import CarrierCore
internal import TerminalKit

extension Desk {
    /// Shows what went wrong: what happened and what to do. A cancelled task says nothing.
    func report(_ error: any Error) async {
        switch error {
        case is CancellationError: return
        case let error as CarrierError: await report(error.message, error.advice)
        default:
            await report("Something unexpected happened: \(error).", "Report this as a fault of the program.")
        }
    }

    private func report(_ message: String, _ advice: String) async {
        await program.inform("Carrier Editor", "\(message)\n\(advice)", kind: .error)
    }

    /// Asks before something is gone for good; Enter leaves it.
    ///
    /// The button that takes it away has no mnemonic: a key that is held down repeats the one that asked.
    func mayDestroy(_ title: String, _ text: String, button: String) async -> Bool {
        let cancel = Button("Cancel", closes: .cancel, isDefault: true)
        let destroy = Button(Caption(verbatim: button), closes: .yes)
        let window = Window.message(.warning, title: title, text: text, buttons: [destroy, cancel])
        window.moveFocus(to: cancel)
        return await program.present(window) == .yes
    }
}
