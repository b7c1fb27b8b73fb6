/// The fields of a kind of value, in the order of its documents.
struct FieldList<Root: Sendable>: Sendable {
    private let fields: [Field<Root>]
    private let positions: [String: Int]

    init(_ fields: [Field<Root>]) {
        self.fields = fields
        positions = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1.name, $0) })
    }

    /// The members of the value's object; fields of one group stand together in an object of their own.
    func members(of root: Root) -> [JSON.Member] {
        var members: [JSON.Member] = []
        for field in fields {
            let value = field.read(root)
            guard let dot = field.name.firstIndex(of: ".") else {
                members.append(JSON.Member(field.name, value))
                continue
            }
            let group = String(field.name[..<dot])
            let member = JSON.Member(String(field.name[field.name.index(after: dot)...]), value)
            if let last = members.last, last.name == group, case .object(let inner) = last.value {
                members[members.count - 1] = JSON.Member(group, .object(inner + [member]))
            } else {
                members.append(JSON.Member(group, .object([member])))
            }
        }
        return members
    }

    /// Takes over every member; null and a missing member leave what is there.
    func read(_ members: [JSON.Member], into root: inout Root, prefix: String = "") throws {
        for member in members where member.value != .null {
            let name = prefix + member.name
            if let position = positions[name] {
                let field = fields[position]
                guard field.write(&root, member.value) else {
                    let wrong = field.wrongItem(of: member.value, for: root) ?? member.value
                    throw CarrierError(
                        .invalid, subject: name,
                        "\(name) does not take \(wrong.shown); it takes \(field.expectation).",
                        advice: "Correct the value and try again.")
                }
            } else if prefix.isEmpty, fields.contains(where: { $0.name.hasPrefix(name + ".") }) {
                guard case .object(let inner) = member.value else {
                    throw CarrierError(
                        .invalid, subject: name, "\(name) is \(member.value.kind) instead of an object.",
                        advice: "Write its fields between { and }.")
                }
                try read(inner, into: &root, prefix: name + ".")
            } else {
                throw unknown(name)
            }
        }
    }

    /// Takes over one `KEY=VALUE`.
    func assign(_ assignment: String, to root: inout Root) throws {
        guard let equals = assignment.firstIndex(of: "=") else {
            throw CarrierError(
                .invalid, "\(assignment.shown) is not of the form KEY=VALUE.",
                advice: "Write the name of a field, an equals sign and the value.")
        }
        let name = String(assignment[..<equals])
        let value = String(assignment[assignment.index(after: equals)...])
        guard let position = positions[name] else { throw unknown(name) }
        guard fields[position].assign(&root, value) else {
            throw CarrierError(
                .invalid, subject: name,
                "\(name) does not take \(value.shown); it takes \(fields[position].expectation).",
                advice: "Correct the value and try again.")
        }
    }

    /// The names of the fields in which two values differ.
    func changes(from old: Root, to new: Root) -> [String] {
        fields.filter { $0.read(old) != $0.read(new) }.map(\.name)
    }

    private func unknown(_ name: String) -> CarrierError {
        let near = nearNames(name)
        return CarrierError(
            .invalid, subject: name, "There is no field \(name.shown).",
            advice: near.isEmpty
                ? "Use the names that `carrier show --json` prints."
                : "Perhaps \(near.joined(separator: " or ")) is meant.")
    }

    /// The fields that end alike whatever their group, else those that differ by a slip or two.
    private func nearNames(_ name: String) -> [String] {
        let wanted = name.lowercased()
        guard wanted.utf8.count <= 100 else { return [] }
        let end = wanted.split(separator: ".").last
        let alike = fields.map(\.name).filter { $0.lowercased().split(separator: ".").last == end }
        if !alike.isEmpty { return Array(alike.prefix(3)) }
        return fields.map { (name: $0.name, distance: editDistance($0.name.lowercased(), wanted)) }
            .filter { $0.distance <= max(2, wanted.count / 4) }
            .sorted { $0.distance < $1.distance }
            .prefix(3).map(\.name)
    }
}

/// How many characters must be inserted, deleted or replaced (Levenshtein).
private func editDistance(_ left: String, _ right: String) -> Int {
    let right = Array(right)
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, b) in right.enumerated() {
            let replaced = diagonal + (a == b ? 0 : 1)
            diagonal = row[j + 1]
            row[j + 1] = min(row[j] + 1, row[j + 1] + 1, replaced)
        }
    }
    return row[right.count]
}

extension JSON {
    /// For a message: the value where it is one, else what it is.
    var shown: String {
        switch self {
        case .string(let text): text.shown
        case .number(let digits): String(digits.prefix(60))
        case .bool, .null: description
        case .array, .object: kind
        }
    }
}

extension String {
    /// For a message: short, in quotes, and without anything that steers a terminal.
    var shown: String { JSON.string(count > 60 ? prefix(60) + "…" : self).description }

    /// The same of a path, whole: it must be found by it.
    var shownPath: String { JSON.string(self).description }
}
