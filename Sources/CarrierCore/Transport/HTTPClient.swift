/// Sends one HTTP request and gives its answer: libcurl in the program, anything else in a test.
public protocol HTTPClient: Sendable {
    /// Any HTTP status is an answer; `TransportError` is thrown only where no whole answer came.
    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse
}

/// One request. Redirects are never followed.
public struct HTTPRequest: Sendable {
    public enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
    }

    public var method: Method
    /// An absolute address: https, or http on loopback.
    public var url: String
    public var headers: [(name: String, value: Secret)]
    public var body: Secret?
    /// For the whole exchange, in milliseconds.
    public var timeout: Int

    public init(
        _ method: Method, _ url: String, headers: [(name: String, value: Secret)] = [], body: Secret? = nil,
        timeout: Int
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
    }
}

/// A whole answer; its body is at most 1 MiB.
public struct HTTPResponse: Sendable {
    public let status: Int
    /// Names in lower case; of a repeated header the last value.
    public let headers: [String: String]
    /// An answer may hold tokens, so it is kept like one.
    public let body: Secret

    public init(status: Int, headers: [String: String], body: Secret) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

/// No whole answer came.
public struct TransportError: Error, Sendable {
    /// How far the request got, which decides whether a refresh token may have been spent.
    public enum Stage: Sendable {
        /// Name, connection or TLS failed: the server has not seen the request.
        case notSent
        /// The request went out, and its answer was lost or cut short.
        case answerLost
        /// The caller no longer wanted it; how far it got is unknown.
        case cancelled
    }

    public let stage: Stage
    /// What libcurl says of it, in words; nothing of the request.
    public let reason: String

    public init(_ stage: Stage, reason: String) {
        self.stage = stage
        self.reason = reason
    }
}
