import ArgumentParser

/// `user …`: the people of this station.
struct UserCommand: CommandGroup {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: "The people who sign in to the editor.",
        discussion: "The command line itself acts as administrator, recorded under the system's login name.",
        subcommands: [
            UserAddCommand.self, UserListCommand.self, UserPasswordCommand.self, UserDisableCommand.self,
        ])
}
