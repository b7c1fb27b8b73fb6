import Testing

@testable import CarrierCore

@Suite("How a key stands, in words")
struct KeyStandingTests {
    /// A key whose refresh token lives so many seconds from 0 on.
    private func key(
        seconds: Int64, _ condition: Grant.Condition = .good,
        _ method: AuthorizationMethod = .authorizationCode
    ) throws -> Grant {
        let json = """
            {"access_token":"a","issued_at":"0","expires_in":"14399","refresh_token":"r","refresh_token_issued_at":"0",\
            "refresh_token_expires_in":"\(seconds)"}
            """
        let response = HTTPResponse(status: 200, headers: [:], body: Secret(json))
        let answer = try #require(TokenAnswer(response, receivedAt: 0))
        return Grant(answer: answer, method: method, condition: condition)
    }

    @Test(
        "A table has a word or two, a form a sentence, a bar what is left",
        arguments: [
            (58 * 86_400 + 5, "valid 58 d", "valid, 58 days left", "58 days left"),
            (86_400, "expires 1 d", "expires in 1 day, sign in again", "1 day left"),
            (7200, "expires 2 h", "expires in 2 hours, sign in again", "2 hours left"),
            (3599, "expires <1 h", "expires in 59 minutes, sign in again", "59 minutes left"),
            (59, "expires <1 h", "expires in 0 minutes, sign in again", "0 minutes left"),
        ] as [(Int64, String, String, String)])
    func lengths(seconds: Int64, word: String, sentence: String, timeLeft: String) throws {
        let standing = KeyStanding(try key(seconds: seconds), at: 0, alertDays: 7)
        #expect(standing.word == word && word.count <= 12)
        #expect(standing.sentence(.us) == sentence)
        #expect(standing.timeLeft == timeLeft)
    }

    @Test("No key, an ended, a refused, an interrupted and a lasting one")
    func states() throws {
        func all(_ key: Grant?, at now: Int64 = 0) -> [String] {
            let standing = KeyStanding(key, at: now, alertDays: 7)
            return [standing.state.words, standing.word, standing.sentence(.iso)]
        }
        #expect(all(nil) == ["none", "none", ""])
        let ended = all(try key(seconds: 60), at: 60_000)
        #expect(ended.prefix(2) == ["expired", "expired"])
        #expect(ended[2].hasPrefix("expired on 1970-01-01 ") && ended[2].hasSuffix(", sign in again"))
        #expect(
            all(try key(seconds: 60, .refused)) == [
                "sign-in needed", "sign in", "refused by UPS, sign in again",
            ])
        #expect(
            all(try key(seconds: 60, .uncertain)) == [
                "uncertain", "uncertain", "the last refresh was interrupted, sign in again",
            ])
        #expect(
            all(try key(seconds: 60, .good, .customerClientCredentials)) == [
                "valid", "valid", "valid, renews itself",
            ])
    }

    @Test("The most urgent comes first")
    func urgency() throws {
        let keys: [Grant?] = [
            try key(seconds: 9, .refused), try key(seconds: 5), try key(seconds: 9),
            try key(seconds: 9, .good, .customerClientCredentials), nil,
        ]
        let order = keys.map { KeyStanding($0, at: 6000, alertDays: 7).urgency }
        #expect(order == order.sorted() && Set(order).count == order.count)
    }
}
