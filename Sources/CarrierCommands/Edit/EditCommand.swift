import ArgumentParser
import CarrierScreens

/// `edit`, and `carrier-editor` alone: the editor in this terminal.
struct EditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Opens the terminal editor.")

    @OptionGroup var global: GlobalOptions
    @Option(help: ArgumentHelp("Go straight to one carrier.", valueName: "name")) var carrier: String?

    @OptionGroup var form: EditorForm

    func run() async throws {
        let context = Context(global)
        let inLines = try form.inLines(context)
        let editor = TerminalEditor(
            store: try context.openStore(), context: context, servers: try context.servers())
        if try await editor.run(openCarrier: carrier, inLines: inLines) == .exploreSandbox {
            try await Demo(context).run(inLines: inLines)
        }
    }
}
