import ArgumentParser
import CarrierCore

/// `account set-default CARRIER NUMBER`
struct AccountSetDefaultCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set-default", abstract: "Makes one shipper account the carrier's default.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The carrier's name.") var carrier: String
    @Argument(help: "The shipper number.") var number: String

    func run() throws {
        let context = Context(global)
        try context.openStore().updateCarrier(named: carrier, by: context.actor) {
            try $0.setDefaultAccount(number)
        }
    }
}
