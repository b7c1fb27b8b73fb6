import ArgumentParser
import CarrierCore

/// `user add NAME --role ROLE`
struct UserAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Adds a user.")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The user's name.") var name: String
    @Option(help: "administrator or operator.") var role: Role
    @Flag(name: .customLong("password-stdin"), help: "Read the password from standard input's first line.")
    var readsPassword = false

    func run() throws {
        let context = Context(global)
        let password = readsPassword ? try StandardInput.secretLine(prompt: "Password: ") : nil
        try context.openStore().addUser(named: name, role: role, password: password, by: context.actor)
    }
}
