import ArgumentParser

/// The options of every command.
struct GlobalOptions: ParsableArguments {
    @Option(
        name: .customLong("store"),
        help: ArgumentHelp(
            "The store.", discussion: "Default: $CARRIER_EDITOR_STORE, else in the data folder.",
            valueName: "path"), completion: .file())
    var storePath: String?

    @Option(
        name: .customLong("key-file"),
        help: ArgumentHelp(
            "The vault key file.", discussion: "Default: $CARRIER_EDITOR_KEY_FILE, else beside the store.",
            valueName: "path"), completion: .file())
    var keyFilePath: String?

    @Flag(help: "Say on standard error what is called; never a secret.")
    var verbose = false
}
