import ArgumentParser
import CarrierCore

/// `carrier copy NAME NEW`
struct CarrierCopyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy", abstract: "Copies a carrier: everything but its keys.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The carrier's name.") var name: String
    @Argument(help: "The copy's name.") var newName: String
    @Flag(help: "Answer in JSON.") var json = false

    func run() throws {
        let context = Context(global)
        let copy = try context.openStore().copyCarrier(named: name, as: newName, by: context.actor)
        if json { Output.json("carrier", copy.json) }
    }
}
