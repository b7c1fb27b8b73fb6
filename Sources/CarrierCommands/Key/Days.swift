import ArgumentParser

/// A number of days on the command line: `7d`, or `7`.
enum Days {
    @Sendable static func parse(_ text: String) throws -> Int {
        guard let days = Int(text.hasSuffix("d") ? text.dropLast() : text[...]), (0...3650).contains(days)
        else {
            throw ValidationError("A number of days is written like 7d.")
        }
        return days
    }
}
