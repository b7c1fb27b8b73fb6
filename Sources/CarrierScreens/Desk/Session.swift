public import CarrierCore

/// Who is signed in to this program.
public final class Session {
    public var user: User

    public init(user: User) {
        self.user = user
    }

    /// Operators read; administrators change.
    public var isAdministrator: Bool { user.role == .administrator }
    /// Who is named in the audit.
    public var actor: String { user.name }
}
