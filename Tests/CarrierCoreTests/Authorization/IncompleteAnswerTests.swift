import Testing

@testable import CarrierCore

@Suite("A renewal whose answer is not all there")
struct IncompleteAnswerTests {
    private func stage() async throws -> KeyStage {
        let stage = try await KeyStage()
        try await stage.addKey()
        stage.clock.advance(seconds: 3600)
        return stage
    }

    @Test(
        "A token whose life UPS does not tell is kept, handed out, and renewed a minute later at the latest",
        arguments: ["", #","expires_in":"soon""#])
    func untoldLife(_ life: String) async throws {
        let stage = try await stage()
        let http = ScriptedRefresh(
            status: 200, body: #"{"access_token":"second","refresh_token":"next"\#(life)}"#)
        for _ in 0..<3 {
            let token = try await stage.token(http: http)
            #expect((token.accessToken.reveal(), token.grant.generation) == ("second", 2))
        }
        #expect(http.refreshes.count == 1)
        stage.clock.advance(seconds: 60)
        #expect(try await stage.token(http: http).grant.generation == 3)
        #expect(http.refreshes.last?.contains("refresh_token=next") == true)
    }

    @Test("A new refresh token that cannot be read leaves the key in doubt, and its access token in use")
    func unreadable() async throws {
        let stage = try await stage()
        let http = ScriptedRefresh(
            status: 200, body: #"{"access_token":"second","refresh_token":"a b","expires_in":"3599"}"#)
        for _ in 0..<2 { #expect(try await stage.token(http: http).accessToken.reveal() == "second") }
        #expect(http.refreshes.count == 1)
        #expect(try stage.grant().condition == .uncertain)
        stage.clock.advance(seconds: 3600)
        // One refresh settles it: here the one before it never reached UPS.
        #expect(try await stage.token().grant.condition == .good)
    }

    @Test(
        "JSON that breaks off is a lost answer: it is sent once, and once again",
        arguments: [
            "{", #"{"access_to"#, #"{"access_token":"second""#,
            #"{"access_token":"second","refresh_token":"ne"#,
            #"{"access_token":"second","a":tr"#, #"{"access_token":"second","a":"\u00"#,
            #"{"access_token":"second","expires_in":35"#,
        ])
    func breaksOff(body: String) async throws {
        let stage = try await stage()
        let http = ScriptedRefresh(status: 200, body: body)
        let lost = try await #require(throws: CarrierError.self) { try await stage.token(http: http) }
        #expect(lost.code == .unavailable)
        #expect(http.refreshes.count == 1)
        #expect(try stage.grant().condition == .uncertain)
        for _ in 0..<2 {
            let again = try await #require(throws: CarrierError.self) { try await stage.token(http: http) }
            #expect(again.code == .signInNeeded)
        }
        #expect(http.refreshes.count == 2)
    }

    @Test("Time to wait is remembered for whoever comes next, in whatever process")
    func rest() async throws {
        let stage = try await stage()
        let http = ScriptedRefresh(status: 429, body: "", headers: ["retry-after": "90"])
        for _ in 0..<3 {
            let error = try await #require(throws: CarrierError.self) { try await stage.token(http: http) }
            #expect(error.code == .unavailable)
        }
        #expect(http.refreshes.count == 1)
        #expect(try stage.grant().condition == .good)
        // What is left of it is waited for where there is time.
        stage.clock.advance(seconds: 75)
        #expect(try await stage.token().grant.generation == 2)
        #expect(stage.pauses.all == [15_000])
    }
}
