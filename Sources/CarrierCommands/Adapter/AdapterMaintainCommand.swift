import ArgumentParser
import CarrierCore

/// `adapter maintain ADAPTER`
struct AdapterMaintainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "maintain", abstract: "Tries an adapter out at UPS, and makes it Ready.",
        discussion: """
            A line for each shipper account, and the adapter's status. UPS is asked about one number; that it knows \
            nothing of it is well.
            """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var of: AdapterArgument
    @Option(help: "Try at test or production; default, and what makes Ready: the adapter's Endpoint Type.")
    var endpoint: EndpointType?

    func run() async throws {
        let context = Context(global)
        let store = try context.openStore()
        try await context.maintenance(store).run(of.adapter, endpoint: endpoint, by: context.actor) { line in
            Output.row(line.shipper, line.text)
        }
        let standing = try store.standing(of: store.adapter(named: of.adapter))
        Output.row(standing.adapter.name, standing.status.title)
    }
}
