/// Why a sandbox could not be set up: what happened and what to do, each one sentence for the person.
public struct SandboxError: Error, Sendable, CustomStringConvertible {
    public let message: String
    public let advice: String
    public let underlying: (any Error)?

    init(_ message: String, advice: String, underlying: (any Error)? = nil) {
        self.message = message
        self.advice = advice
        self.underlying = underlying
    }

    public var description: String { "\(message) \(advice)" }
}
