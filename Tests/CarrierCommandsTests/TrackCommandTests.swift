import Foundation
import TestSupport
import Testing
import UPSSandbox

@Suite("track on the command line")
struct TrackCommandTests {
    @Test("One number: its packages, and the activities of each")
    func one() async throws {
        let stage = try await CommandStage()
        try await stage.makeReady()
        let delivered = try await stage.succeed(["track", SampleNumber.delivered.rawValue])
        #expect(
            delivered.lines.first
                == "NUMBER              STATUS     DELIVERY DATE           SERVICE     DESCRIPTION")
        #expect(delivered.lines.contains { $0.contains("Lansing, MI, US") && $0.contains("Delivered") })
        let three = try await stage.succeed(["track", SampleNumber.inTransit.rawValue])
        #expect(three.lines.count { $0.hasPrefix("NUMBER\t") } == 3)
    }

    @Test("Many numbers from standard input, each once, answered in order; the failures beside them")
    func many() async throws {
        let stage = try await CommandStage()
        try await stage.makeReady()
        let unknown = "1Z0000000000000000"
        let numbers = [SampleNumber.exception, .delivered].map(\.rawValue)
        let result = try await stage.run(
            "track --json -",
            input: "\(numbers[0])\n\(unknown)\r\n short \(numbers[1])\n\(numbers[0].lowercased())\n")
        #expect(result.status == 76)
        let tracking = try #require(try result.json["tracking"] as? [[String: Any]])
        #expect(tracking.map { $0["number"] as? String } == [numbers[0], unknown, "short", numbers[1]])
        #expect(
            tracking.map { $0["status"] as? String } == ["Exception: Action Required", nil, nil, "Delivered"])
        #expect(
            (tracking[1]["error"] as? String)?.hasPrefix("UPS has no information about this number") == true)
        #expect(tracking[0]["error"] is NSNull)
        #expect((tracking[0]["deliveryDate"] as? String)?.count == 10)
        let activity = try #require((tracking[0]["activities"] as? [[String: Any]])?.first)
        #expect(Set(activity.keys) == ["at", "location", "description"])
        #expect((activity["at"] as? String)?.hasSuffix("Z") == true)
        #expect(result.errors.split(separator: "\n").count == 2)
        #expect(result.errors.contains("carrier-editor: short: "))
    }

    @Test("On a terminal the number of answers that have come is shown, and taken away again")
    func progress() async throws {
        let stage = try await CommandStage()
        try await stage.makeReady()
        let words = ["track", SampleNumber.delivered.rawValue, SampleNumber.exception.rawValue]
        // script(1) gives the command a terminal of its own.
        let output = stage.folder.file("typescript")
        let result = try await stage.program.run(words, by: "exec script -qec \"$*\" \(output)")
        #expect(result.status == 0)
        let text = try String(contentsOfFile: output, encoding: .utf8)
        // Each answer wipes the line and is printed at once.
        #expect(text.contains("\r1 of 2\r\u{1B}[K"), "\(text)")
        #expect(text.contains("\r2 of 2\r\u{1B}[K"), "\(text)")
        #expect(try await stage.succeed(words).errors.isEmpty)
    }

    @Test("What a hostile UPS writes into its answers reaches a terminal as pictures")
    func hostile() async throws {
        let bad = #"a\u001b[2J\u009b31m\u0007\u001b]0;x\u0007\u202eb"#
        let ups = try CannedServer { request in
            if request.contains("/track/") {
                guard request.contains("1Z0") else {
                    return CannedServer.Answer(
                        404, body: #"{"response":{"errors":[{"code":"\#(bad)","message":"\#(bad)"}]}}"#)
                }
                let activity =
                    #"{"date":"20240430","status":{"description":"\#(bad)"},"location":{"address":{"city":"\#(bad)"}}}"#
                let package =
                    #"{"trackingNumber":"\#(bad)","currentStatus":{"description":"\#(bad)"},"service":{"description":"\#(bad)"},"activity":[\#(activity)]}"#
                return CannedServer.Answer(
                    200,
                    body:
                        #"{"trackResponse":{"shipment":[{"package":[\#(package)],"warnings":[{"message":"\#(bad)"}]}]}}"#
                )
            }
            let issued = Int64(Date().timeIntervalSince1970 * 1000)
            let texts = ["token_type", "status", "scope", "refresh_token_status", "refresh_count"]
                .map { #""\#($0)":"\#(bad)""# }.joined(separator: ",")
            let times = #""issued_at":"\#(issued)","expires_in":"3599","refresh_token_expires_in":"5183999""#
            return CannedServer.Answer(
                200, body: #"{"access_token":"t","refresh_token":"r",\#(times),\#(texts)}"#)
        }
        let stage = try await CommandStage()
        try await stage.setUp()
        var program = stage.program
        program.environment["CARRIER_EDITOR_UPS_TEST_URL"] = ups.address
        for owner in [["UPS"], ["--adapter", CommandStage.adapter, "--method", "authorization-code"]] {
            let authorize = try program.start(["authorize"] + owner + ["--endpoint", "test"])
            let state = try #require(try await authorize.line().firstMatch(of: /[?&]state=([^&]+)/)?.1)
            try authorize.send("https://127.0.0.1/upscallback?code=c&state=\(state)\n")
            try authorize.closeInput()
            try await authorize.result().expectSuccess()
        }
        for (words, code) in [
            (["key", "show", "UPS"], 0), (["track", "1Z00000000"], 0), (["track", "1Z99999999"], 76),
        ] as [([String], Int32)] {
            let result = try await program.run(words)
            let said = result.output + result.errors
            #expect(result.status == code, "\(words): \(result.errors)")
            #expect(said.contains("a␛[2J"), "\(words): \(said)")
            let bytes = said.unicodeScalars.filter {
                ($0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t") || $0 == "\u{202E}"
            }
            #expect(bytes.isEmpty, "\(words): \(said.debugDescription)")
        }
    }

    @Test("A malformed number is 65, one UPS does not know 76, an empty input 65")
    func refused() async throws {
        let stage = try await CommandStage()
        try await stage.makeReady()
        #expect(try await stage.run("track 123").isError(65, "is no tracking number"))
        #expect(try await stage.run("track 1Z0000000000000000").isError(76, "UPS has no information"))
        #expect(
            try await stage.run("track \(SampleNumber.nothingFound.rawValue)").isError(
                76, "Tracking Information Not Found"))
        #expect(try await stage.run("track -", input: " \n").isError(65, "No tracking number was given."))
        #expect(try await stage.run("track").status == 64)
    }

    @Test("UPS, asked too often, is left alone: the numbers not asked yet are 69 like the first")
    func tooOften() async throws {
        let stage = try await CommandStage()
        try await stage.makeReady()
        let before = await stage.sandbox.count(.track)
        await stage.sandbox.setFault(SandboxFault(.rateLimit, value: 1, on: [.track]))
        let numbers = (10...99).map { "1Z00000000000000\($0)" }
        let result = try await stage.run("track --json -", input: numbers.joined(separator: "\n"))
        #expect(result.status == 69)
        let tracking = try #require(try result.json["tracking"] as? [[String: Any]])
        #expect(tracking.map { $0["number"] as? String } == numbers)
        #expect(tracking.allSatisfy { ($0["error"] as? String)?.contains("Wait 1 second and") == true })
        // As many as are asked for at the same time.
        #expect(await stage.sandbox.count(.track) - before <= 16)
    }

    @Test("Rows come as UPS answers, in the order of the numbers; a signal in between loses none of them")
    func streamed() async throws {
        let stage = try await CommandStage()
        try await stage.makeReady()
        let known = [SampleNumber.outForDelivery, .delivered].map(\.rawValue)
        let unknown = (1000...2999).map { "1Z00000000000000\($0)" }
        let track = try stage.program.start(["track", "-"])
        try track.send((known + unknown).joined(separator: "\n"))
        try track.closeInput()
        let lines = [try await track.line(), try await track.line(), try await track.line()]
        await stage.sandbox.holdAnswers()
        #expect(zip(lines, ["NUMBER"] + known).allSatisfy { $0.hasPrefix($1) }, "\(lines)")
        track.kill(SIGINT)
        let result = try await track.result()
        #expect(result.status == 128 + SIGINT)
        #expect(result.errors.split(separator: "\n").count < unknown.count)
    }

    @Test("HTML from a gateway is 69, and the adapter stays Ready")
    func unwell() async throws {
        let stage = try await CommandStage()
        try await stage.makeReady()
        await stage.sandbox.setFault(SandboxFault(.gatewayPage, on: [.track], times: 1))
        let page = try await stage.run("track \(SampleNumber.delivered.rawValue)")
        #expect(page.isError(69, "UPS is unwell"), "\(page.errors)")
        #expect(try await stage.adapterStatus() == "Ready")
    }

    @Test("An app without the Tracking product is 77 with UPS's code, and renews no key that has just come")
    func noProduct() async throws {
        let stage = try await CommandStage {
            var application = SandboxConfiguration.Application.demo
            application.products = [.rating]
            $0.applications = [application]
        }
        try await stage.setUpAccounts()
        try await stage.authorizeAdapter(["--method", "authorization-code"]).expectSuccess()
        let result = try await stage.run("track \(SampleNumber.delivered.rawValue)")
        #expect(result.isError(77, "the API product is not added to the app"), "\(result.errors)")
        #expect(result.errors.contains("250002"))
        #expect(await stage.sandbox.count(.track) == 1)
        #expect(await stage.sandbox.count(.refresh) == 0)
        #expect(try await stage.adapterStatus() == "Need Maintenance")
    }

    @Test("--endpoint asks with that endpoint's key")
    func endpoint() async throws {
        let stage = try await CommandStage()
        try await stage.makeReady()
        let words = "track --endpoint production \(SampleNumber.delivered.rawValue)"
        #expect(
            try await stage.run(words).isError(77, "UPS Tracking Adapter is not authorized for Production."))
    }
}
