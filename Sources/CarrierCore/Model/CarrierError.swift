/// Everything CarrierCore throws: what happened and what to do, each one sentence for the person.
public struct CarrierError: Error, Sendable {
    /// What kind of trouble, named after the exit code that a command answers with.
    ///
    /// Open: a newer version may have kinds that an older caller has not heard of.
    public struct Code: Hashable, Sendable {
        public let rawValue: String

        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// What was given is malformed or against a rule (65).
        public static let invalid = Code(rawValue: "invalid")
        /// UPS could not be reached or is unwell; later may help (69).
        public static let unavailable = Code(rawValue: "unavailable")
        /// A fault of this program (70).
        public static let fault = Code(rawValue: "fault")
        /// The store could not be read or written (74).
        public static let store = Code(rawValue: "store")
        /// Another process holds the key or the store, or changed the record meanwhile (75).
        public static let busy = Code(rawValue: "busy")
        /// UPS refused this request; the key is well (76).
        public static let refused = Code(rawValue: "refused")
        /// A person must sign in (77).
        public static let signInNeeded = Code(rawValue: "signInNeeded")
        /// Set-up is missing or wrong (78).
        public static let setup = Code(rawValue: "setup")
    }

    public let code: Code
    /// The JSON name of the field or the thing it is about, where there is one.
    public let subject: String?
    /// What happened: one sentence.
    public let message: String
    /// What to do: one sentence.
    public let advice: String
    public let underlying: (any Error)?

    public init(
        _ code: Code, subject: String? = nil, _ message: String, advice: String,
        underlying: (any Error)? = nil
    ) {
        self.code = code
        self.subject = subject
        self.message = message
        self.advice = advice
        self.underlying = underlying
    }
}

extension CarrierError: CustomStringConvertible {
    public var description: String { "\(message) \(advice)" }
}
