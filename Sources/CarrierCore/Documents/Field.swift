/// One named field of a value: the single list of them drives reading, writing, `--set` and what changed.
struct Field<Root: Sendable>: Sendable {
    /// Dotted: `companyAddress.city`.
    let name: String
    /// What values it takes, as the object of a sentence.
    let expectation: String
    let read: @Sendable (Root) -> JSON
    /// False when the JSON is of the wrong kind.
    let write: @Sendable (inout Root, JSON) -> Bool
    /// Takes the text of `KEY=VALUE`, where an empty one clears; false when it cannot be read.
    let assign: @Sendable (inout Root, String) -> Bool

    /// - Parameter cleared: what an empty `KEY=` leaves.
    init<Value: FieldValue>(
        _ name: String, _ path: any WritableKeyPath<Root, Value> & Sendable, cleared: Value
    ) {
        self.name = name
        expectation = Value.expectation
        read = { $0[keyPath: path].json }
        write = { root, json in
            guard let value = Value(json: json) else { return false }
            root[keyPath: path] = value
            return true
        }
        assign = { root, text in
            guard let value = text.isEmpty ? cleared : Value(assigned: text) else { return false }
            root[keyPath: path] = value
            return true
        }
    }

    /// The first item that a list of this field cannot have; nil where the value is no list, or the field none.
    func wrongItem(of value: JSON, for root: Root) -> JSON? {
        var copy = root
        guard case .array(let items) = value, write(&copy, .array([])) else { return nil }
        return items.first { !write(&copy, .array([$0])) }
    }

    /// `field`, seen from the value that holds its root: in a group of that name, or among the value's own.
    init<Inner>(
        _ group: String?, _ path: any WritableKeyPath<Root, Inner> & Sendable, _ field: Field<Inner>
    ) {
        name = group.map { "\($0).\(field.name)" } ?? field.name
        expectation = field.expectation
        read = { field.read($0[keyPath: path]) }
        write = { field.write(&$0[keyPath: path], $1) }
        assign = { field.assign(&$0[keyPath: path], $1) }
    }
}
