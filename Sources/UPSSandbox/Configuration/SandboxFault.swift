/// Something that goes wrong on purpose: what, on which endpoints, and how often.
///
/// As text, for `--fault` and the administration: `NAME[=VALUE][@ENDPOINT[,ENDPOINT…]][:TIMES]`, such as
/// `rate-limit=5@refresh:2` or `half-answer@token,refresh`. Without an endpoint it strikes everywhere but on
/// the sign-in page, without a number of times always.
public struct SandboxFault: Sendable, Equatable {
    /// Every fault there is. Up to `cut-before` nothing is done with the request; the others spoil the answer
    /// to a request that has been carried out, so that a refresh has rotated the token.
    public enum Name: String, Sendable, CaseIterable {
        /// 403 with 10403: the merchant is blocked.
        case blocked
        /// 429 with 10429; with a value also `Retry-After: VALUE`.
        case rateLimit = "rate-limit"
        /// 500 in the form of UPS's errors.
        case internalError = "error-500"
        /// 503 in the form of UPS's errors.
        case unavailable = "error-503"
        /// 502 with a page of HTML, as a gateway sends.
        case gatewayPage = "gateway-page"
        /// 200 and no body.
        case emptyAnswer = "empty-answer"
        /// 200 and JSON that is broken in its middle.
        case brokenJSON = "broken-json"
        /// The connection closes without an answer.
        case cutBefore = "cut-before"
        /// The request is carried out, then the connection closes without an answer.
        case cutAfter = "cut-after"
        /// The request is carried out, then the connection closes in the middle of the body.
        case halfAnswer = "half-answer"
        /// The request is carried out, then half of the body comes as if it were the whole: from a server that announces no
        /// length, or through a gateway that counts what it got.
        case shortAnswer = "short-answer"
        /// The request is carried out, the answer comes VALUE seconds later (default 5).
        case slow
        /// The `Date` header is VALUE seconds off (default 3600, may be negative).
        case clockSkew = "clock-skew"

        fileprivate var takesValue: Bool { [.rateLimit, .slow, .clockSkew].contains(self) }
    }

    /// What goes wrong.
    public var name: Name
    /// Seconds, for the names that have a VALUE.
    public var value: Int?
    /// Where it strikes.
    public var endpoints: Set<SandboxEndpoint>
    /// How many more times it strikes; nil is always.
    public var times: Int?

    /// All but the sign-in page, which is for people.
    public static let everywhere = Set(SandboxEndpoint.allCases).subtracting([.signIn])

    /// A fault that strikes always, unless a number of times is given, which must be 1 or more.
    public init(
        _ name: Name, value: Int? = nil, on endpoints: Set<SandboxEndpoint> = everywhere, times: Int? = nil
    ) {
        self.name = name
        self.value = value
        self.endpoints = endpoints
        self.times = times
    }

    /// Reads the text form.
    /// - Throws: `SandboxError` naming the part that is not understood.
    public init(_ text: String) throws(SandboxError) {
        var rest = text[...]
        times = nil
        if let colon = rest.lastIndex(of: ":") {
            guard let number = Int(rest[rest.index(after: colon)...]), number > 0 else {
                throw Self.error(text, "The number of times after “:” must be 1 or more.")
            }
            times = number
            rest = rest[..<colon]
        }
        endpoints = Self.everywhere
        if let at = rest.firstIndex(of: "@") {
            endpoints = []
            let names = rest[rest.index(after: at)...]
            for name in names.split(separator: ",", omittingEmptySubsequences: false) {
                guard let endpoint = SandboxEndpoint(rawValue: String(name)) else {
                    let known = SandboxEndpoint.allCases.map(\.rawValue).joined(separator: ", ")
                    throw Self.error(text, "The endpoints are: \(known).")
                }
                endpoints.insert(endpoint)
            }
            rest = rest[..<at]
        }
        let parts = rest.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = Name(rawValue: String(parts[0])) else {
            let known = Name.allCases.map(\.rawValue).joined(separator: ", ")
            throw Self.error(text, "The faults are: \(known).")
        }
        self.name = name
        value = nil
        if parts.count == 2 {
            guard name.takesValue, let seconds = Int(parts[1]), seconds >= 0 || name == .clockSkew else {
                throw Self.error(text, "Only rate-limit, slow and clock-skew take a value, in whole seconds.")
            }
            value = seconds
        }
    }

    private static func error(_ text: String, _ advice: String) -> SandboxError {
        SandboxError("The fault “\(text)” is not known.", advice: advice)
    }
}
