/// How dates are shown; they are kept as instants either way.
public enum DateForm: String, CodedValue {
    /// `5/7/2024 2:31:47 PM`
    case us
    /// `2024-05-07 14:31:47`
    case iso

    public var title: String { self == .us ? "US" : "ISO" }
}

/// How the screen looks.
public enum ThemeChoice: String, CodedValue {
    /// Dark or light as `COLORFGBG` says of the terminal's ground; dark where it says nothing.
    case terminal
    case dark
    case light

    public var title: String {
        switch self {
        case .terminal: "As the terminal says"
        case .dark: "Dark"
        case .light: "Light"
        }
    }
}

/// What holds for the whole installation.
public struct Settings: Sendable, Equatable {
    /// How many days ahead an expiry is announced, 1 to 60.
    public var alertDays = 7
    public var dateForm = DateForm.us
    public var theme = ThemeChoice.terminal
    /// Minutes without a key press until the password is asked for again, up to 1440; 0 is never.
    public var idleLockMinutes = 0
    /// The folder whose files are offered as custom reports; empty while there is none.
    public var reportsFolder = ""

    public init() {}

    /// The rules that the values break, each with the JSON name of its field; empty where all is well.
    public func validate() -> [Problem] {
        var inspection = Inspection()
        if !(1...60).contains(alertDays) {
            inspection.report("alertDays", "Alert Days is from 1 to 60.")
        }
        if !(0...1440).contains(idleLockMinutes) {
            inspection.report("idleLockMinutes", "Idle Lock is from 0 (never) to 1440 minutes.")
        }
        inspection.text("reportsFolder", "Reports Folder", reportsFolder, limit: 4096)
        return inspection.problems
    }
}
