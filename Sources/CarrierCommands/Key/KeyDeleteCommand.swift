import ArgumentParser
import CarrierCore

/// `key delete CARRIER`
struct KeyDeleteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Removes a key from this store.",
        discussion: "UPS documents no way to revoke a key: change the UPS.com password to void it there.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var at: EndpointOption
    @Argument(help: "The carrier's name.") var carrier: String

    func run() throws {
        let context = Context(global)
        let store = try context.openStore()
        let address = try KeyAddress(store, carrier: carrier, endpoint: at.endpoint, mayBeLegacy: true)
        try store.deleteGrant(store.key(at: address), ownerName: address.name, actor: context.actor)
    }
}
