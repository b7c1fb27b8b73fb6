import Foundation

/// JSON as UPS sends it: numbers as strings or as numbers, fields missing, null or unknown.
enum LooseJSON: Decodable, Sendable {
    case text(String)
    case bool(Bool)
    case list([LooseJSON])
    case object([String: LooseJSON])
    case null

    /// Nil where the bytes are not JSON.
    static func read(_ body: Secret) -> LooseJSON? {
        body.withBytes { try? JSONDecoder().decode(LooseJSON.self, from: Data($0)) }
    }

    init(from decoder: any Decoder) throws {
        if let keyed = try? decoder.container(keyedBy: Name.self) {
            var object: [String: LooseJSON] = [:]
            for key in keyed.allKeys {
                object[key.stringValue] = try keyed.decode(LooseJSON.self, forKey: key)
            }
            self = .object(object)
        } else if var items = try? decoder.unkeyedContainer() {
            var list: [LooseJSON] = []
            while !items.isAtEnd { list.append(try items.decode(LooseJSON.self)) }
            self = .list(list)
        } else {
            let value = try decoder.singleValueContainer()
            if value.decodeNil() {
                self = .null
            } else if let text = try? value.decode(String.self) {
                self = .text(text)
            } else if let bool = try? value.decode(Bool.self) {
                self = .bool(bool)
            } else if let whole = try? value.decode(Int64.self) {
                self = .text(String(whole))
            } else {
                self = .text(String(try value.decode(Double.self)))
            }
        }
    }

    subscript(name: String) -> LooseJSON {
        if case .object(let object) = self { return object[name] ?? .null }
        return .null
    }

    /// A string, or a number in its written form.
    var text: String? {
        if case .text(let text) = self { return text }
        return nil
    }

    /// A whole number, sent as a number or as a string.
    var integer: Int64? {
        guard let text else { return nil }
        return Int64(text)
    }

    /// The items of a list; a single object where UPS means a list of one.
    var items: [LooseJSON] {
        switch self {
        case .list(let items): items
        case .object: [self]
        default: []
        }
    }

    private struct Name: CodingKey {
        let stringValue: String
        let intValue: Int? = nil

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { return nil }
    }
}
