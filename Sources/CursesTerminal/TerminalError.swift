/// Why no screen can be opened: what happened and what to do, each one sentence for the person.
public struct TerminalError: Error, Sendable {
    /// Open: a newer version may have codes that an older caller has not heard of.
    public struct Code: Hashable, Sendable {
        public let rawValue: String

        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// Standard input or output is not a terminal.
        public static let noTerminal = Code(rawValue: "noTerminal")
        /// `TERM` names nothing that a screen can be drawn on.
        public static let unknownTerminal = Code(rawValue: "unknownTerminal")
        /// The system refused what every terminal grants.
        public static let failed = Code(rawValue: "failed")
    }

    public let code: Code
    public let message: String
    public let advice: String

    init(_ code: Code, _ message: String, advice: String) {
        self.code = code
        self.message = message
        self.advice = advice
    }
}

extension TerminalError: CustomStringConvertible {
    public var description: String { "\(message) \(advice)" }
}
