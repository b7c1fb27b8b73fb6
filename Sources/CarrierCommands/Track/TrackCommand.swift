import ArgumentParser
import CarrierCore

/// `track NUMBER…`: what UPS knows of parcels.
struct TrackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "track",
        abstract: "Asks UPS about tracking numbers.",
        discussion: """
            Several numbers are asked for at the same time, and told in their order as UPS answers. A number that fails is \
            told and the others go on; the exit code is then the highest of theirs. Once UPS has been asked too often, \
            the rest is not asked (69).
            """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: ArgumentHelp("Tracking numbers; - reads them from standard input.", valueName: "number"))
    var numbers: [String]
    @Option(help: "The adapter to call with.") var adapter = Adapter.upsTracking
    @Option(help: "test or production; default: the adapter's Endpoint Type.") var endpoint: EndpointType?
    @Flag(help: "Answer in JSON.") var json = false

    func run() async throws {
        let context = Context(global)
        let store = try context.openStore()
        let wanted = try givenNumbers()
        let stream = try await context.tracker(store).track(
            wanted, with: store.adapter(named: adapter), endpoint: endpoint)
        var report = TrackingReport(isTable: !json, of: wanted.count)
        for await answer in stream { report.take(answer) }
        report.end()
        if json { Output.json("tracking", .array(report.told.flatMap(\.json))) }
        if let worst = report.told.compactMap(\.error?.exitCode).max() { throw ExitCode(worst) }
    }

    /// Each number once, however its letters are written, in the order given.
    private func givenNumbers() throws -> [String] {
        var all: [String] = []
        for number in numbers {
            if number == "-" {
                let text = String(decoding: try StandardInput.rest(), as: UTF8.self)
                all += text.split(whereSeparator: \.isWhitespace).map(String.init)
            } else {
                all.append(number)
            }
        }
        var seen: Set<String> = []
        all = all.filter { seen.insert($0.uppercased()).inserted }
        guard !all.isEmpty else {
            throw CarrierError(
                .invalid, "No tracking number was given.",
                advice: "Write them after track, or one a line on standard input with track -.")
        }
        return all
    }
}
