import FoundationEssentials

/// An answer of the sandbox, and how much of it arrives.
struct Answer: Sendable {
    enum Delivery: Sendable {
        case whole
        /// The connection closes in the middle of the body.
        case half
        /// The connection closes without a byte.
        case none
    }

    var status: Int
    var headers: [(name: String, value: String)] = []
    var body = Data()
    var delivery = Delivery.whole
    /// How long it is held back.
    var delay = Duration.zero
}

extension Answer {
    init(json value: some Encodable, status: Int = 200) {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            self.init(
                status: status,
                headers: [("Content-Type", "application/json"), ("Cache-Control", "no-store")],
                body: try encoder.encode(value))
        } catch {
            self.init(status: 500, headers: [("Content-Type", "text/plain")], body: Data("\(error)".utf8))
        }
    }

    init(_ refusal: Refusal) {
        self.init(
            json: ["response": ["errors": [["code": refusal.code, "message": refusal.message]]]],
            status: refusal.status)
    }

    init(html page: String, status: Int = 200) {
        self.init(
            status: status,
            headers: [
                ("Content-Type", "text/html; charset=utf-8"),
                ("Cache-Control", "no-store"),
                ("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"),
                ("Referrer-Policy", "no-referrer"),
            ],
            body: Data(page.utf8))
    }

    init(redirectingTo address: String, headers: [(name: String, value: String)] = []) {
        self.init(status: 302, headers: [("Location", address), ("Cache-Control", "no-store")] + headers)
    }
}
