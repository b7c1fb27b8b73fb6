import ArgumentParser

/// `app …`: the installation's UPS application.
struct AppCommand: CommandGroup {
    static let configuration = CommandConfiguration(
        commandName: "app",
        abstract: "The installation's UPS application, used by the method Authorization Code.",
        subcommands: [AppSetCommand.self, AppShowCommand.self])
}
