import ArgumentParser
import CarrierCore

/// `carrier export [NAME…]`
struct CarrierExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes carriers as JSON, all or those named; never a key or a secret.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The carriers' names; none means all.") var names: [String] = []

    func run() throws {
        let carriers = try Context(global).openStore().carriers(named: names)
        Output.line(CarrierDocument(carriers).json.text(pretty: true))
    }
}
