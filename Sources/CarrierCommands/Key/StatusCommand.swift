import ArgumentParser
import CarrierCore

/// `status`: every key and how it stands, with the exit codes of monitoring plugins.
struct StatusCommand: ParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case table, json, prometheus
    }

    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Shows every key, its state and the days left.",
        discussion: """
            Exits with 0 when all is well, with 1 when something expires soon, and with 2 when something expired, needs \
            a sign-in or is uncertain. Inactive carriers and keys never made raise nothing.
            """)

    @OptionGroup var global: GlobalOptions
    @Option(help: "What counts as soon, such as 7d; default: the setting.", transform: Days.parse) var within:
        Int?
    @Flag(help: "The same as --format json.") var json = false
    @Option(help: "table, json or prometheus.") var format: Format?

    func validate() throws {
        guard !json || format == nil || format == .json else {
            throw ValidationError("--json and --format exclude each other.")
        }
    }

    func run() throws {
        let context = Context(global)
        let store = try context.openStore()
        let days = try within ?? store.settings().alertDays
        let now = context.clock.now()
        let lines = try KeyStatus.all(store, alertDays: days, now: now)
        switch format ?? (json ? .json : .table) {
        case .json: Output.json("keys", .array(lines.map(\.json)))
        case .prometheus: KeyMetrics.print(lines)
        case .table:
            let form = try store.settings().dateForm
            Output.table(
                ["OWNER", "ENDPOINT", "STATE", "DAYS LEFT", "ENDS", "AUTHORIZED BY"],
                lines.map {
                    [
                        $0.owner, $0.endpoint.title, $0.state.words,
                        $0.secondsLeft.map { String($0 / 86_400) } ?? "",
                        $0.grant?.expiry.map { LocalDate.text($0, form) } ?? "", $0.grant?.authorizedBy ?? "",
                    ]
                })
        }
        throw ExitCode(lines.map(\.severity).max() ?? 0)
    }
}
