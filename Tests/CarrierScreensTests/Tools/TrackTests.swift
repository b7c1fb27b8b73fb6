import CarrierCore
import CarrierScreens
import TerminalKit
import Testing
import UPSSandbox

/// Tools ▸ Track against a UPS of our own.
@Suite(.serialized) struct TrackTests {
    @Test func `a delivered package shows its status, its dates and what happened`() async throws {
        try await KeyStage.with(80, 24) { keys in
            let stage = keys.stage
            try await keys.authorizeAdapter()
            try await keys.openTrack()
            try await stage.expectSnapshot("track-empty")
            await stage.type("1Z A1B 2C3 0390000013")
            await stage.press(.enter)
            await stage.expect("1 package")
            #expect(stage.text.contains("delivered 4/30/2024"))
            #expect(stage.text.contains("Lansing, MI, US"))
            #expect(!stage.text.contains("Adapter"))
            try await stage.expectSnapshot("track-delivered")
            await stage.click("Time")
            // But the current row, which has its marks.
            let times = stage.terminal.lines.filter { $0.hasPrefix("│  4/") }.map {
                $0.dropFirst(3).prefix(21)
            }
            #expect(times.first == "4/29/2024 6:00:00 AM " && times.last == "4/30/2024 9:00:00 AM ")
        }
    }

    @Test func `an operator tracks as well`() async throws {
        try await KeyStage.with(80, 24) { keys in
            let stage = keys.stage
            try await EveryWindowTests.Opening.storeUsers(stage)
            try await keys.authorizeAdapter(mapping: [])
            await stage.runEditor()
            await stage.logIn("olga", "o")
            await stage.expect("olga · Operator")
            await stage.menu("t", "t")
            await stage.expect("Tracking Number")
            await stage.type(SampleNumber.delivered.rawValue)
            await stage.press(.enter)
            await stage.expect("1 package")
            #expect(await keys.test.count(.track) == 1)
        }
    }

    @Test func `several packages stand below each other, each with its own activities`() async throws {
        try await KeyStage.with(80, 24) { keys in
            let stage = keys.stage
            try await keys.authorizeAdapter()
            try await keys.openTrack()
            await stage.type(SampleNumber.inTransit.rawValue)
            await stage.press(.enter)
            await stage.expect("3 packages")
            await stage.expect("Louisville, KY, US")
            try await stage.expectSnapshot("track-packages")
            await stage.click("1ZA1B2C30190000240")
            await stage.expectGone("Louisville")
            #expect(stage.text.contains("Grand Rapids"))
        }
    }

    @Test(arguments: [
        (SampleNumber.nothingFound.rawValue, "UPS has no information about this number"),
        ("1Z9999999999999999", "UPS has no information about this number"),
        ("123", "is no tracking number"), ("1Z-9999999", "UPS does not take this as a tracking number"),
        ("", "Tracking Number is required."),
    ])
    func `a number that leads nowhere is told, and stays`(number: String, sentence: String) async throws {
        try await KeyStage.with(80, 24) { keys in
            let stage = keys.stage
            try await keys.authorizeAdapter()
            try await keys.openTrack()
            await stage.type(number)
            await stage.press(.enter)
            await stage.expect(sentence)
            #expect(stage.text.contains(number))
            #expect(stage.isFocused("Tracking Number"))
        }
    }

    @Test func `an unwell UPS takes the last answer off the screen`() async throws {
        try await KeyStage.with(80, 24) { keys in
            let stage = keys.stage
            try await keys.authorizeAdapter()
            try await keys.openTrack()
            await stage.type(SampleNumber.delivered.rawValue)
            await stage.press(.enter)
            await stage.expect("Lansing")
            await keys.test.setFault(SandboxFault(.gatewayPage, on: [.track]))
            await stage.focus("Tracking Number")
            await stage.press(.enter)
            await stage.expect("UPS is unwell")
            #expect(!stage.text.contains("Lansing"))
            // The request's number is another each time.
            try await stage.expectSnapshot(
                "track-unwell",
                hiding: {
                    let row = try #require(stage.terminal.find("UPS is unwell")).y
                    return row..<row + 1
                })
        }
    }

    @Test func `a token that UPS refuses is renewed, once`() async throws {
        try await KeyStage.with(80, 24) { keys in
            let stage = keys.stage
            try await keys.authorizeAdapter()
            try await keys.openTrack()
            await keys.test.advanceClock(by: .seconds(15_000))
            // A token that has just come is not renewed for a 401.
            await stage.pass(60)
            await stage.type(SampleNumber.delivered.rawValue)
            await stage.press(.enter)
            await stage.expect("1 package")
            #expect(await keys.test.count(.refresh) == 1)
            #expect(await keys.test.count(.track) == 2)
        }
    }

    @Test func `without an authorization it says what to do`() async throws {
        try await KeyStage.with(80, 24) { keys in
            try await keys.openTrack()
            await keys.stage.type(SampleNumber.delivered.rawValue)
            await keys.stage.press(.enter)
            await keys.stage.expect("uses Legacy Authentication")
            #expect(await keys.test.log.isEmpty)
        }
    }

    @Test func `the call can be cancelled`() async throws {
        try await KeyStage.with(80, 24) { keys in
            let stage = keys.stage
            try await keys.authorizeAdapter()
            try await keys.openTrack()
            await keys.test.setFault(SandboxFault(.slow, value: 30, on: [.track]))
            await stage.type(SampleNumber.delivered.rawValue)
            await stage.press(.enter)
            await stage.expect("Asking UPS about \(SampleNumber.delivered.rawValue)")
            await stage.press(.escape)
            await stage.expectGone("Asking UPS about")
            await stage.expectGone("Cancelling")
            #expect(!stage.text.contains("package"))
        }
    }

    @Test func `with keys at both endpoints the person chooses which`() async throws {
        try await KeyStage.with(80, 24) { keys in
            let stage = keys.stage
            try await keys.authorizeAdapter()
            try await keys.authorizeAdapter(.production)
            try await keys.openTrack()
            // The adapter's own Endpoint Type stays what the first sign-in made it.
            await stage.expect("UPS Tracking Adapter, Test")
            try await stage.expectSnapshot("track-adapters")
            await stage.focus("Adapter")
            await stage.type("UPS Tracking Adapter, P")
            await stage.expect("UPS Tracking Adapter, Production")
            await stage.focus("Tracking Number")
            await stage.type(SampleNumber.delivered.rawValue)
            await stage.press(.enter)
            await stage.expect("1 package")
            #expect(await keys.production.count(.track) == 1)
            #expect(await keys.test.count(.track) == 0)
        }
    }
}

extension KeyStage {
    fileprivate func openTrack() async throws {
        await stage.runEditor()
        await stage.alt("t")
        await stage.press("t")
        await stage.expect("Tracking Number")
    }

    fileprivate func authorizeAdapter(_ endpoint: EndpointType) async throws {
        try await authorizeAdapter(.withSandboxAccount, mapping: [], endpoint)
    }
}
