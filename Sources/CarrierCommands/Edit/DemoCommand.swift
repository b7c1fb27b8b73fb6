import ArgumentParser
import UPSSandbox

/// `demo`: the editor on a throw-away store, with a UPS of our own.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Opens the editor on a throw-away store with sample carriers and a local UPS sandbox.",
        discussion: """
            Nothing of it is kept, and no store of yours is touched. Sign in at its UPS as \(User.demo.name) with the \
            password \(User.demo.password). Tools > Track knows \(SandboxCommand.trackingNumbers).
            """)

    private typealias User = SandboxConfiguration.User

    @OptionGroup var global: GlobalOptions
    @OptionGroup var form: EditorForm

    func run() async throws {
        let context = Context(global)
        try await Demo(context).run(inLines: try TerminalEditor.goesInLines(form.accessible, context))
    }
}
