internal import CarrierCore

/// UPS's dates and times of a place, in the form the settings choose.
nonisolated enum PlaceTime {
    /// `11/21/2026 7:13:56 AM` for `2026-11-21 07:13:56`; without a time of day, the date alone.
    static func text(_ text: String, _ form: DateForm) -> String {
        let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
        guard form == .us, numbers.count == 3 || numbers.count == 6 else { return text }
        let date = "\(numbers[1])/\(numbers[2])/\(numbers[0])"
        guard numbers.count == 6 else { return date }
        let hour = numbers[3] % 12 == 0 ? 12 : numbers[3] % 12
        return "\(date) \(hour)\(text.suffix(6)) \(numbers[3] < 12 ? "AM" : "PM")"
    }
}
