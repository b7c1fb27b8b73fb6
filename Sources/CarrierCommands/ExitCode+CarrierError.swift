import CarrierCore

extension CarrierError {
    /// The exit codes of the command line, after sysexits.h where they fit.
    var exitCode: Int32 {
        switch code {
        case .invalid: 65
        case .unavailable: 69
        case .store: 74
        case .busy: 75
        case .refused: 76
        case .signInNeeded: 77
        case .setup: 78
        default: 70
        }
    }

    /// The command line itself is wrong in a way its parser cannot see (64).
    static func usage(_ message: String, advice: String) -> CarrierError {
        CarrierError(.usage, message, advice: advice)
    }
}
