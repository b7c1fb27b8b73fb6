/// One line of the record: who did what to which thing. Never holds a secret.
public struct AuditEvent: Sendable, Equatable {
    /// Milliseconds since 1970 UTC.
    public let at: Int64
    /// The user's name.
    public let actor: String
    /// A verb in the past: `created`, `changed`, `deleted`, `signed in`.
    public let action: String
    /// The thing: `carrier UPS`, `user alice`.
    public let subject: String
    public let detail: String

    public init(at: Int64, actor: String, action: String, subject: String, detail: String = "") {
        self.at = at
        self.actor = actor
        self.action = action
        self.subject = subject
        self.detail = detail
    }
}
