/// What UPS said, or failed to say, in place of the answer.
public struct UPSError: Error, Sendable {
    /// What to make of it, whatever the call.
    public enum Cause: Hashable, Sendable {
        /// 10400: the redirect URI is not the registered one, or a field is missing.
        case badRequest
        /// 10401: the client id is unknown here, or the secret is wrong.
        case unknownClient
        /// 10403 or HTTP 403.
        case merchantBlocked
        /// 10429 or HTTP 429.
        case tooManyRequests
        /// 250002.
        case tokenRefused
        /// 250003.
        case legacyKey
        /// 120100.
        case accountNotOnProfile
        /// 151018.
        case malformedNumber
        /// 151044, TW0001, or an answer without a package.
        case noInformation
        /// HTTP 5xx, HTML, nothing, or an answer that is no JSON.
        case unwell
        /// The request did not reach UPS.
        case unreachable
        /// The request went out and its answer was lost, whole or in part.
        case answerLost
        /// The person gave up waiting.
        case cancelled
        /// A code this program has not heard of.
        case other
    }

    public let cause: Cause
    public let status: Int?
    public let code: String?
    /// UPS's own words, or libcurl's; may hold anything, so it is made visible wherever it is shown.
    public let message: String?
    /// The number UPS can find the request by.
    public let transID: String?
    /// Seconds UPS asked to wait.
    public let retryAfter: Int?

    /// Reads an answer that is not the one hoped for. Where UPS has done what was asked and the JSON that says so breaks
    /// off, as it does when a connection closes that announced no length, the answer is lost.
    ///
    /// - Parameters:
    ///   - sent: the `transId` of the request, for an answer that does not repeat it.
    ///   - secrets: what the request held and nobody is to be shown, should UPS repeat it.
    init(_ response: HTTPResponse, transID sent: String? = nil, striking secrets: [Secret] = []) {
        let json = JSON.read(response.body)
        let error = json?["response"]?["errors"]?.looseItems.first
        status = response.status
        // UPS's own envelope, or the field that RFC 6749 §5.2 names.
        code = (error?["code"]?.looseText ?? json?["error"]?.looseText)?.striking(secrets)
        message = error?["message"]?.looseText?.striking(secrets)
        transID = response.headers["transid"] ?? sent
        retryAfter = Self.retryAfter(response.headers)
        cause =
            (200..<300).contains(response.status) && response.body.withBytes { JSON.breaksOff($0) }
            ? .answerLost : Self.cause(status: response.status, code: code)
    }

    /// An answer that says in its warnings alone that there is nothing.
    init(noInformation message: String, status: Int, transID: String) {
        cause = .noInformation
        self.status = status
        code = nil
        self.message = message.isEmpty ? nil : message
        self.transID = transID
        retryAfter = nil
    }

    /// The same words of UPS, where the call shows what they mean.
    init(_ error: UPSError, cause: Cause) {
        self.cause = cause
        status = error.status
        code = error.code
        message = error.message
        transID = error.transID
        retryAfter = error.retryAfter
    }

    init(_ failure: TransportError) {
        cause =
            switch failure.stage {
            case .notSent: .unreachable
            case .answerLost: .answerLost
            case .cancelled: .cancelled
            }
        status = nil
        code = nil
        message = failure.reason
        transID = nil
        retryAfter = nil
    }

    /// Whether trying again later may help, with nothing changed.
    public var isTransient: Bool {
        switch cause {
        case .tooManyRequests, .unwell, .unreachable, .answerLost, .cancelled: true
        default: false
        }
    }

    /// Whether UPS itself said no to this key. A page of a gateway or a proxy says nothing of it.
    var condemnsKey: Bool { (status == 400 || status == 401) && code != nil && !isTransient }

    /// `Retry-After` in seconds or as a date (RFC 9110 §10.2.3), from a second to an hour.
    private static func retryAfter(_ headers: [String: String]) -> Int? {
        guard let text = headers["retry-after"] else { return nil }
        let seconds =
            if !text.isEmpty, text.utf8.allSatisfy(\.isDigit) {
                // What is no number of this machine's is far beyond the hour.
                Int(text) ?? .max
            } else if let then = HTTPDate.milliseconds(text),
                let now = headers["date"].flatMap(HTTPDate.milliseconds)
            {
                Int((then - now) / 1000)
            } else {
                Int?.none
            }
        return seconds.map { min(max($0, 1), 3600) }
    }

    /// Whether a refresh token may have been spent with nothing to show for it.
    var leavesUncertain: Bool { cause == .answerLost || cause == .cancelled }

    private static let causes: [String: Cause] = [
        "10400": .badRequest, "10401": .unknownClient, "10403": .merchantBlocked, "10429": .tooManyRequests,
        "250002": .tokenRefused, "250003": .legacyKey, "120100": .accountNotOnProfile,
        "151018": .malformedNumber, "151044": .noInformation, "TW0001": .noInformation,
    ]

    private static func cause(status: Int, code: String?) -> Cause {
        if status == 429 { return .tooManyRequests }
        if status >= 500 { return .unwell }
        if let code { return causes[code] ?? (status == 403 ? .merchantBlocked : .other) }
        if status == 403 { return .merchantBlocked }
        // A 2xx that could not be read, or an error page without UPS's envelope (a gateway's HTML).
        return status == 404 ? .other : .unwell
    }
}

extension String {
    /// Without these secrets, as they are or percent-encoded. What is shorter than eight bytes is none that UPS gives out,
    /// but may be a word of its sentence.
    fileprivate func striking(_ secrets: [Secret]) -> String {
        secrets.filter { $0.withBytes(\.count) >= 8 }.map { $0.reveal() }.reduce(self) { text, secret in
            text.replacing(secret, with: "‹redacted›")
                .replacing(PercentEncoding.encode(secret), with: "‹redacted›")
        }
    }
}
