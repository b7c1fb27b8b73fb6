/// What a person may do in the program.
public enum Role: String, CodedValue {
    /// Everything.
    case administrator
    /// Reads carriers and the states of keys, tracks, sees alerts; changes nothing.
    case `operator`

    public var title: String { self == .administrator ? "Administrator" : "Operator" }
}

/// A person who signs in to this program; not to UPS.
public struct User: Sendable, Equatable {
    public var id: Int64?
    /// Unique in any case, 1 to 50 characters.
    public var name: String
    public var role: Role
    public var isDisabled: Bool
    public var hasPassword: Bool

    public init(
        id: Int64? = nil, name: String, role: Role, isDisabled: Bool = false, hasPassword: Bool = false
    ) {
        self.id = id
        self.name = name
        self.role = role
        self.isDisabled = isDisabled
        self.hasPassword = hasPassword
    }

    /// The rules that the values break, each with the JSON name of its field; empty where all is well.
    public func validate() -> [Problem] {
        var inspection = Inspection()
        inspection.text("name", "User Name", name, limit: 50, isRequired: true)
        return inspection.problems
    }
}
