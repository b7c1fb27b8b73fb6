import ArgumentParser

/// `account …`: a carrier's shipper accounts.
struct AccountCommand: CommandGroup {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "Lists and changes a carrier's shipper accounts.",
        subcommands: [
            AccountListCommand.self, AccountAddCommand.self, AccountSetDefaultCommand.self,
            AccountRemoveCommand.self,
        ])
}
