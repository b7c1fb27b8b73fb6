import FlyingFox
import FlyingSocks
import Foundation

/// Catches the redirect where an app registered `http://127.0.0.1:PORT/…` or `http://localhost:PORT/…` (RFC 8252 §7.3).
public struct LoopbackListener: Sendable {
    private let redirectURI: String
    private let parts: URIParts
    /// Where it listens on this machine.
    public let port: UInt16

    /// Nil where nothing can listen: an https redirect, or one to another host. Then the address is pasted.
    public init?(redirectURI: String) {
        guard let parts = URIParts(redirectURI), parts.scheme == "http",
            HTTPAddress.isLoopback(host: parts.host), let port = UInt16(exactly: parts.port)
        else { return nil }
        self.redirectURI = redirectURI
        self.parts = parts
        self.port = port
    }

    /// The addresses browsers come to, as text, for as long as they are awaited; whether one is right is for the
    /// attempt to say. The last is a failure where the port cannot be listened on: `.busy` where another program has it,
    /// else `.unavailable`.
    public func addresses() -> AsyncStream<Result<String, CarrierError>> {
        AsyncStream { continuation in
            let handler = RedirectHandler(path: parts.path) { query in
                continuation.yield(.success("\(redirectURI)?\(query)"))
            }
            let listening = Task {
                do {
                    try await listen(handler)
                } catch {
                    continuation.yield(.failure(explained(error)))
                    continuation.finish()
                }
            }
            continuation.onTermination = { _ in listening.cancel() }
        }
    }

    /// Until it is cancelled. A want of descriptors or memory passes, and so does a caller who has gone again.
    private func listen(_ handler: RedirectHandler) async throws {
        while true {
            do {
                try await server(handler).run()
            } catch SocketError.failed(_, let number, _) where Self.passing.contains(number) {
                try await Task.sleep(for: .milliseconds(200))
            }
        }
    }

    private static let passing: Set<Int32> = [EMFILE, ENFILE, ENOBUFS, ENOMEM, ECONNABORTED]

    private func server(_ handler: RedirectHandler) -> HTTPServer {
        parts.host == "[::1]"
            ? HTTPServer(address: .loopback(port: port), logger: .disabled, handler: handler)
            : HTTPServer(address: sockaddr_in.inet(loopback: port), logger: .disabled, handler: handler)
    }

    private func explained(_ error: any Error) -> CarrierError {
        let advice = "Paste the address the sign-in ends at."
        guard case SocketError.failed(_, let number, _) = error, number != EADDRINUSE else {
            return CarrierError(
                .busy, "Port \(port) is in use by another program.", advice: advice, underlying: error)
        }
        return CarrierError(
            .unavailable, "Port \(port) cannot be listened on (\(String(cString: strerror(number)))).",
            advice: advice, underlying: error)
    }
}

private struct RedirectHandler: HTTPHandler {
    let path: String
    let caught: @Sendable (String) -> Void

    func handleRequest(_ request: FlyingFox.HTTPRequest) async throws -> FlyingFox.HTTPResponse {
        guard request.method == .GET, request.path == path else {
            return FlyingFox.HTTPResponse(statusCode: .notFound)
        }
        caught(request.target.query())
        return FlyingFox.HTTPResponse(
            statusCode: .ok,
            headers: [
                .contentType: "text/plain; charset=utf-8", HTTPHeader("Referrer-Policy"): "no-referrer",
            ],
            body: Data("You can close this page and go back to Carrier Editor.\n".utf8))
    }
}

extension sockaddr_in {
    /// 127.0.0.1 alone, never another address of the machine.
    fileprivate static func inet(loopback port: UInt16) -> sockaddr_in {
        var address = sockaddr_in.inet(port: port)
        address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
        return address
    }
}
