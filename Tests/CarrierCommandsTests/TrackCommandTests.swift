import Foundation
import TestSupport
import Testing
import UPSSandbox

@Suite("track on the command line")
struct TrackCommandTests {
    @Test("JSON has a stable form, an item for each package, and times in UTC")
    func json() async throws {
        let stage = try await CommandStage()
        try await stage.makeAdapterReady()
        let result = try await stage.run("track 1ZA1B2C30190000026 --json")
        #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
        #expect(try result.json["schema"] as? Int == 1)
        let items = try #require(try result.json["tracking"] as? [[String: Any]])
        #expect(items.count == 3)
        let first = try #require(items.first)
        #expect(
            Set(first.keys).isSuperset(of: [
                "number", "status", "description", "deliveryDate", "activities", "error",
            ]))
        #expect(first["number"] as? String == "1ZA1B2C30190000026")
        #expect(first["error"] is NSNull)
        let activities = try #require(first["activities"] as? [[String: Any]])
        #expect(activities.allSatisfy { Set($0.keys) == ["at", "location", "description"] })
        #expect((activities.first?["at"] as? String)?.hasSuffix("Z") == true)
    }

    @Test("Many numbers from standard input keep their order, and a failure stops none")
    func fromStandardInput() async throws {
        let stage = try await CommandStage()
        try await stage.makeAdapterReady()
        let unknown = (0..<20).map { "1ZUNKNOWN0000\(1000 + $0)" }
        let input = (unknown + ["1ZA1B2C30390000013", "short", unknown[0]]).joined(separator: "\n")
        let result = try await stage.run("track - --json", input: input + "\n")
        // A 404 is 76 and a malformed number 65: the highest is the answer.
        #expect(result.status == 76)
        let items = try #require(try result.json["tracking"] as? [[String: Any]])
        #expect(items.compactMap { $0["number"] as? String } == unknown + ["1ZA1B2C30390000013", "short"])
        #expect(items.filter { $0["error"] is NSNull }.count == 1)
        #expect(result.errors.split(separator: "\n").count == 21)
        #expect(try await stage.run("track -", input: "\n").isError(65, "No tracking number was given."))
    }

    @Test("Every trouble has its sentence and its code, and changes nothing that was saved", arguments: Trouble.all)
    func troubles(trouble: Trouble) async throws {
        let stage = try await CommandStage()
        try await stage.makeAdapterReady()
        let saved = try await stage.savedAdapter()
        if let fault = trouble.fault { await stage.sandbox.setFault(fault) }
        let result = try await stage.run("track \(trouble.number)")
        #expect(result.isError(trouble.code, trouble.words), "\(result.status) \(result.errors)")
        await stage.sandbox.clearFaults()
        #expect(try await stage.savedAdapter() == saved)
        try await stage.run("track 1ZA1B2C30390000013").expectSuccess()
    }

    struct Trouble: Sendable, CustomTestStringConvertible {
        var number = SampleNumber.delivered.rawValue
        var fault: SandboxFault?
        let code: Int32
        let words: String

        var testDescription: String { words }

        static let all = [
            Trouble(number: "1Z0000000000000000", code: 76, words: "UPS has no information about this number"),
            Trouble(number: SampleNumber.nothingFound.rawValue, code: 76, words: "UPS has no information"),
            Trouble(number: "12-456789", code: 76, words: "UPS does not take this as a tracking number"),
            Trouble(number: "123456", code: 65, words: "is no tracking number"),
            Trouble(fault: SandboxFault(.gatewayPage, on: [.track]), code: 69, words: "UPS is unwell"),
            Trouble(fault: SandboxFault(.unavailable, on: [.track]), code: 69, words: "UPS is unwell"),
            Trouble(fault: SandboxFault(.rateLimit, on: [.track]), code: 69, words: "asked too often"),
            Trouble(fault: SandboxFault(.blocked, on: [.track]), code: 76, words: "UPS has blocked this merchant"),
        ]
    }

    @Test("A token that UPS keeps refusing (250002) is refreshed once, told, and leaves the key")
    func refusedToken() async throws {
        let stage = try await CommandStage {
            var application = SandboxConfiguration.Application.demo
            application.products = [.rating]
            $0.applications = [application]
        }
        try await stage.setUpShippers()
        try await stage.signInAdapter()
        let saved = try await stage.savedAdapter()
        let result = try await stage.run("track 1ZA1B2C30390000013")
        #expect(result.isError(77, "250002"), "\(result.errors)")
        #expect(result.errors.contains("the API product is not added to the app"))
        #expect(await stage.sandbox.count(.track) == 2)
        #expect(await stage.sandbox.count(.refresh) == 1)
        #expect(try await stage.savedAdapter() == saved)
    }

    @Test("A sign-in past its end is told before UPS is asked")
    func expiredSignIn() async throws {
        let stage = try await CommandStage {
            $0.accessTokenLifetime = 1
            $0.refreshTokenLifetime = 1
        }
        try await stage.setUpShippers()
        try await stage.signInAdapter()
        let result = try await eventually {
            let result = try await stage.run("track 1ZA1B2C30390000013")
            return result.status == 77 ? result : nil
        }
        #expect(result.isError(77, "The UPS refresh token has expired."), "\(result.errors)")
        #expect(try await stage.adapterStatus() == "Sign-in Needed")
    }
}
