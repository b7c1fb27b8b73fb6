internal import CarrierCore
internal import TerminalKit

extension KeyState {
    /// The colour that says the same as the words.
    nonisolated var role: TerminalKit.Role {
        switch self {
        case .none: .faint
        case .valid: .success
        case .expiresSoon: .warning
        case .expired, .signInNeeded, .uncertain: .error
        }
    }
}
