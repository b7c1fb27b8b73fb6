import FlyingSocks
import FoundationEssentials
import UPSSandbox

/// What came back over the socket, byte for byte, until the server closed it.
struct Reply: Sendable {
    let raw: String

    private var head: Substring { raw[..<(raw.firstRange(of: "\r\n\r\n")?.lowerBound ?? raw.endIndex)] }
    var body: String { raw.firstRange(of: "\r\n\r\n").map { String(raw[$0.upperBound...]) } ?? "" }
    var status: Int { Int(raw.split(separator: " ").dropFirst().first ?? "") ?? 0 }

    func header(_ name: String) -> String? {
        for line in head.split(separator: "\r\n").dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            if parts.count == 2, parts[0].lowercased() == name.lowercased() {
                return String(parts[1].drop { $0 == " " })
            }
        }
        return nil
    }

    func json<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        try JSONDecoder().decode(type, from: Data(body.utf8))
    }

    /// The first error's code in UPS's envelope, which must have that form exactly.
    var errorCode: String? {
        get throws {
            let envelope = try json([String: [String: [[String: String]]]].self)
            let errors = envelope["response"]?["errors"] ?? []
            guard envelope.count == 1, errors.count == 1, errors[0].keys.sorted() == ["code", "message"]
            else {
                return nil
            }
            return errors[0]["code"]
        }
    }
}

/// The smallest HTTP client: a socket, a request, everything that comes back.
struct Browser: Sendable {
    let port: UInt16

    func get(_ target: String, headers: [String: String] = [:]) async throws -> Reply {
        try await send("GET", target, headers: headers, body: "")
    }

    func post(
        _ target: String, form: [(String, String)], headers: [String: String] = [:]
    ) async throws -> Reply {
        var headers = headers
        if headers["Content-Type"] == nil { headers["Content-Type"] = "application/x-www-form-urlencoded" }
        return try await send("POST", target, headers: headers, body: encoded(form))
    }

    func send(
        _ method: String, _ target: String, headers: [String: String] = [:], body: String = ""
    ) async throws -> Reply {
        let socket = try await AsyncSocket.connected(to: .inet(ip4: "127.0.0.1", port: port))
        var lines = ["\(method) \(target) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close"]
        lines += headers.map { "\($0.key): \($0.value)" }
        lines += ["Content-Length: \(body.utf8.count)", "", body]
        try await socket.write(Data(lines.joined(separator: "\r\n").utf8))
        var bytes: [UInt8] = []
        do {
            while true { bytes += try await socket.read(atMost: 65_536) }
        } catch SocketError.disconnected {
            try socket.close()
        }
        return Reply(raw: String(decoding: bytes, as: UTF8.self))
    }
}

/// Encodes for a query or a form; written apart from the sandbox's own.
func encoded(_ fields: [(String, String)]) -> String {
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~".utf8)
    func encode(_ text: String) -> String {
        text.utf8.map { byte in
            if plain.contains(byte) { return String(UnicodeScalar(byte)) }
            let digits = String(byte, radix: 16, uppercase: true)
            return digits.count == 1 ? "%0\(digits)" : "%\(digits)"
        }.joined()
    }
    return fields.map { "\(encode($0.0))=\(encode($0.1))" }.joined(separator: "&")
}

/// The decoded query of an address.
func query(of address: String) -> [String: String] {
    let components = address.split(separator: "?", maxSplits: 1)
    guard components.count == 2 else { return [:] }
    var fields: [String: String] = [:]
    for pair in components[1].split(separator: "&") {
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        fields[String(parts[0])] = parts.count > 1 ? String(parts[1]).removingPercentEncodingByHand : ""
    }
    return fields
}

extension String {
    fileprivate var removingPercentEncodingByHand: String {
        var bytes: [UInt8] = []
        var rest = utf8.makeIterator()
        while let byte = rest.next() {
            if byte == UInt8(ascii: "%"), let high = rest.next(), let low = rest.next(),
                let value = UInt8(String(decoding: [high, low], as: UTF8.self), radix: 16)
            {
                bytes.append(value)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
