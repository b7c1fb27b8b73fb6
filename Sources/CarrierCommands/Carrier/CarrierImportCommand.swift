import ArgumentParser
import CarrierCore

/// `carrier import FILE`
struct CarrierImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Reads carriers that `carrier export` wrote; all of them or none.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The file; - reads standard input.", completion: .file()) var file: String
    @Flag(help: "Replace carriers of the same name, which keep their keys.") var replace = false
    @Flag(help: "Leave carriers of the same name as they are.") var skip = false
    @Flag(help: "Answer in JSON.") var json = false

    func validate() throws {
        if replace && skip { throw ValidationError("--replace and --skip exclude each other.") }
    }

    func run() throws {
        let context = Context(global)
        let document = try CarrierDocument(parsing: try InputFile.contents(of: file))
        let conflict: ImportConflict = replace ? .replace : skip ? .skip : .refuse
        let store = try context.openStore()
        let outcome = try store.importCarriers(document, onConflict: conflict, by: context.actor)
        if json {
            Output.json(
                "carriers", .array(try store.carriers(named: outcome.created + outcome.replaced).map(\.json)))
        } else {
            for name in outcome.created { Output.remark("Imported \(name).") }
            for name in outcome.replaced { Output.remark("Replaced \(name).") }
            for name in outcome.skipped { Output.remark("Left \(name) as it was.") }
            if document.carriers.isEmpty { Output.remark("There is no carrier in it: nothing was imported.") }
        }
    }
}
