import ArgumentParser
import CarrierCore

/// `account list CARRIER`
struct AccountListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the shipper accounts of a carrier.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The carrier's name.") var carrier: String
    @Flag(help: "Answer in JSON.") var json = false

    func run() throws {
        let accounts = try Context(global).openStore().carrier(named: carrier).accounts
        if json {
            Output.json("accounts", .array(accounts.map(\.json)))
        } else {
            Output.table(
                ["ACCOUNT NAME", "SHIPPER NUMBER", "POSTAL CODE", "COUNTRY CODE", "DEFAULT"],
                accounts.map { [$0.name, $0.number, $0.postalCode, $0.country, $0.isDefault ? "yes" : "no"] })
        }
    }
}
