import ArgumentParser
import CarrierCore

/// `adapter map ADAPTER NUMBER`
struct AdapterMapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map", abstract: "Lets an adapter serve a shipper account.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var of: AdapterArgument
    @Argument(help: "The shipper number.") var number: String
    @Option(help: "Whose account it is, where several carriers have the number.") var carrier: String?

    func run() throws {
        let context = Context(global)
        try context.openStore().mapShipper(number, carrier: carrier, to: of.adapter, by: context.actor)
    }
}
