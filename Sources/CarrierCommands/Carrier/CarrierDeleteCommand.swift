import ArgumentParser
import CarrierCore

/// `carrier delete NAME --yes`
struct CarrierDeleteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Deletes a carrier with its accounts and keys.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The carrier's name.") var name: String
    @Flag(help: "Yes, delete it.") var yes = false

    func run() throws {
        let context = Context(global)
        guard yes else {
            throw CarrierError.usage(
                "Deleting \(name) takes its accounts and keys with it.", advice: "Add --yes if that is meant."
            )
        }
        try context.openStore().deleteCarrier(named: name, by: context.actor)
    }
}
