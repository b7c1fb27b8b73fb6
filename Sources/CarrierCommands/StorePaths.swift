import CarrierCore

/// Where the store and its key lie: a flag, else the environment, else the person's data folder.
struct StorePaths {
    let store: String
    let keyFile: String
    private let credentials: String?

    /// - Parameters:
    ///   - givenStore: what the flag says, and `givenKeyFile` likewise.
    init(
        store givenStore: String?, keyFile givenKeyFile: String?, environment: [String: String]
    ) throws(CarrierError) {
        let home = Self.named("HOME", environment).map { "\($0)/.local/share" }
        if let path = givenStore ?? Self.named("CARRIER_EDITOR_STORE", environment) {
            store = path
        } else if let data = Self.named("XDG_DATA_HOME", environment).flatMap({ $0.hasPrefix("/") ? $0 : nil }
        )
            ?? home
        {
            // A relative path there is invalid and to be ignored (XDG Base Directory Specification).
            store = "\(data)/carrier-editor/store.sqlite"
        } else {
            throw CarrierError(
                .setup, "There is no folder for the store: neither HOME nor XDG_DATA_HOME is set.",
                advice: "Set CARRIER_EDITOR_STORE or give --store.")
        }
        let named = givenKeyFile ?? Self.named("CARRIER_EDITOR_KEY_FILE", environment)
        keyFile = named ?? VaultKeys.keyFile(besideStoreAt: store)
        credentials = Self.named("CREDENTIALS_DIRECTORY", environment)
    }

    /// A variable that is set and not empty.
    private static func named(_ variable: String, _ environment: [String: String]) -> String? {
        environment[variable].flatMap { $0.isEmpty ? nil : $0 }
    }

    var keys: VaultKeys {
        VaultKeys(
            keyFile: keyFile, credentialsDirectory: credentials,
            passphrase: {
                try StandardInput.secretLine(
                    prompt: "Passphrase of the store: ", missing: "The passphrase of the store is needed.")
            })
    }
}
