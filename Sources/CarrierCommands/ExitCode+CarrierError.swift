import CarrierCore

extension CarrierError.Code {
    /// The command line itself is wrong in a way its parser cannot see (64).
    static let usage = CarrierError.Code(rawValue: "usage")
}

extension CarrierError {
    /// The exit codes of the command line, after sysexits.h where they fit.
    var exitCode: Int32 {
        switch code {
        case .usage: 64
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

    static var noApplication: CarrierError {
        CarrierError(
            .setup, "No UPS application is set.",
            advice: "Set it with carrier-editor app set, or in the editor's Settings.")
    }

    static func usage(_ message: String, advice: String) -> CarrierError {
        CarrierError(.usage, message, advice: advice)
    }
}
