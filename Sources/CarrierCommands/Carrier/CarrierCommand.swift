import ArgumentParser

/// `carrier …`: the carriers.
struct CarrierCommand: CommandGroup {
    static let configuration = CommandConfiguration(
        commandName: "carrier",
        abstract: "Lists, shows and changes carriers.",
        subcommands: [
            CarrierListCommand.self, CarrierShowCommand.self, CarrierCreateCommand.self,
            CarrierUpdateCommand.self,
            CarrierCopyCommand.self, CarrierDeleteCommand.self, CarrierExportCommand.self,
            CarrierImportCommand.self,
        ])
}
