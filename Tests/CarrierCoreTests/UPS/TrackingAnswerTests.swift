import Testing

@testable import CarrierCore

/// What becomes of UPS's answer to a tracking call, whole or not.
@Suite("Reading UPS's tracking answers")
struct TrackingAnswerTests {
    @Test("An activity without GMT is placed by its offset, and without either it keeps the place's own time")
    func times() async throws {
        let answer = """
            {"trackResponse":{"shipment":[{"package":[{"activity":[
            {"date":"20260102","time":"235900","gmtOffset":"-05:00"},
            {"date":"20260102","time":"235900"},{"date":"20260102"},{"date":"20261399","time":"ab"},{}]}]}]}}
            """
        let activities = try #require(try await Self.read(answer).packages.first).activities
        #expect(activities.map(\.at) == [ISODate.milliseconds("2026-01-03T04:59:00Z"), nil, nil, nil, nil])
        #expect(
            activities.map(\.localTime) == [
                "2026-01-02 23:59:00", "2026-01-02 23:59:00", "2026-01-02", "", "",
            ])
    }

    @Test("Several shipments' packages come one after another, a single object is a list of one")
    func several() async throws {
        let answer = """
            {"trackResponse":{"shipment":[
            {"package":[{"trackingNumber":"1Z1"},{"trackingNumber":"1Z2"}]},{"package":{"trackingNumber":"1Z3"}}]}}
            """
        #expect(try await Self.read(answer).packages.map(\.number) == ["1Z1", "1Z2", "1Z3"])
    }

    @Test("A shipment of more packages than UPS sent says so", arguments: [(120, true), (2, false)])
    func shortfall(count: Int, isShort: Bool) async throws {
        let package = #"{"trackingNumber":"1Z1","packageCount":\#(count)}"#
        let answer = #"{"trackResponse":{"shipment":[{"package":[\#(package),\#(package)]}]}}"#
        let words = try await Self.read(answer).shortfall
        #expect(words == (isShort ? "2 of 120 packages; UPS sent no more." : nil))
    }

    @Test(
        "HTTP 200 without a package is one without information, in UPS's words",
        arguments: [
            #"{"trackResponse":{"shipment":[{"warnings":[{"code":"TW0001","message":"Not Found"}]}]}}"#,
            #"{"trackResponse":{"shipment":[{"inquiryNumber":"1Z","package":null,"warnings":{"message":"Not Found"}}]}}"#,
            #"{"trackResponse":{"shipment":{"package":[],"warnings":[{"code":"Not Found"}]}}}"#,
        ])
    func warningsAlone(answer: String) async throws {
        let error = await #expect(throws: UPSError.self) { try await Self.read(answer) }
        #expect(error?.cause == .noInformation)
        #expect(error?.message == "Not Found")
    }

    @Test(
        "An answer that is none is UPS being unwell",
        arguments: [
            "", "<html>502</html>", "null", "[]", "{}", #"{"trackResponse":null}"#, #"{"trackResponse":{}}"#,
        ])
    func noAnswer(answer: String) async throws {
        let error = await #expect(throws: UPSError.self) { try await Self.read(answer) }
        #expect(error?.cause == .unwell)
    }

    @Test(
        "An error answer keeps its code and words, and the number of the request that was sent",
        arguments: [(400, "151018"), (403, "10403"), (404, "151044"), (401, "250002"), (400, "999999")])
    func errors(status: Int, code: String) async throws {
        let answer = #"{"response":{"errors":[{"code":"\#(code)","message":"Told so","new":[1]}]}}"#
        let error = await #expect(throws: UPSError.self) { try await Self.read(answer, status: status) }
        #expect(error?.code == code)
        #expect(error?.message == "Told so")
        #expect(error?.transID?.isEmpty == false)
    }

    private static func read(_ answer: String, status: Int = 200) async throws -> TrackedShipment {
        let servers = UPSServers(test: "http://127.0.0.1:1", production: "http://127.0.0.1:1")
        let tracking = UPSTracking(http: CannedClient(status: status, body: answer), servers: servers)
        return try await tracking.details(of: "1Z023E2X0214323462", token: Secret("token"), endpoint: .test)
    }
}

/// Gives one answer, whatever it is asked.
private struct CannedClient: HTTPClient {
    let status: Int
    let body: String

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        HTTPResponse(status: status, headers: [:], body: Secret(body))
    }
}
