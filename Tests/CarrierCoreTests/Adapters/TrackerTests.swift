import Testing
import UPSSandbox

@testable import CarrierCore

@Suite("Tracking with an adapter's key")
struct TrackerTests {
    @Test("A number gives status, dates and activities")
    func one() async throws {
        let stage = try await AdapterStage()
        try await stage.authorize(.authorizationCode)
        let shipment = try await stage.track("1za1b2c3 0390 0000 13")
        let package = try #require(shipment.packages.first)
        #expect(package.number == SampleNumber.delivered.rawValue)
        #expect(package.status == "Delivered")
        #expect(package.service == "UPS Ground")
        #expect(package.delivery?.kind == .delivered)
        #expect(package.activities.count == 6)
        #expect(package.activities.first?.location == "Lansing, MI, US")
        #expect(package.activities.first?.at == stage.key.clock.wall.now() - 20 * 3_600_000)
        #expect(try await stage.track(SampleNumber.inTransit.rawValue).packages.count == 3)
        #expect(
            try await stage.track(SampleNumber.exception.rawValue).packages.first?.delivery?.kind
                == .rescheduled)
    }

    @Test("Each call has a transId of its own, and says who calls")
    func headers() async throws {
        let stage = try await AdapterStage()
        try await stage.authorize(.authorizationCode)
        let seen = HeaderLog()
        let watching = InterposedClient { await seen.add($0) }
        for _ in 0..<2 {
            _ = try await stage.tracker(watching).track(
                SampleNumber.delivered.rawValue, with: try stage.adapter)
        }
        let calls = await seen.all
        #expect(calls.map { $0["transactionSrc"] } == ["carrier-editor", "carrier-editor"])
        #expect(Set(calls.compactMap { $0["transId"] }).count == 2)
    }

    @Test("A 401 is answered by one refresh and one retry")
    func oneRetry() async throws {
        let stage = try await AdapterStage()
        try await stage.authorize(.authorizationCode)
        await stage.endAccessTokenAtUPS()
        _ = try await stage.track()
        #expect(await stage.sandbox.count(.track) == 2)
        #expect(await stage.sandbox.count(.refresh) == 1)
    }

    @Test("A second 401 is the end of it, and the key stays as it is")
    func noLoop() async throws {
        let stage = try await AdapterStage {
            var application = SandboxConfiguration.Application.demo
            application.products = []
            $0.applications = [application]
        }
        try await stage.authorize(.authorizationCode)
        stage.key.clock.advance(seconds: 60)
        let error = await #expect(throws: CarrierError.self) { try await stage.track() }
        #expect(error?.code == .signInNeeded)
        #expect(error?.message.contains("250002") == true)
        #expect(await stage.sandbox.count(.track) == 2)
        #expect(await stage.sandbox.count(.refresh) == 1)
        #expect(try stage.standing.key?.condition == .good)
    }

    @Test("A 401 that lasts is met by one refresh a minute, however many numbers there are")
    func lasting() async throws {
        let stage = try await AdapterStage {
            var application = SandboxConfiguration.Application.demo
            application.products = []
            $0.applications = [application]
        }
        try await stage.authorize(.authorizationCode)
        let numbers = (10..<30).map { "1ZUNKNOWN00000\($0)" }
        for refreshes in 0..<2 {
            for await answer in try await stage.tracker().track(numbers, with: try stage.adapter) {
                let error = #expect(throws: CarrierError.self) { try answer.result.get() }
                #expect(error?.message.contains("250002") == true)
            }
            #expect(await stage.sandbox.count(.refresh) == refreshes)
            stage.key.clock.advance(seconds: 60)
        }
    }

    @Test("A 401 while no refresh can be had is UPS being unwell, and the key stays as it is")
    func refreshUnwell() async throws {
        let stage = try await AdapterStage()
        try await stage.makeReady()
        await stage.endAccessTokenAtUPS()
        await stage.sandbox.setFault(SandboxFault(.unavailable, on: [.refresh]))
        let before = try stage.standing
        let error = await #expect(throws: CarrierError.self) { try await stage.track() }
        #expect(error?.code == .unavailable)
        #expect(try stage.standing == before)
        #expect(await stage.sandbox.count(.refresh) == 3)
    }

    @Test("One UPS.com user serves a carrier and the adapter, each with a key of its own")
    func oneUser() async throws {
        let stage = try await AdapterStage()
        try await stage.authorize(.authorizationCode)
        try await stage.key.addKey()
        stage.key.clock.advance(seconds: 3600)
        _ = try await stage.track()
        #expect(try await stage.key.token().grant.generation == 2)
        #expect(try stage.standing.key?.generation == 2)
        _ = try await stage.track()
    }

    @Test("Many that meet a 401 at the same time refresh once")
    func herd() async throws {
        let stage = try await AdapterStage { $0.latency = .milliseconds(20) }
        try await stage.authorize(.authorizationCode)
        await stage.endAccessTokenAtUPS()
        let numbers = SampleNumber.allCases.map(\.rawValue).filter {
            $0 != SampleNumber.nothingFound.rawValue
        }
        let stream = try await stage.tracker().track(numbers, with: try stage.adapter)
        var answers = 0
        for await answer in stream {
            _ = try answer.result.get()
            answers += 1
        }
        #expect(answers == numbers.count)
        #expect(await stage.sandbox.count(.refresh) == 1)
    }

    @Test(
        "Many numbers are asked for a few at a time, each delivered with its place, and a failure stops none")
    func many() async throws {
        let stage = try await AdapterStage { $0.latency = .milliseconds(10) }
        try await stage.authorize(.authorizationCode)
        let numbers = ["short"] + (10..<30).map { "1ZUNKNOWN00000\($0)" } + [SampleNumber.delivered.rawValue]
        let http = CrowdedClient()
        let stream = try await stage.tracker(http).track(numbers, with: try stage.adapter, atOnce: 4)
        var codes: [Int: CarrierError.Code] = [:]
        var found: [Int] = []
        for await answer in stream {
            #expect(answer.number == numbers[answer.place])
            switch answer.result {
            case .success: found.append(answer.place)
            case .failure(let error): codes[answer.place] = error.code
            }
        }
        #expect(found == [21])
        #expect(codes.count == 21)
        #expect(codes[0] == .invalid)
        #expect(codes.count { $0.value == .refused } == 20)
        #expect(await stage.sandbox.count(.track) == 21)
        #expect((2...4).contains(await http.most))
    }

    @Test("Without a usable key nothing is asked")
    func unusable() async throws {
        let stage = try await AdapterStage()
        let numbers = [SampleNumber.delivered.rawValue, SampleNumber.exception.rawValue]
        let legacy = await #expect(throws: CarrierError.self) {
            try await stage.tracker().track(numbers, with: try stage.adapter)
        }
        #expect(legacy?.code == .setup)
        try await stage.authorize(.authorizationCode)
        stage.key.clock.advance(seconds: 5_183_999)
        let expired = await #expect(throws: CarrierError.self) {
            try await stage.tracker().track(numbers, with: try stage.adapter)
        }
        #expect(expired?.message == "The UPS refresh token has expired.")
        #expect(expired?.advice == "Generate a new access token with Add Key.")
        #expect(await stage.sandbox.count(.track) == 0)
    }

    @Test("What UPS says is told in words, and nothing saved is changed", arguments: TrackingTrouble.all)
    func words(trouble: TrackingTrouble) async throws {
        let stage = try await AdapterStage()
        try await stage.makeReady()
        let before = try stage.standing
        if let fault = trouble.fault { await stage.sandbox.setFault(fault) }
        let error = await #expect(throws: CarrierError.self) { try await stage.track(trouble.number) }
        #expect(error?.code == trouble.code)
        #expect(error?.message.contains(trouble.words) == true, "\(error?.description ?? "")")
        #expect(try stage.standing == before)
    }
}

