import ArgumentParser
import CarrierCore

/// `adapter list`
struct AdapterListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the adapters and how they stand.")

    @OptionGroup var global: GlobalOptions
    @Flag(help: "Answer in JSON.") var json = false

    func run() throws {
        let context = Context(global)
        let standings = try context.openStore().adapterStandings()
        if json {
            let tracking = try context.tracking()
            Output.json("adapters", .array(standings.map { $0.json(tracking) }))
        } else {
            Output.table(
                ["ADAPTER", "AUTHORIZATION", "STATUS", "SHIPPERS"],
                standings.map {
                    [
                        $0.adapter.name, $0.adapter.authorizationOption.title, $0.status.title,
                        $0.adapter.shippers.joined(separator: ", "),
                    ]
                })
        }
    }
}
