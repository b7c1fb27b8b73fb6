import Foundation
import Testing

@testable import CarrierCore

@Suite("How a key stands")
struct KeyStateTests {
    private static let day: Int64 = 86_400_000
    private static let issued: Int64 = 1_700_000_000_000

    private func grant(
        accessLife: Int64 = 3599, refreshLife: Int64? = 5_183_999, receivedAt: Int64 = issued,
        method: AuthorizationMethod = .authorizationCode, condition: Grant.Condition = .good,
        date: String? = nil
    ) throws -> Grant {
        let refresh = refreshLife.map {
            #", "refresh_token":"r","refresh_token_issued_at":"\#(Self.issued)","refresh_token_expires_in":"\#($0)""#
        }
        let body =
            #"{"access_token":"a","issued_at":"\#(Self.issued)","expires_in":"\#(accessLife)"\#(refresh ?? "")}"#
        let response = HTTPResponse(
            status: 200, headers: date.map { ["date": $0] } ?? [:], body: Secret(body))
        return Grant(
            answer: try #require(TokenAnswer(response, receivedAt: receivedAt)), method: method,
            condition: condition)
    }

    @Test("It expires soon exactly seven days before its refresh token's end, and is expired exactly at it")
    func boundaries() throws {
        let grant = try grant()
        let end = Self.issued + 5_183_999_000
        #expect(grant.state(at: end - 7 * Self.day - 1, alertDays: 7) == .valid)
        #expect(grant.state(at: end - 7 * Self.day, alertDays: 7) == .expiresSoon)
        #expect(grant.state(at: end - 1, alertDays: 7) == .expiresSoon)
        #expect(grant.state(at: end, alertDays: 7) == .expired)
    }

    @Test("Its seven days have 24 hours each, over a change to summer time as well")
    func summerTime() throws {
        // 9 in the morning in New York, four days after its clocks went forward: a week before it was 8 there.
        let end = try Date("2026-03-12T09:00:00-04:00", strategy: .iso8601)
        let week = try Date("2026-03-05T08:00:00-05:00", strategy: .iso8601)
        let life = Int64(end.timeIntervalSince1970) - Self.issued / 1000
        let grant = try grant(refreshLife: life)
        let soon = Int64(week.timeIntervalSince1970) * 1000
        #expect(grant.state(at: soon - 1, alertDays: 7) == .valid)
        #expect(grant.state(at: soon, alertDays: 7) == .expiresSoon)
    }

    @Test("A client-credentials key renews itself and never expires")
    func clientCredentials() throws {
        let grant = try grant(refreshLife: nil, method: .customerClientCredentials)
        #expect(grant.expiry == nil)
        #expect(grant.state(at: .max, alertDays: 7) == .valid)
    }

    @Test("What UPS refused or left uncertain is so, whatever its dates")
    func conditions() throws {
        #expect(try grant(condition: .refused).state(at: Self.issued, alertDays: 7) == .signInNeeded)
        #expect(try grant(condition: .uncertain).state(at: .max, alertDays: 7) == .uncertain)
    }

    @Test(
        "It is renewed when 60 s or 5 % of its life are left, but never before half of it",
        arguments: [(14_399, 719), (3599, 179), (600, 60), (100, 50), (10, 5), (0, 0)] as [(Int64, Int64)])
    func margin(_ life: Int64, _ margin: Int64) throws {
        #expect(try grant(accessLife: life).refreshMargin == margin)
    }

    @Test("A late receipt does not lengthen a token's life, an early clock does not either")
    func ends() throws {
        #expect(try grant(receivedAt: Self.issued + 30_000).accessTokenEnds == Self.issued + 3_599_000)
        #expect(try grant(receivedAt: Self.issued - 30_000).accessTokenEnds == Self.issued + 3_569_000)
    }

    @Test("Where the local clock is wrong by the server's Date, the receipt alone decides")
    func wrongClock() throws {
        let ahead = try grant(receivedAt: Self.issued + 10 * Self.day, date: "Tue, 14 Nov 2023 22:13:20 GMT")
        #expect(!ahead.clocksAgree)
        #expect(ahead.accessTokenEnds == Self.issued + 10 * Self.day + 3_599_000)
    }
}
