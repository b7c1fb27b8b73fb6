import ArgumentParser
import CarrierCore
import Glibc

/// `track NUMBER…`: what UPS knows of parcels.
struct TrackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "track",
        abstract: "Asks UPS about tracking numbers.",
        discussion: """
            Several numbers are asked for at the same time. A number that fails is told and the others go on; the exit \
            code is then the highest of theirs.
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
        let answers = await collected(stream, of: wanted.count)
        if json {
            Output.json("tracking", .array(answers.flatMap(\.json)))
        } else {
            TrackingTable.print(answers)
        }
        let errors = answers.compactMap(\.error)
        for (number, error) in errors {
            Output.remark("carrier-editor: \(number): \(error.message) \(error.advice)")
        }
        if let worst = errors.map(\.error.exitCode).max() { throw ExitCode(worst) }
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

    /// The answers in the order of the numbers; on a terminal with how many have come.
    private func collected(_ stream: AsyncStream<TrackingAnswer>, of count: Int) async -> [TrackingAnswer] {
        let showsProgress = count > 1 && isatty(STDERR_FILENO) == 1
        var answers: [TrackingAnswer] = []
        for await answer in stream {
            answers.append(answer)
            if showsProgress { Output.prompt("\r\(answers.count) of \(count)") }
        }
        if showsProgress { Output.prompt("\r\u{1b}[K") }
        return answers.sorted { $0.place < $1.place }
    }
}

extension TrackingAnswer {
    fileprivate var error: (number: String, error: CarrierError)? {
        if case .failure(let error) = result { (number, error) } else { nil }
    }
}
