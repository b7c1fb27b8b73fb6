public import CarrierCore

/// Who is signed in to this program.
public final class Session {
    public var user: User

    public init(user: User) {
        self.user = user
    }

    /// The session before anybody has signed in: of nobody, with the lesser role.
    public convenience init() {
        self.init(user: User(name: "", role: .operator))
    }

    /// Why an operator cannot do something, beside what it is.
    static let administratorsOnly = "administrators only"

    /// Operators read; administrators change.
    public var isAdministrator: Bool { user.role == .administrator }
    /// Who is named in the audit.
    public var actor: String { user.name }
}
