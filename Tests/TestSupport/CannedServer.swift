import Foundation
import Glibc

/// An HTTP server on loopback that answers as a test says, one request to a connection, and keeps what it was asked.
public final class CannedServer: Sendable {
    public struct Answer: Sendable {
        public var status: Int
        public var headers: [(String, String)]
        public var body: String

        public init(_ status: Int, headers: [(String, String)] = [], body: String = "") {
            (self.status, self.headers, self.body) = (status, headers, body)
        }
    }

    public let address: String
    private let listener: Int32
    private let log: RequestLog

    /// - Parameter answer: is given the whole request as it came; it may take its time.
    public init(_ answer: @escaping @Sendable (_ request: String) -> Answer) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
                bind(listener, place, length) == 0 && listen(listener, 64) == 0
                    && getsockname(listener, place, &length) == 0
            }
        }
        guard isListening else { throw DidNotCome("no port to listen on") }
        let log = RequestLog()
        (self.listener, self.log) = (listener, log)
        address = "http://127.0.0.1:\(UInt16(bigEndian: place.sin_port))"
        Thread.detachNewThread {
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else { return }
                Thread.detachNewThread {
                    defer { close(connection) }
                    guard let request = Self.request(on: connection) else { return }
                    log.append(request)
                    Self.send(answer(request), on: connection)
                }
            }
        }
    }

    deinit {
        // Ends the wait for another connection as well.
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    /// What it has been asked, oldest first.
    public var requests: [String] { log.all }

    private static func request(on connection: Int32) -> String? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let text = String(decoding: bytes, as: UTF8.self)
            if let head = text.firstRange(of: "\r\n\r\n") {
                let length = text[..<head.lowerBound].firstMatch(of: /(?i)content-length: ([0-9]+)/)
                if text[head.upperBound...].utf8.count >= (length.flatMap { Int($0.1) } ?? 0) { return text }
            }
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            bytes += buffer[..<count]
        }
    }

    private static func send(_ answer: Answer, on connection: Int32) {
        let headers =
            answer.headers + [("Content-Length", "\(answer.body.utf8.count)"), ("Connection", "close")]
        let head = "HTTP/1.1 \(answer.status) -\r\n" + headers.map { "\($0): \($1)\r\n" }.joined() + "\r\n"
        var rest = Array((head + answer.body).utf8)[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes {
                Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard sent > 0 else { return }
            rest = rest.dropFirst(sent)
        }
    }
}

/// What a server has been asked.
private final class RequestLog: @unchecked Sendable {
    // Proof for @unchecked: the requests are used under the lock alone.
    private let lock = NSLock()
    private var requests: [String] = []

    var all: [String] { lock.withLock { requests } }
    func append(_ request: String) { lock.withLock { requests.append(request) } }
}
