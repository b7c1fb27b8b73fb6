import ArgumentParser
import CarrierCore

/// `backup FILE`
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copies the store into a new file, also while it is in use.",
        discussion: """
            Secrets stay sealed in the copy, and the vault key is not part of it: keep a copy of the key elsewhere. A \
            file that is there is never replaced.
            """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The file to make.", completion: .file()) var file: String

    func run() throws {
        let context = Context(global)
        let store = try context.openStore()
        try store.backUp(to: file, by: context.actor)
        let paths = try context.paths()
        Output.remark("Backed up to \(file). \(Self.advice(store.vaultKind, keyFile: paths.keyFile))")
    }

    private static func advice(_ kind: VaultKind, keyFile: String) -> String {
        switch kind {
        case .keyFile:
            "It opens with the key file \(keyFile) only: keep a copy of that elsewhere, never beside it."
        case .passphrase: "It opens with the store's passphrase only."
        case .systemd:
            "It opens with the systemd credential \(VaultKeys.credentialName) only: keep a copy of that."
        }
    }
}
