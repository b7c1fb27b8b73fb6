import CarrierCore
import CarrierScreens
import TerminalKit
import Testing

/// Text from outside cannot steer the terminal.
@Suite struct HostileTextTests {
    /// CSI, C1, BEL, an OSC that would set a title, and what turns the writing round.
    static let hostile = "a\u{1B}[2J\u{9B}31m\u{7}\u{1B}]0;x\u{7}\u{202E}b"

    @Test func `what is stored by other ways is shown with pictures`() async throws {
        let stage = try ScreenStage(120, 60)
        stage.outside.printers = [Self.hostile]
        stage.outside.reports = [Self.hostile]
        var settings = try stage.store.settings()
        settings.reportsFolder = "/reports"
        try stage.store.save(settings, by: "alice")
        await stage.edit(try stage.store(.sample()))
        await stage.focus("Default Printer")
        await stage.press(.down)
        Self.expectClean(stage)
        await stage.expect("a␛[2J")
        await stage.press(.enter)
        Self.expectClean(stage)
    }

    @Test func `what a hostile UPS answers is shown with pictures, and steers nothing`() async throws {
        let stage = try ScreenStage(120, 60, http: HostileUPS())
        try stage.store.save(
            UPSApplication(clientID: "id", redirectURI: AuthorizationRequest.usualRedirectURI), by: "alice")
        let carrier = try stage.store(.sample())
        let adapter = try stage.store.adapter(named: Adapter.upsTracking)
        for request in [
            try stage.store.authorizationRequest(for: carrier, endpoint: .test, by: "alice"),
            try stage.store.authorizationRequest(
                for: adapter.signingIn, endpoint: .test, by: "alice"),
        ] {
            let attempt = try await stage.desk.authorizer.begin(request)
            let state = try #require(attempt.signInAddress.firstMatch(of: /[?&]state=([^&]+)/)?.1)
            _ = try await stage.desk.authorizer.complete(
                attempt, address: "\(AuthorizationRequest.usualRedirectURI)?code=c&state=\(state)")
        }
        await stage.runEditor(edit: editCarrier)
        await stage.expect("UPS")
        await stage.press(.enter)
        await stage.expect("Carrier Editor - UPS®")
        await stage.focus("Key Information")
        await stage.press(.enter)
        await stage.expect("Access Token Information")
        await stage.expect("a␛[2J")
        Self.expectClean(stage)
        await stage.press(.escape)
        await stage.press(.escape)
        await stage.expectGone("Carrier Editor - UPS®")
        await stage.alt("t")
        await stage.press("t")
        await stage.expect("Tracking Number")
        for (number, shown) in [("1Z00000000", "1 package"), ("1Z99999999", "a␛[2J")] {
            await stage.focus("Tracking Number")
            await stage.press("a", .control)
            await stage.type(number)
            await stage.press(.enter)
            await stage.expect(shown)
            await stage.expect("a␛[2J")
            Self.expectClean(stage)
        }
    }

    static func expectClean(_ stage: ScreenStage) {
        #expect(!stage.text.unicodeScalars.contains { $0 != "\n" && $0.isUnsafeOnScreen })
    }
}

/// Puts what steers a terminal into every text that it answers.
private struct HostileUPS: HTTPClient {
    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let bad = #"a\u001b[2J\u009b31m\u0007\u001b]0;x\u0007\u202eb"#
        let issued = ScreenStage.start
        if request.url.contains("/track/") {
            guard request.url.contains("1Z0") else {
                let error = #"{"response":{"errors":[{"code":"\#(bad)","message":"\#(bad)"}]}}"#
                return HTTPResponse(status: 404, headers: [:], body: Secret(error))
            }
            let activity =
                #"{"date":"20240430","time":"120000","status":{"description":"\#(bad)"},"location":{"address":{"city":"\#(bad)"}}}"#
            let package =
                #"{"trackingNumber":"\#(bad)","currentStatus":{"description":"\#(bad)"},"service":{"description":"\#(bad)"},"activity":[\#(activity)]}"#
            let shipment =
                #"{"inquiryNumber":"\#(bad)","package":[\#(package)],"warnings":[{"code":"\#(bad)","message":"\#(bad)"}]}"#
            let answer = #"{"trackResponse":{"shipment":[\#(shipment)]}}"#
            return HTTPResponse(status: 200, headers: [:], body: Secret(answer))
        }
        let times =
            #""issued_at":"\#(issued)","expires_in":"3599","refresh_token_issued_at":"\#(issued)","refresh_token_expires_in":"5183999""#
        let texts = ["token_type", "status", "scope", "refresh_token_status", "refresh_count"]
            .map { #""\#($0)":"\#(bad)""# }.joined(separator: ",")
        let answer = #"{"access_token":"t","refresh_token":"r",\#(times),\#(texts)}"#
        return HTTPResponse(status: 200, headers: [:], body: Secret(answer))
    }
}

extension Adapter {
    fileprivate var signingIn: Adapter {
        var adapter = self
        adapter.authorizationOption = .authorizationCode
        return adapter
    }
}
