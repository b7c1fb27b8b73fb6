import ArgumentParser
import CarrierCore

/// `adapter …`: what calls UPS with a key of its own.
struct AdapterCommand: CommandGroup {
    static let configuration = CommandConfiguration(
        commandName: "adapter",
        abstract: "Shows, configures and maintains adapters.",
        discussion: """
            From nothing to Ready: authorize --adapter, adapter map, adapter maintain. Authorizing anew, another \
            configuration and another mapping ask for maintenance again.
            """,
        subcommands: [
            AdapterListCommand.self, AdapterShowCommand.self, AdapterConfigureCommand.self,
            AdapterMapCommand.self, AdapterUnmapCommand.self, AdapterMaintainCommand.self,
        ])
}
