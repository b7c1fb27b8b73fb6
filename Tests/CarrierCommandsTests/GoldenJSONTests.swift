import CarrierCore
import Foundation
import TestSupport
import Testing
import UPSSandbox

@Suite("Answers in JSON", .serialized)
struct GoldenJSONTests {
    /// The name in the envelope, and the command that answers with it.
    private static let answers: [(name: String, words: [String])] = [
        ("carrier", ["carrier", "show", "UPS"]), ("carriers", ["carrier", "list"]),
        ("accounts", ["account", "list", "UPS"]), ("adapters", ["adapter", "list"]),
        ("adapter", ["adapter", "show", CommandStage.adapter]), ("keys", ["status"]),
        ("key", ["key", "show", "UPS"]), ("token", ["token", "UPS"]), ("app", ["app", "show"]),
        ("users", ["user", "list"]), ("events", ["audit"]),
        ("tracking", ["track", SampleNumber.delivered.rawValue, "1Z0000000000000000"]),
        ("findings", ["doctor"]),
    ]

    @Test("Every --json of the contract is as recorded, names in their order; RECORD_GOLDEN=1 records it")
    func recorded() async throws {
        let stage = try await CommandStage()
        try await stage.makeReady()
        try await stage.addKey()
        // Users are in the order of their names: this one comes after any login name.
        try await stage.program.run(
            ["user", "add", "zzz", "--role", "operator", "--password-stdin"], input: "s3cret-enough\n"
        ).expectSuccess()
        for (name, words) in Self.answers {
            let answer = try await stage.program.run(words + ["--json"])
            #expect(try answer.json["schema"] as? Int == 1, "\(name)")
            #expect(Set(try answer.json.keys) == ["schema", name], "\(name)")
            try Golden.expect(await Self.masked(answer.output, stage), "json-\(name).json")
        }
    }

    /// Without what differs from run to run, and a line for each name so that it can be read.
    private static func masked(_ text: String, _ stage: CommandStage) async -> String {
        let address = await stage.sandbox.address
        return text.replacing(stage.folder.path, with: "FOLDER")
            .replacing(address, with: "SANDBOX")
            .replacing(/"accessToken":"[^"]+"/, with: "\"accessToken\":\"TOKEN\"")
            .replacing(/"(secondsLeft|id)":[0-9]+/) { "\"\($0.1)\":NUMBER" }
            .replacing(/[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z/, with: "TIME")
            .replacing(/[0-9]{4}-[0-9]{2}-[0-9]{2}/, with: "DATE")
            .replacing(/transId [-0-9A-Za-z]+/, with: "transId ID")
            .replacing("\"\(Station.current.loginName)\"", with: "\"LOGIN\"")
            .replacing(",\"", with: ",\n\"").replacing("[{", with: "[\n{").replacing("},{", with: "},\n{")
    }
}
