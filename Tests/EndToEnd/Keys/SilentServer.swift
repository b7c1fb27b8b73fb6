import Foundation
import TestSupport

/// Takes connections and what is sent, and never answers: a UPS that has not begun to work on a request.
final class SilentServer: Sendable {
    private let listener: Int32
    let address: String

    init() throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = listener
        let isListening = withUnsafeMutablePointer(to: &place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
                bind(descriptor, place, length) == 0 && listen(descriptor, 8) == 0
                    && getsockname(descriptor, place, &length) == 0
            }
        }
        guard isListening else { throw DidNotCome("no port to listen on") }
        address = "http://127.0.0.1:\(UInt16(bigEndian: place.sin_port))"
    }

    deinit { close(listener) }

    /// Waits for a request with its form to come in; the connection stays open until `body` is through.
    func holding<Value>(_ body: (_ request: String) async throws -> Value) async throws -> Value {
        var waiting = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
        try await eventually { poll(&waiting, 1, 0) == 1 ? true : nil }
        let connection = accept(listener, nil, nil)
        defer { close(connection) }
        return try await body(try await eventually { Self.request(on: connection) })
    }

    /// What has been sent so far, once there is something after its head.
    private static func request(on connection: Int32) -> String? {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = recv(connection, &bytes, bytes.count, Int32(MSG_PEEK | MSG_DONTWAIT))
        let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        guard let head = text.firstRange(of: "\r\n\r\n"), head.upperBound < text.endIndex else { return nil }
        return text
    }
}
