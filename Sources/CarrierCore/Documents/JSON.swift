/// A JSON value (RFC 8259) that keeps what the text said: members in their order, numbers as decimal text.
public enum JSON: Sendable, Equatable {
    case null
    case bool(Bool)
    /// The number as it was written; nothing is lost to binary floating point.
    case number(String)
    case string(String)
    case array([JSON])
    case object([Member])

    /// A name and its value; names may come twice in what a program makes, never in what is read.
    public struct Member: Sendable, Equatable {
        public let name: String
        public let value: JSON

        public init(_ name: String, _ value: JSON) {
            self.name = name
            self.value = value
        }
    }

    /// The value of a member, nil where this is no object or has none of that name.
    public subscript(name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// A whole number in its decimal form.
    public static func integer(_ value: Int64) -> JSON { .number(String(value)) }

    /// An instant as ISO 8601 in UTC, or null.
    public static func instant(_ milliseconds: Int64?) -> JSON {
        milliseconds.map { .string(ISODate.text($0)) } ?? .null
    }

    /// The one shape of every document: `{"schema":1,"carrier":…}`.
    public static func envelope(_ name: String, _ value: JSON) -> JSON {
        .object([Member("schema", .integer(schema)), Member(name, value)])
    }

    /// The version of the documents' form.
    public static let schema: Int64 = 1

    /// What a person would call it.
    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
