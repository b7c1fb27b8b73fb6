internal import CarrierCore
internal import TerminalKit

/// The keys that a person has given to commands, in a file beside their other settings.
extension CarrierEditorApp {
    /// Takes the file's keys, as far as they can be followed.
    func bindKeys() {
        desk.program.keyMap = EditorCommands.keyMap
        do {
            guard let bytes = try desk.outside.keyBindings() else { return }
            let bindings = KeyBindings(
                String(decoding: bytes, as: UTF8.self), commands: EditorCommands.all,
                over: EditorCommands.keyMap)
            desk.program.keyMap = bindings.keyMap
            keyProblems = bindings.problems.map { "Line \($0.line): \($0.text)" }
        } catch let error as CarrierError {
            keyProblems = [error.message]
        } catch {
            keyProblems = ["\(error)"]
        }
    }

    /// Says once what of the file could not be followed.
    func tellOfKeyProblems() async {
        guard !keyProblems.isEmpty else { return }
        let problems = keyProblems
        keyProblems = []
        let window = Window("Keys", buttons: [.ok()]) {
            Paragraph("Not all of \(desk.outside.keyFile) can be followed:")
            Paragraph("")
            ScrollView { problems.map { Paragraph($0, role: .warning) } }
            Paragraph("")
            Paragraph("Help: Keys lists the commands and their keys.")
        }
        window.help = ToolsHelp.keys
        await desk.program.present(window)
    }
}
