/// Why a sandbox could not be set up: what happened and what to do, each one sentence for the person.
public struct SandboxError: Error, Sendable, CustomStringConvertible {
    /// What happened: one sentence.
    public let message: String
    /// What to do: one sentence.
    public let advice: String
    /// What the system said, if it was that.
    public let underlying: (any Error)?

    init(_ message: String, advice: String, underlying: (any Error)? = nil) {
        self.message = message
        self.advice = advice
        self.underlying = underlying
    }

    /// Both sentences.
    public var description: String { "\(message) \(advice)" }
}