struct TrackingTrouble: Sendable, CustomTestStringConvertible {
    var number = SampleNumber.delivered.rawValue
    var fault: SandboxFault?
    let code: CarrierError.Code
    let words: String

    var testDescription: String { words }

    static let all = [
        TrackingTrouble(number: "123456", code: .invalid, words: "is no tracking number"),
        TrackingTrouble(
            number: "12-456789", code: .refused, words: "UPS does not take this as a tracking number"),
        TrackingTrouble(
            number: "1Z0000000000000000", code: .refused,
            words: "UPS has no information about this number: There is no tracking information"),
        TrackingTrouble(
            number: SampleNumber.nothingFound.rawValue, code: .refused,
            words: "UPS has no information about this number: Tracking Information Not Found"),
        TrackingTrouble(
            fault: SandboxFault(.gatewayPage, on: [.track]), code: .unavailable, words: "UPS is unwell"),
        TrackingTrouble(
            fault: SandboxFault(.emptyAnswer, on: [.track]), code: .unavailable, words: "UPS is unwell"),
        TrackingTrouble(
            fault: SandboxFault(.brokenJSON, on: [.track]), code: .unavailable, words: "UPS is unwell"),
        TrackingTrouble(
            fault: SandboxFault(.rateLimit, value: 7, on: [.track]), code: .unavailable,
            words: "UPS has been asked too often"),
        TrackingTrouble(
            fault: SandboxFault(.blocked, on: [.track]), code: .refused,
            words: "UPS has blocked this merchant"
        ),
        TrackingTrouble(
            fault: SandboxFault(.cutAfter, on: [.track]), code: .unavailable,
            words: "UPS's answer was lost on the way"),
    ]
}

/// The headers of every request.
private actor HeaderLog {
    private(set) var all: [[String: String]] = []

    func add(_ request: HTTPRequest) {
        all.append(Dictionary(request.headers.map { ($0.name, $0.value.reveal()) }) { $1 })
    }
}

/// Counts how many requests are under way at the same time.
private actor CrowdedClient: HTTPClient {
    private var now = 0
    private(set) var most = 0

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        now += 1
        most = max(most, now)
        defer { now -= 1 }
        return try await KeyStage.curl.send(request)
    }
}
