import ArgumentParser
import CarrierCore
import UPSSandbox

/// `sandbox`: a UPS of our own on loopback, alone.
struct SandboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sandbox",
        abstract: "Runs a UPS of our own on this machine, for trying out and for tests.",
        discussion: """
            One sandbox is one endpoint type. Set CARRIER_EDITOR_UPS_TEST_URL (or CARRIER_EDITOR_UPS_PRODUCTION_URL) to the address it \
            prints. Its app, for Settings, app set and the customer methods: Client ID \(Application.demo.clientID), \
            Client Secret \(Application.demo.clientSecret ?? "none"), Redirect URI \
            \(Application.demo.redirectURIs.joined(separator: " or ")).

            Sign in as \(User.demo.name) with the password \(User.demo.password). Without a browser: \
            curl -s -o /dev/null -w '%{redirect_url}' -d username=\(User.demo.name) -d password=\(User.demo.password) \
            -d agree=on ADDRESS, where ADDRESS is what the sign-in address redirects to.

            Shipper numbers on its profile: \(User.demo.accounts.joined(separator: ", ")). Tracking numbers it knows: \
            \(trackingNumbers).
            """)

    static let trackingNumbers = SampleNumber.allCases.map(\.rawValue).joined(separator: ", ")

    typealias Application = SandboxConfiguration.Application
    typealias User = SandboxConfiguration.User

    @OptionGroup var global: GlobalOptions

    @Option(help: "The port on 127.0.0.1; 0 picks a free one.")
    var port: UInt16 = 0

    @Option(
        name: .customLong("access-token-ttl"), parsing: .unconditional, help: "Seconds an access token lives."
    )
    var accessTokenLifetime: Int?

    @Option(
        name: .customLong("refresh-token-ttl"), parsing: .unconditional,
        help: "Seconds a refresh token lives.")
    var refreshTokenLifetime: Int?

    @Option(
        name: .customLong("fault"),
        help: ArgumentHelp(
            "Something that goes wrong on purpose; may be repeated.",
            discussion: """
                NAME[=VALUE][@ENDPOINT[,ENDPOINT]...][:TIMES], such as rate-limit=5@refresh:2. Names: \
                \(SandboxFault.Name.allCases.map(\.rawValue).joined(separator: ", ")).
                """, valueName: "fault"))
    var faults: [String] = []

    @Flag(help: "Serve the paths below /sandbox/ too, where tests count calls and set faults.")
    var administration = false

    func run() async throws {
        let sandbox = UPSSandbox(try configuration())
        try await sandbox.listen()
        Output.line("listening on \(await sandbox.address)")
        for await call in await sandbox.calls() where global.verbose {
            Output.remark("\(call.method) \(call.path) \(call.status)")
        }
    }

    func validate() throws {
        let tenYears = 315_360_000
        for lifetime in [accessTokenLifetime, refreshTokenLifetime].compactMap(\.self) {
            guard (0...tenYears).contains(lifetime) else {
                throw ValidationError("A token's life is 0 to \(tenYears) seconds.")
            }
        }
    }

    private func configuration() throws(CarrierError) -> SandboxConfiguration {
        var configuration = SandboxConfiguration()
        configuration.port = port
        configuration.administration = administration
        if let accessTokenLifetime { configuration.accessTokenLifetime = accessTokenLifetime }
        if let refreshTokenLifetime { configuration.refreshTokenLifetime = refreshTokenLifetime }
        do throws(SandboxError) {
            for fault in faults { configuration.faults.append(try SandboxFault(fault)) }
        } catch {
            throw .usage(error.message, advice: error.advice)
        }
        return configuration
    }
}
