import ArgumentParser

/// `--set KEY=VALUE`, as often as needed.
struct Assignments: ParsableArguments {
    static let explanation = """
        The keys are the names that `carrier show --json` prints, dotted inside an address \
        (companyAddress.city=Ada); lists are comma-separated, and an empty value clears.
        """

    @Option(
        name: .customLong("set"), parsing: .singleValue,
        help: ArgumentHelp("Sets one field; may be repeated.", valueName: "key=value"))
    var set: [String] = []
}
