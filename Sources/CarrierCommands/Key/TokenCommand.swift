import ArgumentParser
import CarrierCore

/// `token CARRIER`: a valid access token for another program.
struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Prints a valid access token, refreshed if it must be.",
        discussion: """
            The token and nothing else goes to standard output. However many ask at once, UPS is asked once. \
            Example: curl -H "Authorization: Bearer $(carrier-editor token UPS)" ...
            """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var at: EndpointOption
    @Argument(help: "The carrier's name.") var carrier: String
    @Option(
        name: .customLong("min-ttl"), parsing: .unconditional,
        help: ArgumentHelp("Refresh once if it lives for less than this.", valueName: "seconds"))
    var minimumLife: Int64?
    @Flag(name: .customLong("no-refresh"), help: "Never ask UPS.") var withoutRefresh = false
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("How long to wait for another process, and to try again.", valueName: "seconds"))
    var timeout: Int64 = 40
    @Flag(help: "Answer in JSON.") var json = false

    func validate() throws {
        guard (0...86_400).contains(minimumLife ?? 0), (0...3600).contains(timeout) else {
            throw ValidationError("--min-ttl goes from 0 to 86400 seconds, and --timeout from 0 to 3600.")
        }
    }

    func run() async throws {
        let context = Context(global)
        let store = try context.openStore()
        let key = try KeyAddress(store, carrier: carrier, endpoint: at.endpoint)
        _ = try store.key(at: key)
        let token = try await context.broker(store).token(
            for: key.owner, named: key.name, endpoint: key.endpoint,
            TokenBroker.Terms(minimumLife: minimumLife, mayRefresh: !withoutRefresh, timeout: timeout * 1000))
        warn(of: token, now: context.clock.now())
        if json {
            Output.json(
                "token",
                .object([
                    .init("accessToken", .string(token.accessToken.reveal())),
                    .init("expires", .instant(token.grant.accessTokenExpires)),
                    .init("endpoint", .string(key.endpoint.code)),
                ]))
        } else {
            Output.line(token.accessToken.reveal())
        }
    }

    private func warn(of token: TokenBroker.Token, now: Int64) {
        if let problem = token.outcome.problem { Output.complain(problem) }
        let left = max(0, (token.grant.accessTokenEnds - now) / 1000)
        if left == 0 {
            Output.remark(
                "carrier-editor: The token has ended already: UPS gave it \(token.grant.expiresIn) s. "
                    + "Ask UPS if it stays so.")
        } else if let minimumLife, left < minimumLife {
            Output.remark("carrier-editor: The token lives for \(left) s only. Ask for less with --min-ttl.")
        }
        if !token.grant.clocksAgree {
            Output.remark(
                "carrier-editor: UPS's clock and this machine's differ by more than a minute. Set the system's clock."
            )
        }
    }
}
