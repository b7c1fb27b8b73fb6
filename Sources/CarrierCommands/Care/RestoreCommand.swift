import ArgumentParser
import CarrierCore

/// `restore FILE`
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Puts a backup in the store's place.",
        discussion: """
            Refresh tokens work once and may have been spent since the backup: keys that have one are uncertain \
            afterwards, and status says so until a refresh or a new sign-in has settled it.
            """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The backup.", completion: .file()) var file: String
    @Flag(help: "Replace the store that is there; a copy of it is kept beside it.") var replace = false

    func run() throws {
        let context = Context(global)
        let paths = try context.paths()
        let kept = try Store.restore(
            file, at: paths.store, keys: paths.keys, mayReplace: replace, by: context.actor)
        Output.remark(
            "Restored \(file). Its keys are uncertain: carrier-editor refresh --all settles them, unless another "
                + "machine goes on with them, whose keys that would end.")
        if let kept { Output.remark("The store that was there is kept as \(kept).") }
    }
}
