/// Where the vault's key comes from.
public enum VaultKind: String, CodedValue {
    /// A file of 32 random bytes, made on the first run.
    case keyFile = "key-file"
    /// A passphrase, stretched with Argon2id.
    case passphrase
    /// A systemd credential of 32 bytes, named `carrier-editor.key` (systemd.exec(5), LoadCredential=).
    case systemd

    public var title: String {
        switch self {
        case .keyFile: "Key File"
        case .passphrase: "Passphrase"
        case .systemd: "systemd Credential"
        }
    }
}

/// The ways this process has to a vault key; the store says which of them it needs.
public struct VaultKeys: Sendable {
    /// Path of the key file.
    public var keyFile: String
    /// `$CREDENTIALS_DIRECTORY`.
    public var credentialsDirectory: String?
    /// Asks for the passphrase; nil where nobody can be asked.
    public var passphrase: (@Sendable () throws -> Secret)?

    /// The name of the systemd credential.
    public static let credentialName = "carrier-editor.key"

    /// Where the key file of a store lies when no other path is named.
    public static func keyFile(besideStoreAt path: String) -> String { path + ".key" }

    public init(
        keyFile: String, credentialsDirectory: String? = nil,
        passphrase: (@Sendable () throws -> Secret)? = nil
    ) {
        self.keyFile = keyFile
        self.credentialsDirectory = credentialsDirectory
        self.passphrase = passphrase
    }
}
