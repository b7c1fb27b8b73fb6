public import FoundationEssentials

/// One call a sandbox has answered. It holds no query, no form and no header, so no secret.
public struct SandboxCall: Sendable, Equatable, Encodable {
    /// Nil for a path that is nothing.
    public let endpoint: SandboxEndpoint?
    /// In capitals: `GET`, `POST`.
    public let method: String
    /// As sent, still percent-encoded, without its query.
    public let path: String
    /// The status that was meant, even if a fault kept it from arriving; 0 for `cut-before`.
    public let status: Int
    /// False where a fault kept it from being worked on.
    public let isCarriedOut: Bool
    /// By the sandbox's clock.
    public let time: Date
}
