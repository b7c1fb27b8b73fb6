/// What one check of the doctor has found: `message` says what is so, `advice` what to do about it.
public struct Finding: Sendable, Equatable {
    /// What was looked at; the raw values are the names of JSON.
    public enum Check: String, CodedValue {
        case permissions, fileSystem, integrity, vault, machine, application, keys, authorities, test,
            production, clock

        public var title: String {
            switch self {
            case .permissions: "Permissions"
            case .fileSystem: "File System"
            case .integrity: "Integrity"
            case .vault: "Vault"
            case .machine: "Machine"
            case .application: "UPS Application"
            case .keys: "Keys"
            case .authorities: "Certificate Authorities"
            case .test: "UPS Test"
            case .production: "UPS Production"
            case .clock: "Clock"
            }
        }
    }

    /// Whether there is something to do; an error keeps keys from working.
    public enum Severity: String, CodedValue, Comparable {
        case ok, warning, error

        public var title: String {
            switch self {
            case .ok: "OK"
            case .warning: "Warning"
            case .error: "Error"
            }
        }

        public static func < (left: Self, right: Self) -> Bool {
            func rank(_ severity: Self) -> Int { severity == .ok ? 0 : severity == .warning ? 1 : 2 }
            return rank(left) < rank(right)
        }
    }

    public let check: Check
    public let severity: Severity
    public let message: String
    /// Empty where there is nothing to do.
    public let advice: String

    init(_ check: Check, _ severity: Severity, _ message: String, advice: String = "") {
        self.check = check
        self.severity = severity
        self.message = message
        self.advice = advice
    }

    init(_ check: Check, _ error: CarrierError, _ severity: Severity = .error) {
        self.init(check, severity, error.message, advice: error.advice)
    }

    public var json: JSON {
        .object([
            .init("check", .string(check.code)), .init("severity", .string(severity.code)),
            .init("message", .string(message)), .init("advice", .string(advice)),
        ])
    }
}
