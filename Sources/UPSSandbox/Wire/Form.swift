/// The names and values of a query or of an `application/x-www-form-urlencoded` body, in their order.
struct Form: Sendable {
    private var fields: [(name: String, value: String)]

    init(_ fields: [(String, String)] = []) {
        self.fields = fields.map { (name: $0.0, value: $0.1) }
    }

    init(encoded text: String) {
        fields = text.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = parts.count > 1 ? parts[1] : ""
            return (
                PercentEncoding.decode(parts[0], plusIsSpace: true),
                PercentEncoding.decode(value, plusIsSpace: true)
            )
        }
    }

    static func + (left: Form, right: Form) -> Form {
        var sum = left
        sum.fields += right.fields
        return sum
    }

    /// The value of `name`, nil if it is not there.
    /// - Throws: a 400 if it is there more than once (RFC 6749 §3.1 and §3.2).
    func value(_ name: String) throws(Refusal) -> String? {
        let values = fields.filter { $0.name == name }
        guard values.count < 2 else { throw .invalid("The parameter \(name) was sent more than once") }
        return values.first?.value
    }

    /// The value of `name`.
    /// - Throws: a 400 if it is missing, empty or there more than once.
    func required(_ name: String) throws(Refusal) -> String {
        guard let value = try value(name), !value.isEmpty else {
            throw .invalid("The parameter \(name) is missing")
        }
        return value
    }

    var encoded: String {
        fields.map { "\(PercentEncoding.encode($0.name))=\(PercentEncoding.encode($0.value))" }
            .joined(separator: "&")
    }
}
