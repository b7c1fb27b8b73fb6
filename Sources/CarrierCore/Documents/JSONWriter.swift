extension JSON: CustomStringConvertible {
    /// On one line, without spaces.
    public var description: String { text(pretty: false) }

    /// The same value always gives the same text; `pretty` puts each member on a line of its own.
    public func text(pretty: Bool) -> String {
        var writer = JSONWriter(pretty: pretty)
        writer.write(self, depth: 0)
        return writer.text
    }
}

private struct JSONWriter {
    let pretty: Bool
    var text = ""

    mutating func write(_ value: JSON, depth: Int) {
        switch value {
        case .null: text += "null"
        case .bool(let flag): text += flag ? "true" : "false"
        case .number(let digits): text += digits
        case .string(let string): write(string)
        case .array(let elements):
            text += "["
            for (index, element) in elements.enumerated() {
                separate(index, depth)
                write(element, depth: depth + 1)
            }
            if !elements.isEmpty { breakLine(depth) }
            text += "]"
        case .object(let members):
            text += "{"
            for (index, member) in members.enumerated() {
                separate(index, depth)
                write(member.name)
                text += pretty ? ": " : ":"
                write(member.value, depth: depth + 1)
            }
            if !members.isEmpty { breakLine(depth) }
            text += "}"
        }
    }

    private mutating func separate(_ index: Int, _ depth: Int) {
        if index > 0 { text += "," }
        breakLine(depth + 1)
    }

    private mutating func breakLine(_ depth: Int) {
        if pretty { text += "\n" + String(repeating: "  ", count: depth) }
    }

    /// Everything that could steer a terminal goes out as an escape.
    private mutating func write(_ string: String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where scalar.isUnprintable:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
