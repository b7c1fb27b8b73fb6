import ArgumentParser
import CarrierCore

/// `user disable NAME`
struct UserDisableCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Disables a user; nothing recorded of them is lost.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The user's name.") var name: String

    func run() throws {
        let context = Context(global)
        try context.openStore().setDisabled(true, of: name, by: context.actor)
    }
}
