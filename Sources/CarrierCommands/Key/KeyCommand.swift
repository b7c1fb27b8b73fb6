import ArgumentParser

/// `key …`: a carrier's keys.
struct KeyCommand: CommandGroup {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Shows and removes a carrier's keys.",
        subcommands: [KeyShowCommand.self, KeyDeleteCommand.self])
}
