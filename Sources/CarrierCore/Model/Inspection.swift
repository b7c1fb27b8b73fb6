/// Collects the problems of one value, field by field.
struct Inspection {
    private(set) var problems: [Problem] = []

    mutating func report(_ field: String, _ message: String) {
        problems.append(Problem(field: field, message: message))
    }

    /// Checks presence, length in characters, and that nothing in the text can steer a terminal.
    ///
    /// - Returns: whether there is a sound text to check further.
    @discardableResult
    mutating func text(
        _ field: String, _ label: String, _ value: String, limit: Int, isRequired: Bool = false
    ) -> Bool {
        guard !value.allSatisfy(\.isWhitespace) else {
            // Spaces alone are nothing, but a line break or tab is refused even where nothing is needed.
            if let unseen = value.unicodeScalars.first(where: \.isUnprintable) {
                report(field, Self.unprintable(label, unseen))
            } else if isRequired {
                report(field, "\(label) is required.")
            }
            return false
        }
        if let unseen = value.unicodeScalars.first(where: \.isUnprintable) {
            report(field, Self.unprintable(label, unseen))
            return false
        }
        guard !value.unicodeScalars.allSatisfy(\.isInvisible) else {
            report(field, "\(label) has no character that can be seen.")
            return false
        }
        let length = value.count
        guard length <= limit else {
            report(field, "\(label) takes at most \(limit) characters; this has \(length).")
            return false
        }
        // One character may be built from many scalars, but not from a book.
        guard value.unicodeScalars.count <= limit * 8 else {
            report(field, "\(label) has characters made of too many parts.")
            return false
        }
        return true
    }

    private static func unprintable(_ label: String, _ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return "\(label) contains the control character U+\(code), which is not allowed."
    }

    mutating func country(_ field: String, _ label: String, _ value: String) {
        guard text(field, label, value, limit: 2, isRequired: true) else { return }
        if value.count != 2 || !value.utf8.allSatisfy(\.isLetter) {
            report(field, "\(label) is two letters, such as US.")
        }
    }

    mutating func postalCode(_ field: String, _ label: String, _ value: String, isRequired: Bool) {
        guard text(field, label, value, limit: 9, isRequired: isRequired) else { return }
        if !value.utf8.allSatisfy({ $0.isLetter || $0.isDigit || $0 == 0x20 || $0 == UInt8(ascii: "-") }) {
            report(field, "\(label) is made of letters, digits, spaces and hyphens.")
        }
    }

    mutating func phone(_ field: String, _ label: String, _ value: String, limit: Int, isRequired: Bool) {
        guard text(field, label, value, limit: limit, isRequired: isRequired) else { return }
        let marks = Set("+-(). /#xX".utf8)
        if !value.utf8.allSatisfy({ $0.isDigit || marks.contains($0) })
            || value.utf8.count(where: \.isDigit) < 5
        {
            report(field, "\(label) needs at least five digits, and besides them only + - ( ) . / # x.")
        }
    }

    /// Something before one `@`, and a domain with a dot behind it; the rest only the mail server knows.
    mutating func email(_ field: String, _ label: String, _ value: String, isRequired: Bool) {
        guard text(field, label, value, limit: 50, isRequired: isRequired) else { return }
        let parts = value.split(separator: "@", omittingEmptySubsequences: false)
        let domain = parts.count == 2 ? parts[1].split(separator: ".", omittingEmptySubsequences: false) : []
        if parts.first?.isEmpty != false || domain.count < 2 || domain.contains(where: \.isEmpty)
            || value.contains(" ")
        {
            report(field, "\(label) looks like name@company.com.")
        }
    }

    /// http or https with a host, without user info, and with no fragment (RFC 6749 §3.1.2).
    mutating func redirectURI(_ field: String, _ label: String, _ value: String, isRequired: Bool) {
        guard text(field, label, value, limit: 2048, isRequired: isRequired) else { return }
        let schemes = ["https://", "http://"]
        let rest = schemes.first(where: value.hasPrefix).map { value.dropFirst($0.count) }
        guard let rest, let first = rest.first, first != "/", first != ":", !value.contains("#"),
            !value.contains(" ")
        else {
            return report(field, "\(label) is a whole address, such as https://127.0.0.1/upscallback.")
        }
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        if authority.contains("@") {
            report(field, "\(label) has a user name in it, which no redirect may have.")
        }
        // A colon inside brackets belongs to an IPv6 address.
        let afterHost = authority.drop { authority.first == "[" && $0 != "]" }
        if let colon = afterHost.lastIndex(of: ":") {
            let port = afterHost[afterHost.index(after: colon)...]
            if !port.utf8.allSatisfy(\.isDigit) || UInt16(port).map({ $0 > 0 }) != true {
                report(field, "\(label) has a port that cannot be: ports are from 1 to 65535.")
            }
        }
    }
}

extension UInt8 {
    var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
    var isDigit: Bool { (0x30...0x39).contains(self) }
}

extension Unicode.Scalar {
    /// White space, and what takes no place of its own, such as U+200B.
    var isInvisible: Bool { properties.isWhitespace || properties.isDefaultIgnorableCodePoint }

    /// Controls, line separators and what turns the direction of writing: none of it belongs in a field.
    var isUnprintable: Bool {
        switch value {
        case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
        default: false
        }
    }
}
