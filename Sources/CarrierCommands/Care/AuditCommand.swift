import ArgumentParser
import CarrierCore

/// `audit`
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Shows who did what, the oldest first.")

    @OptionGroup var global: GlobalOptions
    @Option(
        help: ArgumentHelp(
            "Only what happened since: a day or an instant in UTC, such as 2026-11-01 or 2026-11-01T08:00:00Z.",
            valueName: "instant"),
        transform: AuditCommand.instant)
    var since: Int64?
    @Flag(help: "Answer in JSON.") var json = false

    func run() throws {
        let events = try Context(global).openStore().auditEvents(since: since ?? .min)
        if json {
            Output.json("events", .array(events.map(\.json)))
        } else {
            Output.table(
                ["AT (UTC)", "WHO", "ACTION", "WHAT", "DETAIL"],
                events.map { [ISODate.text($0.at), $0.actor, $0.action, $0.subject, $0.detail] })
        }
    }

    @Sendable private static func instant(_ text: String) throws -> Int64 {
        guard let instant = ISODate.milliseconds(text) else {
            throw ValidationError("An instant is written like 2026-11-01 or 2026-11-01T08:00:00Z.")
        }
        return instant
    }
}
