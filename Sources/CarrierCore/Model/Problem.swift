/// One thing about a value that is against a rule.
public struct Problem: Sendable, Equatable {
    /// The JSON name of the field, dotted: `companyAddress.city`, `accounts[0].number`.
    public let field: String
    /// One sentence for the person.
    public let message: String

    public init(field: String, message: String) {
        self.field = field
        self.message = message
    }
}

extension CarrierError {
    /// The problems as one error: the first in words, the others counted. Nil when there are none.
    public init?(_ problems: [Problem]) {
        guard let first = problems.first else { return nil }
        let others = Set(problems.map(\.field)).subtracting([first.field]).sorted()
        let need = others.count == 1 ? "needs" : "need"
        self.init(
            .invalid, subject: first.field, "\(first.field): \(first.message)",
            advice: others.isEmpty
                ? "Correct it and try again."
                : "Correct it and try again; \(others.joined(separator: ", ")) \(need) attention, too.")
    }
}
