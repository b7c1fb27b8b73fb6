/// Reading JSON as UPS sends it: numbers as strings or as numbers, fields missing, null or unknown.
extension JSON {
    /// Nil where the bytes are not JSON.
    static func read(_ body: Secret) -> JSON? {
        // What is no JSON is a gateway's page or nothing at all; the caller says so.
        body.withBytes { try? JSON(parsing: $0) }
    }

    /// A string, or a number in its written form.
    var looseText: String? {
        switch self {
        case .string(let text), .number(let text): text
        default: nil
        }
    }

    /// A whole number, sent as a number or as a string.
    var looseInteger: Int64? { looseText.flatMap { Int64($0) } }

    /// The items of a list; a single object where UPS means a list of one.
    var looseItems: [JSON] {
        switch self {
        case .array(let items): items
        case .object: [self]
        default: []
        }
    }
}
