import ArgumentParser
import CarrierCore

/// `user list`
struct UserListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists the users.")

    @OptionGroup var global: GlobalOptions
    @Flag(help: "Answer in JSON.") var json = false

    func run() throws {
        let users = try Context(global).openStore().users()
        if json {
            Output.json("users", .array(users.map(\.json)))
        } else {
            Output.table(
                ["USER", "ROLE", "PASSWORD", "STATE"],
                users.map {
                    [
                        $0.name, $0.role.title, $0.hasPassword ? "set" : "none",
                        $0.isDisabled ? "disabled" : "active",
                    ]
                })
        }
    }
}
