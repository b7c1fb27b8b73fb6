import ArgumentParser
import CarrierCore

/// `user password NAME`
struct UserPasswordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password", abstract: "Sets a user's password, read from standard input's first line.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The user's name.") var name: String

    func run() throws {
        let context = Context(global)
        let store = try context.openStore()
        _ = try store.user(named: name)
        let password = try StandardInput.secretLine(prompt: "New password: ")
        if StandardInput.isTerminal, try StandardInput.secretLine(prompt: "Once more: ") != password {
            throw CarrierError(.invalid, "The two passwords differ.", advice: "Run the command again.")
        }
        try store.setPassword(password, of: name, by: context.actor)
    }
}
