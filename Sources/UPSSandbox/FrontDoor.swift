import FlyingFox
import FlyingSocks
import FoundationEssentials

/// Between FlyingFox's HTTP and the sandbox's requests and answers.
struct FrontDoor: HTTPHandler {
    let answer: @Sendable (Request) async -> Answer

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        var headers: [String: String] = [:]
        for (header, value) in request.headers { headers[header.rawValue.lowercased()] = value }
        let answer = await answer(
            Request(
                method: request.method.rawValue, path: request.target.path(),
                query: Form(encoded: request.target.query()), headers: headers,
                body: String(decoding: try await request.bodyData, as: UTF8.self)))
        if answer.delay > .zero { try await Task.sleep(for: answer.delay) }
        return Self.response(answer)
    }

    private static func response(_ answer: Answer) -> HTTPResponse {
        var headers = HTTPHeaders()
        for (name, value) in answer.headers { headers.addValue(value, for: HTTPHeader(name)) }
        let status = HTTPStatusCode(answer.status, phrase: phrase(answer.status))
        switch answer.delivery {
        case .whole:
            return HTTPResponse(statusCode: status, headers: headers, body: answer.body)
        case .half:
            let half = TornBody(bytes: answer.body.prefix(answer.body.count / 2))
            let body = HTTPBodySequence(from: half, count: answer.body.count)
            return HTTPResponse(statusCode: status, headers: headers, body: body)
        case .none:
            return HTTPResponse(headers: headers, webSocket: NoAnswer())
        }
    }

    private static func phrase(_ status: Int) -> String {
        switch status {
        case 200: "OK"
        case 302: "Found"
        case 400: "Bad Request"
        case 401: "Unauthorized"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 429: "Too Many Requests"
        case 502: "Bad Gateway"
        case 503: "Service Unavailable"
        default: "Internal Server Error"
        }
    }
}

/// FlyingFox asks a WebSocket handler for frames before it writes the first byte; throwing closes the
/// connection without an answer.
private struct NoAnswer: WSHandler {
    func makeFrames(
        for client: AsyncThrowingStream<WSFrame, any Error>
    ) async throws -> AsyncStream<WSFrame> {
        throw SocketError.disconnected
    }
}

/// A body that ends before its announced length, which makes FlyingFox close the connection.
private struct TornBody: AsyncBufferedSequence {
    let bytes: Data

    func makeAsyncIterator() -> Iterator { Iterator(rest: bytes) }

    struct Iterator: AsyncBufferedIteratorProtocol {
        var rest: Data

        mutating func next() async throws -> UInt8? {
            guard let byte = rest.popFirst() else { throw SocketError.disconnected }
            return byte
        }

        mutating func nextBuffer(suggested count: Int) async throws -> Data? {
            guard !rest.isEmpty else { throw SocketError.disconnected }
            defer { rest = rest.dropFirst(count) }
            return rest.prefix(count)
        }
    }
}
