import ArgumentParser
import CarrierCore

/// `adapter unmap ADAPTER NUMBER`
struct AdapterUnmapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unmap", abstract: "Ends an adapter's service for a shipper account.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var of: AdapterArgument
    @Argument(help: "The shipper number.") var number: String

    func run() throws {
        let context = Context(global)
        try context.openStore().unmapShipper(number, from: of.adapter, by: context.actor)
    }
}
