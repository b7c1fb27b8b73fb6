@testable import CarrierCore

/// Whatever a server answers, reading it ends in tokens that fit into a header, or in nothing; and what was read can be
/// kept beside the store and read back.
enum AnswerProperty {
    private static let now: Int64 = 1_700_000_000_000
    private static let tenYears: Int64 = 315_360_000

    /// What is wrong; nil when nothing is.
    static func fault(_ bytes: [UInt8]) -> String? {
        // The first line is the server's `Date`, for that is read as well.
        let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
        let date = String(decoding: lines[0], as: UTF8.self)
        let body = lines.count == 2 ? lines[1] : []
        let response = HTTPResponse(status: 200, headers: ["date": date], body: Secret(body))
        guard let answer = TokenAnswer(response, receivedAt: now) else { return nil }
        for token in [answer.accessToken, answer.refreshToken].compactMap({ $0 }) {
            guard token.withBytes({ !$0.isEmpty && $0.allSatisfy { (0x21...0x7e).contains($0) } }) else {
                return "a token would break out of its header"
            }
        }
        for life in [answer.expiresIn, answer.refreshExpiresIn].compactMap({ $0 }) {
            guard (0...tenYears).contains(life) else { return "a life of \(life) s" }
        }
        for instant in [answer.issuedAt, answer.refreshIssuedAt].compactMap({ $0 }) {
            // From 2000 to 2200.
            guard (946_684_800_000...7_258_118_400_000).contains(instant) else {
                return "issued at \(instant)"
            }
        }
        return keptFault(answer)
    }

    private static func keptFault(_ answer: TokenAnswer) -> String? {
        do {
            let again = try TokenAnswer(stored: JSON(parsing: answer.json.description))
            return again?.json == answer.json ? nil : "what was kept reads back otherwise"
        } catch {
            return "what was kept does not read back: \(error)"
        }
    }
}
