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
        let store = try context.openStore()
        try store.addUser(named: name, role: role, password: password, by: context.actor)
        let open = try store.users().filter { !$0.isDisabled && !$0.hasPassword }.map(\.name)
        if !open.isEmpty {
            Output.remark(
                "carrier-editor: Anyone can sign in to the editor as \(open.joined(separator: ", ")), without a "
                    + "password. Set one with carrier-editor user password NAME.")
        }
    }
}
