public import ArgumentParser

/// `carrier-editor`: the one executable; its commands stand one a file in this folder.
public struct CarrierEditorCommand: AsyncParsableCommand {
    /// What `--help` says, and all commands.
    public static let configuration = CommandConfiguration(
        commandName: "carrier-editor",
        abstract: "Sets up UPS carriers and keeps their OAuth keys alive.",
        discussion: """
            Without a command it opens the editor in this terminal. Data goes to standard output, all else to \
            standard error; --json answers in a form for programs.
            """,
        version: Version.text,
        subcommands: [
            EditCommand.self, DemoCommand.self, SandboxCommand.self, AppCommand.self, CarrierCommand.self,
            AccountCommand.self, AuthorizeCommand.self, TokenCommand.self, RefreshCommand.self,
            StatusCommand.self,
            KeyCommand.self, AdapterCommand.self, TrackCommand.self, UserCommand.self, AuditCommand.self,
            DoctorCommand.self, BackupCommand.self, RestoreCommand.self, RekeyCommand.self,
        ],
        defaultSubcommand: EditCommand.self)

    /// As ArgumentParser makes it, with nothing read yet.
    public init() {}
}
