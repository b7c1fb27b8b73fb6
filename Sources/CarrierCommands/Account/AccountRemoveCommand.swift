import ArgumentParser
import CarrierCore

/// `account remove CARRIER NUMBER`
struct AccountRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Removes a shipper account from a carrier.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The carrier's name.") var carrier: String
    @Argument(help: "The shipper number.") var number: String

    func run() throws {
        let context = Context(global)
        try context.openStore().updateCarrier(named: carrier, by: context.actor) {
            try $0.removeAccount(number)
        }
    }
}
