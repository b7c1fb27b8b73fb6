import ArgumentParser
import CarrierCore

/// A command that only has others below it.
protocol CommandGroup: ParsableCommand {}

extension CommandGroup {
    /// Without one of them the command line is wrong, and a script must see it.
    func run() throws {
        let name = Self.configuration.commandName ?? ""
        let commands = Self.configuration.subcommands.compactMap { $0.configuration.commandName }
        throw CarrierError.usage(
            "\(name) takes one of these: \(commands.joined(separator: ", ")).",
            advice: "See carrier-editor \(name) --help.")
    }
}
