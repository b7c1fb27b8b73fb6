import ArgumentParser
import CarrierCore

/// `account add CARRIER --number N --postal-code P --country C`
struct AccountAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Adds a shipper account to a carrier.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The carrier's name.") var carrier: String
    @Option(help: "The shipper number: 6 letters or digits.") var number: String
    @Option(help: "The account's postal code.") var postalCode: String
    @Option(help: "The account's country code, such as US.") var country: String
    @Option(help: "A name to tell the account by.") var name: String = ""
    @Flag(help: "The account has generated an invoice in the last 90 days.") var recentInvoice = false
    @Flag(help: "Make it the carrier's default account.") var `default` = false

    func run() throws {
        let context = Context(global)
        let account = ShipperAccount(
            name: name, number: number, postalCode: postalCode, country: country,
            hasRecentInvoice: recentInvoice,
            isDefault: `default`)
        if let error = CarrierError(account.validate()) { throw error }
        try context.openStore().updateCarrier(named: carrier, by: context.actor) { carrier in
            guard !carrier.accounts.contains(where: { $0.number == account.number.uppercased() }) else {
                throw CarrierError(
                    .invalid, subject: "number",
                    "The carrier \(carrier.name) has the shipper account \(account.number) already.",
                    advice: "See carrier-editor account list for those it has.")
            }
            carrier.addAccount(account)
        }
    }
}
