/// Why the editor has ended.
public nonisolated enum EditorOutcome: Sendable {
    case quit
    /// The person chose *Explore with the sandbox*.
    case exploreSandbox
    /// Somebody else is to sign in, at the Login of the same store.
    case signInAnew
}
