import Foundation
import TestSupport
import Testing

@Suite("Metrics of keys", .serialized)
struct KeyMetricsTests {
    @Test("status --format prometheus is valid exposition format, whatever a carrier is called")
    func exposition() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        try await stage.addKey()
        // The accent joins the quote to one character; the quote still ends a label if it is not escaped.
        let name = "Dock \\ \"\u{301} \" 3"
        try await stage.succeed(
            ["carrier", "create", name, "--set", "endpoint=test"] + CommandStage.requiredFields)
        let text = try await stage.run("status --format prometheus").output
        #expect(text.hasSuffix("\n"))

        let comment = #/# (?<kind>HELP|TYPE) (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) .+/#
        let sample =
            #/(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)\{(?<labels>[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\[\\"n])*"(?:,[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\[\\"n])*")*)\} -?[0-9]+/#
            .matchingSemantics(.unicodeScalar)
        var described: [String] = []
        var series: Set<String> = []
        for line in text.split(separator: "\n").map(String.init) {
            if line.hasPrefix("#") {
                let match = try #require(line.wholeMatch(of: comment), "\(line)")
                if match.kind == "TYPE" { described.append(String(match.name)) }
            } else {
                let match = try #require(line.wholeMatch(of: sample), "\(line)")
                #expect(described.last == String(match.name), "samples follow their own TYPE")
                #expect(series.insert("\(match.name){\(match.labels)}").inserted, "twice: \(line)")
            }
        }
        #expect(Set(described).count == described.count)
        #expect(series.contains { $0.contains(#"owner="UPS""#) && $0.contains("seconds_left") })
        #expect(
            series.contains {
                $0.unicodeScalars.starts(with: "carrier_editor_key_state".unicodeScalars)
                    && $0.contains("Dock")
            })
    }
}
