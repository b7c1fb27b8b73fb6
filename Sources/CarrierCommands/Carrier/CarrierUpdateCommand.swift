import ArgumentParser
import CarrierCore

/// `carrier update NAME`
struct CarrierUpdateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Changes fields of a carrier.", discussion: Assignments.explanation)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var assignments: Assignments
    @Argument(help: "The carrier's name.") var name: String
    @Option(
        name: .customLong("if-version"), parsing: .unconditional,
        help: ArgumentHelp("Only if the carrier still has this version.", valueName: "n"))
    var version: Int?
    @Flag(help: "Answer in JSON.") var json = false

    func run() throws {
        let context = Context(global)
        let saved = try context.openStore().updateCarrier(named: name, ifVersion: version, by: context.actor)
        {
            try $0.assign(assignments.set)
        }
        if json { Output.json("carrier", saved.json) }
    }
}
