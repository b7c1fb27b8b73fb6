import ArgumentParser
import CarrierCore

/// `carrier show NAME`
struct CarrierShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows one carrier with all its fields; never a key or a secret.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The carrier's name.") var name: String
    @Flag(help: "Answer in JSON.") var json = false

    func run() throws {
        let carrier = try Context(global).openStore().carrier(named: name)
        if json {
            Output.json("carrier", carrier.json)
        } else {
            Output.fields(carrier.json)
        }
    }
}
