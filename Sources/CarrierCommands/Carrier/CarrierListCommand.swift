import ArgumentParser
import CarrierCore

/// `carrier list`
struct CarrierListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists all carriers.")

    @OptionGroup var global: GlobalOptions
    @Flag(help: "Answer in JSON.") var json = false

    func run() throws {
        let store = try Context(global).openStore()
        if json {
            Output.json("carriers", .array(try store.carriers().map(\.json)))
        } else {
            let summaries = try store.carrierSummaries(limit: .max)
            Output.table(
                ["CARRIER NAME", "API TYPE", "ENDPOINT", "ACTIVE"],
                summaries.map {
                    [$0.name, $0.apiType.title, $0.endpoint.title, $0.isInactive ? "no" : "yes"]
                })
        }
    }
}
