import ArgumentParser
import CarrierCore

/// `refresh [CARRIER …]`: renews keys ahead of time, for timers.
struct RefreshCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refresh",
        abstract: "Renews keys ahead of time, many at once.",
        discussion: """
            A key that could not be renewed is told and the others go on; the exit code is then the highest of theirs. \
            Example, for a timer: carrier-editor refresh --due-within 7d
            """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: "Carriers by name, each with all its keys.") var carriers: [String] = []
    @Flag(help: "Every key in use: the active carriers', the adapters', client credentials as well.")
    var all = false
    @Option(
        name: .customLong("due-within"),
        help: ArgumentHelp(
            "Only keys whose refresh token ends within this time, such as 7d; of all, where no carrier is named.",
            valueName: "days"),
        transform: Days.parse)
    var dueWithin: Int?

    func validate() throws {
        guard carriers.isEmpty || !all else {
            throw ValidationError("Name carriers, or give --all.")
        }
        guard !carriers.isEmpty || all || dueWithin != nil else {
            throw ValidationError("Say which keys: name carriers, or give --all or --due-within.")
        }
    }

    func run() async throws {
        let context = Context(global)
        let store = try context.openStore()
        var (keys, problems) = try chosen(store)
        if let dueWithin {
            let now = context.clock.now()
            keys = keys.filter { $0.grant.isDue(within: dueWithin, at: now) }
        }
        let count = keys.count
        var outcomes: [Renewals.Outcome] = []
        var progress = Progress(of: count)
        for await outcome in Renewals(broker: try context.broker(store)).renew(keys) {
            outcomes.append(outcome)
            progress.step()
        }
        progress.clear()
        problems += outcomes.compactMap { outcome in
            outcome.problem.map { ("\(outcome.key.ownerName) \(outcome.key.grant.endpoint.title)", $0) }
        }
        Output.line("Renewed: \(outcomes.count { $0.problem == nil }) of \(count)")
        for (subject, error) in problems {
            Output.remark("carrier-editor: \(subject): \(error.message) \(error.advice)")
        }
        if let worst = problems.map(\.1.exitCode).max() { throw ExitCode(worst) }
    }

    private typealias Problem = (subject: String, error: CarrierError)

    /// The keys that are asked for, and what is wrong with the names given.
    private func chosen(_ store: Store) throws(CarrierError) -> ([OwnedGrant], [Problem]) {
        let keys = try store.grants()
        guard !carriers.isEmpty else { return (keys.inUse, []) }
        var owners: Set<KeyOwner> = []
        var problems: [Problem] = []
        for name in carriers {
            do throws(CarrierError) {
                let address = try KeyAddress(store, carrier: name, endpoint: nil)
                owners.insert(address.owner)
                // A key at the other endpoint type is one to renew, too.
                if !keys.contains(where: { $0.grant.owner == address.owner }) {
                    _ = try store.key(at: address)
                }
            } catch {
                guard error.code == .setup || error.code == .signInNeeded else { throw error }
                problems.append((name, error))
            }
        }
        return (keys.filter { owners.contains($0.grant.owner) }, problems)
    }
}
