import ArgumentParser
import CarrierCore

/// `rekey`
struct RekeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rekey",
        abstract: "Seals every secret anew under a new vault key, and can change the way it is kept.",
        discussion: """
            key-file: 32 random bytes beside the store. passphrase: asked for at every use of a secret. systemd: a \
            credential of 32 bytes named \(VaultKeys.credentialName). From standard input the present passphrase is \
            read first, where there is one, then the new one, a line each.
            """)

    @OptionGroup var global: GlobalOptions
    @Option(help: "key-file, passphrase or systemd; default: as it is kept now.") var to: VaultKind?

    func run() throws {
        let context = Context(global)
        let store = try context.openStore()
        _ = try store.vault()
        let kind = to ?? store.vaultKind
        let copy = try store.rekey(to: kind, passphrase: Self.newPassphrase, by: context.actor)
        Output.remark("The secrets of the store are sealed under a new key (\(kind.title)).")
        if let copy {
            Output.remark(
                "The old key is kept as \(copy) for backups made with it: remove it once there is a new backup."
            )
        }
    }

    @Sendable private static func newPassphrase() throws -> Secret {
        let passphrase = try StandardInput.secretLine(prompt: "New passphrase: ")
        guard !passphrase.isEmpty else {
            throw CarrierError(
                .invalid, "The passphrase is empty.", advice: "Give one with characters in it.")
        }
        if StandardInput.isTerminal, try StandardInput.secretLine(prompt: "Once more: ") != passphrase {
            throw CarrierError(.invalid, "The two passphrases differ.", advice: "Run the command again.")
        }
        return passphrase
    }
}
