import CarrierCore

/// Where the store and its key lie: a flag, else the environment, else the person's data folder.
struct StorePaths {
    let store: String
    let keyFile: String
    private let credentials: String?

    init(_ options: GlobalOptions, environment: [String: String]) throws(CarrierError) {
        func named(_ variable: String) -> String? { environment[variable].flatMap { $0.isEmpty ? nil : $0 } }
        if let path = options.storePath ?? named("CARRIER_EDITOR_STORE") {
            store = path
        } else if let data = named("XDG_DATA_HOME") ?? named("HOME").map({ "\($0)/.local/share" }) {
            store = "\(data)/carrier-editor/store.sqlite"
        } else {
            throw CarrierError(
                .setup, "There is no folder for the store: neither HOME nor XDG_DATA_HOME is set.",
                advice: "Set CARRIER_EDITOR_STORE or give --store.")
        }
        let folder = store.lastIndex(of: "/").map { store[...$0] } ?? ""
        keyFile = options.keyFilePath ?? named("CARRIER_EDITOR_KEY_FILE") ?? "\(folder)vault.key"
        credentials = named("CREDENTIALS_DIRECTORY")
    }

    var keys: VaultKeys {
        VaultKeys(
            keyFile: keyFile, credentialsDirectory: credentials,
            passphrase: { try StandardInput.secretLine(prompt: "Passphrase of the store: ") })
    }
}
