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
        try await Self.edit(Context(global), carrier: carrier, isAccessible: form.accessible)
    }

    /// Opens the editor, and after *Explore with the sandbox* the demo.
    @MainActor
    static func edit(_ context: Context, carrier: String? = nil, isAccessible: Bool = false) async throws {
        let inLines = try TerminalEditor.goesInLines(isAccessible, context)
        let editor = TerminalEditor(
            store: try context.openStore(), context: context, servers: try context.servers())
        if try await editor.run(openCarrier: carrier, inLines: inLines) == .exploreSandbox {
            try await Demo(context).run(inLines: inLines)
        }
    }
}
