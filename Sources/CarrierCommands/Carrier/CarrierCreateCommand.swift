import ArgumentParser
import CarrierCore

/// `carrier create NAME`
struct CarrierCreateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Creates a carrier.", discussion: Assignments.explanation)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var assignments: Assignments
    @Argument(help: "The new carrier's name.") var name: String
    @Flag(help: "Answer in JSON.") var json = false

    func run() throws {
        let context = Context(global)
        var carrier = Carrier(name: name)
        try carrier.assign(assignments.set)
        let saved = try context.openStore().save(carrier, by: context.actor)
        if json { Output.json("carrier", saved.json) }
    }
}
