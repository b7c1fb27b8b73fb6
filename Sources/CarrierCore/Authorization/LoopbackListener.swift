import FlyingFox
import FlyingSocks
import Foundation

/// Catches the redirect where an app registered `http://127.0.0.1:PORT/…` or `http://localhost:PORT/…` (RFC 8252 §7.3).
public struct LoopbackListener: Sendable {
    private let redirectURI: String
    private let parts: URIParts
    private let port: UInt16

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
    /// attempt to say. Ends with an error where the port cannot be listened on.
    public func addresses() -> AsyncThrowingStream<String, any Error> {
        AsyncThrowingStream { continuation in
            let handler = RedirectHandler(path: parts.path) { query in
                continuation.yield("\(redirectURI)?\(query)")
            }
            let server =
                parts.host == "[::1]"
                ? HTTPServer(address: .loopback(port: port), logger: .disabled, handler: handler)
                : HTTPServer(
                    address: sockaddr_in.inet(loopback: port), logger: .disabled, handler: handler)
            let running = Task {
                do { try await server.run() } catch { continuation.finish(throwing: error) }
            }
            continuation.onTermination = { _ in running.cancel() }
        }
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
