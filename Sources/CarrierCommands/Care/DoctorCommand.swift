import ArgumentParser
import CarrierCore

/// `doctor`
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Looks for what could stop keys from working, and says what to do.",
        discussion: """
            Permissions, the file system, the store's integrity, its vault and machine, the UPS application, every \
            key, certificate authorities, the way to UPS and the clock. Nothing is changed. Exits with 0 when there is \
            no error, warnings or not, and with 78 when there is one.
            """)

    @OptionGroup var global: GlobalOptions
    @Flag(help: "Answer in JSON.") var json = false

    func run() async throws {
        let findings = try await Context(global).doctor().findings()
        if json {
            Output.json("findings", .array(findings.map(\.json)))
        } else {
            Output.table(
                ["SEVERITY", "CHECK", "FINDING"],
                findings.map {
                    [
                        $0.severity.title, $0.check.title,
                        $0.advice.isEmpty ? $0.message : "\($0.message) \($0.advice)",
                    ]
                })
        }
        if findings.contains(where: { $0.severity == .error }) { throw ExitCode(78) }
    }
}
