import Testing

@testable import CarrierCore

@Suite("What UPS's errors mean")
struct UPSErrorSentencesTests {
    private func explained(
        _ status: Int, _ code: String?, headers: [String: String] = [:]
    ) -> CarrierError {
        let body =
            code.map { #"{"response":{"errors":[{"code":"\#($0)","message":"UPS's own words"}]}}"# }
            ?? "<html>gateway</html>"
        return UPSError(HTTPResponse(status: status, headers: headers, body: Secret(body)))
            .explained(refusal: .signInNeeded)
    }

    @Test(
        "Each code has its cause and its advice",
        arguments: [
            (400, "10400", CarrierError.Code.signInNeeded, "redirect URI", "Compare the Redirect URI"),
            (401, "10401", .signInNeeded, "does not know the Client ID", "Test and of Production"),
            (403, "10403", .refused, "blocked this merchant", "Call UPS"),
            (429, "10429", .unavailable, "asked too often", "Wait"),
            (401, "250002", .signInNeeded, "expired or revoked, or the API product", "app's products"),
            (401, "250003", .setup, "August 5, 2024", "REST API"),
            (400, "120100", .refused, "not on the UPS.com profile", "Add the account"),
            (400, "151018", .refused, "does not take this as a tracking number", "7 to 34"),
            (404, "151044", .refused, "no information", "Check the number"),
            (500, "10500", .unavailable, "UPS is unwell", "Nothing is wrong with the key"),
        ])
    func codes(
        _ status: Int, _ code: String, _ kind: CarrierError.Code, _ what: String, _ advice: String
    ) {
        let error = explained(status, code)
        #expect(error.code == kind)
        #expect(error.message.contains(what))
        #expect(error.advice.contains(advice))
        #expect(error.message.contains(code) && error.message.contains("UPS's own words"))
    }

    @Test("A status says the same without UPS's envelope", arguments: [500, 502, 503, 504, 200])
    func unwell(_ status: Int) {
        let error = explained(status, nil)
        #expect(error.code == .unavailable)
        #expect(error.message.contains("UPS is unwell"))
    }

    @Test("A bare 403 is a blocked merchant, and a bare 429 too many requests")
    func bareStatus() {
        #expect(explained(403, nil).message.contains("blocked this merchant"))
        #expect(explained(429, nil).message.contains("asked too often"))
    }

    @Test("Retry-After is told as the time to wait")
    func retryAfter() {
        #expect(explained(429, "10429", headers: ["retry-after": "17"]).advice.contains("17 seconds"))
        #expect(explained(429, "10429").advice.contains("a minute"))
    }

    @Test(
        "Retry-After is from a second to an hour, whatever is written there",
        arguments: [
            ("0", 1), ("7", 7), ("99999", 3600), ("99999999999999999999999999", 3600), ("-5", nil), ("", nil),
            ("soon", nil), ("Thu, 01 Jan 1970 00:00:10 GMT", 1), ("Thu, 01 Jan 1970 00:01:30 GMT", 70),
        ])
    func retryAfterRange(_ text: String, _ seconds: Int?) {
        let headers = ["retry-after": text, "date": "Thu, 01 Jan 1970 00:00:20 GMT"]
        #expect(
            UPSError(HTTPResponse(status: 429, headers: headers, body: Secret(""))).retryAfter == seconds)
    }

    @Test("A code nobody knows is shown with UPS's words, the HTTP status and the transId")
    func unknown() {
        let message = explained(400, "987654", headers: ["transid": "t-42"]).message
        for part in ["987654", "UPS's own words", "HTTP 400", "t-42"] {
            #expect(message.contains(part), "\(part)")
        }
    }

    @Test("A time-out or a cut connection says that nothing is known to be wrong with the key")
    func noAnswer() {
        for stage in [TransportError.Stage.notSent, .answerLost] {
            let error = UPSError(TransportError(stage, reason: "timed out")).explained(refusal: .signInNeeded)
            #expect(error.code == .unavailable)
            #expect(error.message.contains("timed out"))
        }
    }
}
