/// A type that a field of a document can have: how it reads, how it is written, what `KEY=` leaves.
protocol FieldValue: Sendable {
    /// What is expected, as the object of a sentence: `true or false`.
    static var expectation: String { get }
    /// Reads leniently: a code as a number, a number as a text.
    init?(json: JSON)
    /// Reads the value of `KEY=VALUE`.
    init?(assigned text: String)
    var json: JSON { get }
}

extension FieldValue {
    init?(assigned text: String) { self.init(json: .string(text)) }
}

extension String: FieldValue {
    static var expectation: String { "a text" }
    init?(json: JSON) {
        switch json {
        case .string(let text), .number(let text): self = text
        default: return nil
        }
    }
    init?(assigned text: String) { self = text }
    var json: JSON { .string(self) }
}

extension Bool: FieldValue {
    static var expectation: String { "true or false" }
    init?(json: JSON) {
        switch json {
        case .bool(let flag): self = flag
        case .string(let text): self.init(assigned: text)
        default: return nil
        }
    }
    init?(assigned text: String) {
        switch text.lowercased() {
        case "true", "yes", "1": self = true
        case "false", "no", "0": self = false
        default: return nil
        }
    }
    var json: JSON { .bool(self) }
}

extension Int: FieldValue {
    static var expectation: String { "a whole number" }
    init?(json: JSON) {
        guard let text = String(json: json) else { return nil }
        self.init(text)
    }
    var json: JSON { .number(String(self)) }
}

extension DecimalNumber: FieldValue {
    static var expectation: String { "a decimal number such as \"12.50\", of at most 15 digits" }
    init?(json: JSON) {
        guard let text = String(json: json) else { return nil }
        self.init(text: text)
    }
    var json: JSON { .string(description) }
}

/// Lists come as JSON lists, or separated by commas in one text.
extension Array: FieldValue where Element: FieldValue {
    static var expectation: String { "a list, each \(Element.expectation)" }
    init?(json: JSON) {
        switch json {
        case .array(let elements):
            let read = elements.compactMap(Element.init(json:))
            guard read.count == elements.count else { return nil }
            self = read
        case .string(let text): self.init(assigned: text)
        default: return nil
        }
    }
    init?(assigned text: String) {
        let parts = text.split(separator: ",").map { String($0).trimmed() }.filter { !$0.isEmpty }
        let read = parts.compactMap(Element.init(assigned:))
        guard read.count == parts.count else { return nil }
        self = read
    }
    var json: JSON { .array(map(\.json)) }
}

extension FieldValue where Self: CodedValue {
    static var expectation: String { "one of \(codes)" }
    init?(json: JSON) {
        guard let text = String(json: json) else { return nil }
        self.init(lenient: text)
    }
    var json: JSON { .string(code) }
}

extension EndpointType: FieldValue {}
extension APIType: FieldValue {}
extension WriteBackRate: FieldValue {}
extension WeightUnit: FieldValue {}
extension DimensionUnit: FieldValue {}
extension CustomerClassification: FieldValue {}
extension PickupType: FieldValue {}
extension Service: FieldValue {}
extension LabelFormat: FieldValue {}
extension AuthorizationMethod: FieldValue {}
extension Rounding: FieldValue {}
