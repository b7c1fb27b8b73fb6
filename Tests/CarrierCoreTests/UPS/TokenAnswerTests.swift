import Glibc
import Testing

@testable import CarrierCore

@Suite("Reading a token answer")
struct TokenAnswerTests {
    private func read(_ json: String, headers: [String: String] = [:], receivedAt: Int64 = 0) -> TokenAnswer?
    {
        TokenAnswer(HTTPResponse(status: 200, headers: headers, body: Secret(json)), receivedAt: receivedAt)
    }

    @Test("Numbers are taken as strings and as numbers alike")
    func stringsAndNumbers() throws {
        let strings = try #require(
            read(
                #"{"access_token":"a","expires_in":"14399","issued_at":"1706710138962","refresh_count":"0"}"#)
        )
        let numbers = try #require(
            read(#"{"access_token":"a","expires_in":14399,"issued_at":1706710138962,"refresh_count":0}"#))
        for answer in [strings, numbers] {
            #expect(answer.expiresIn == 14_399)
            #expect(answer.issuedAt == 1_706_710_138_962)
            #expect(answer.refreshCount == "0")
        }
    }

    @Test("Fields that are missing, null or unknown do no harm")
    func lenient() throws {
        let answer = try #require(
            read(
                #"{"access_token":"a","expires_in":"5","scope":null,"new":{"x":[1.5,true]}}"#, receivedAt: 77)
        )
        #expect(answer.issuedAt == 77)
        #expect(answer.refreshToken == nil)
        #expect(answer.scope == nil)
    }

    @Test(
        "What is no token answer is none",
        arguments: [
            "", "<html>", "[]", "{}", #"{"expires_in":"1"}"#,
            #"{"access_token":"","expires_in":"1"}"#, #"{"access_token":"a\r\nX: y","expires_in":"1"}"#,
            #"{"access_token":["a"],"expires_in":"1"}"#,
        ])
    func none(_ body: String) {
        #expect(read(body) == nil)
    }

    @Test(
        "A token whose life is not told, or in no form that can be read, is a token",
        arguments: [
            "", #","expires_in":"soon""#, #","expires_in":9223372036854775807"#,
        ])
    func untoldLife(_ life: String) throws {
        let answer = try #require(read(#"{"access_token":"a"\#(life)}"#))
        #expect(answer.expiresIn == TokenAnswer.untoldLife)
    }

    @Test(
        "A token that UPS says has ended is one that has ended",
        arguments: ["0", "-1", "-9223372036854775808"])
    func ended(life: String) throws {
        let answer = try #require(
            read(
                #"{"access_token":"a","expires_in":"\#(life)","refresh_token":"b","refresh_token_expires_in":"-1"}"#
            ))
        #expect(answer.expiresIn == 0)
        // Of the refresh token it is not believed: only UPS's refusal ends a key.
        #expect(answer.refreshExpiresIn == nil)
    }

    @Test(
        "A refresh token that cannot be read is told from none, also once it was kept",
        arguments: [
            ("", false), (#","refresh_token":null"#, false), (#","refresh_token":"r""#, false),
            (#","refresh_token":"""#, true), (#","refresh_token":"a b""#, true),
            (#","refresh_token":["r"]"#, true),
        ])
    func refreshToken(_ member: String, _ isUnreadable: Bool) throws {
        let answer = try #require(read(#"{"access_token":"a"\#(member)}"#))
        #expect(answer.isRefreshTokenUnreadable == isUnreadable)
        #expect(TokenAnswer(stored: answer.json)?.isRefreshTokenUnreadable == isUnreadable)
    }

    @Test("The server's Date tells a wrong local clock, at a minute")
    func clocks() throws {
        let date = ["date": "Sun, 06 Nov 1994 08:49:37 GMT"]
        let server: Int64 = 784_111_777_000
        let body = #"{"access_token":"a","expires_in":"5"}"#
        #expect(try #require(read(body, headers: date, receivedAt: server + 60_000)).clocksAgree)
        #expect(try #require(read(body, headers: date, receivedAt: server - 60_001)).clocksAgree == false)
        #expect(try #require(read(body, headers: ["date": "soon"], receivedAt: 0)).clocksAgree)
    }

    @Test("The seed's dates come out as its window prints them")
    func seedDates() throws {
        // 12/4/2023 10:32:52 AM in whatever time zone this runs.
        var local = tm()
        (local.tm_year, local.tm_mon, local.tm_mday) = (123, 11, 4)
        (local.tm_hour, local.tm_min, local.tm_sec, local.tm_isdst) = (10, 32, 52, -1)
        let issued = Int64(mktime(&local)) * 1000 + 962
        let answer = try #require(
            read(
                """
                {"access_token":"a","token_type":"Bearer","status":"approved","issued_at":"\(issued)",
                 "expires_in":"14399","refresh_token":"r","refresh_token_status":"approved",
                 "refresh_token_issued_at":"\(issued)","refresh_token_expires_in":"5183999","scope":"",
                 "refresh_count":""}
                """, receivedAt: issued))
        let grant = Grant(answer: answer)
        let information = KeyInformation(grant, dateForm: .us, alertDays: 7, now: issued)
        #expect(
            information.items.map { "\($0.label)\t\($0.value)" } == [
                "Token Type\tBearer",
                "Token Status\tapproved",
                "Token Issued\t12/4/2023 10:32:52 AM",
                "Token Expires\t12/4/2023 2:32:51 PM",
                "Token Scope\t",
                "Refresh Token Status\tapproved",
                "Refresh Token Issued\t12/4/2023 10:32:52 AM",
                "Refresh Token Expires\t2/2/2024 10:32:51 AM",
                "Refresh Count\t",
            ])
        #expect(LocalDate.text(issued, .iso) == "2023-12-04 10:32:52")
        #expect(information.origin.last?.value == "1/1/1970 12:00:00 AM")
    }
}

extension Grant {
    /// A key as it would stand in the store after this answer.
    init(answer: TokenAnswer, method: AuthorizationMethod = .authorizationCode, condition: Condition = .good)
    {
        self.init(
            id: 1, owner: KeyOwner(.carrier, id: 1), endpoint: .test, server: nil, method: method,
            clientID: "client",
            generation: 1, condition: condition, conditionAt: nil, conditionReason: nil,
            tokenType: answer.tokenType,
            tokenStatus: answer.tokenStatus, scope: answer.scope,
            refreshTokenStatus: answer.refreshTokenStatus,
            refreshCount: answer.refreshCount, issuedAt: answer.issuedAt, expiresIn: answer.expiresIn,
            refreshIssuedAt: answer.refreshIssuedAt, refreshExpiresIn: answer.refreshExpiresIn,
            receivedAt: answer.receivedAt, clocksAgree: answer.clocksAgree, authorizedBy: "alice",
            authorizedAt: 0)
    }
}
