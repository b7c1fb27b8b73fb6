import ArgumentParser
import CarrierCore

/// `adapter configure ADAPTER --endpoint …`
struct AdapterConfigureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "configure", abstract: "Changes an adapter's Endpoint Type.",
        discussion: """
            The OAuth Authorization Option and its client are set by authorize --adapter. Maintenance is needed after a \
            change.
            """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var of: AdapterArgument
    @Option(help: "Where it calls: test or production.") var endpoint: EndpointType

    func run() throws {
        let context = Context(global)
        try context.openStore().updateAdapter(named: of.adapter, by: context.actor) {
            $0.endpoint = endpoint
        }
    }
}
