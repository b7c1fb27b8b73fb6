import ArgumentParser
import CarrierCore

/// `adapter show ADAPTER`
struct AdapterShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows an adapter's configuration and how it stands.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var of: AdapterArgument
    @Flag(help: "Answer in JSON.") var json = false

    func run() throws {
        let context = Context(global)
        let store = try context.openStore()
        let standing = try store.standing(of: store.adapter(named: of.adapter))
        let document = standing.json(try context.tracking())
        if json {
            Output.json("adapter", document)
        } else {
            Output.fields(document)
        }
    }
}
