internal import Glibc

/// An instant in the form the settings choose, in the person's own time zone unless UTC is asked for.
public enum LocalDate {
    /// `12/4/2023 2:32:51 PM`, or `2023-12-04 14:32:51`; `milliseconds` since 1970, cut to the second.
    public static func text(_ milliseconds: Int64, _ form: DateForm, isUTC: Bool = false) -> String {
        var seconds = time_t(milliseconds / 1000)
        var local = tm()
        if isUTC { gmtime_r(&seconds, &local) } else { localtime_r(&seconds, &local) }
        let (year, month) = (Int(local.tm_year) + 1900, Int(local.tm_mon) + 1)
        let time = "\(two(local.tm_min)):\(two(local.tm_sec))"
        switch form {
        case .us:
            let hour = local.tm_hour % 12 == 0 ? 12 : local.tm_hour % 12
            return "\(month)/\(local.tm_mday)/\(year) \(hour):\(time) \(local.tm_hour < 12 ? "AM" : "PM")"
        case .iso:
            return "\(year)-\(two(Int32(month)))-\(two(local.tm_mday)) \(two(local.tm_hour)):\(time)"
        }
    }

    private static func two(_ value: Int32) -> String {
        value < 10 ? "0\(value)" : "\(value)"
    }
}
