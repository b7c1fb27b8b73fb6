/// One of several values to choose from, with the words for it.
public struct Choice<Value: Hashable>: Hashable {
    public var value: Value
    public var title: String

    public init(_ value: Value, _ title: String) {
        self.value = value
        self.title = title
    }
}

extension Choice: Sendable where Value: Sendable {}

extension Choice where Value == String {
    /// A text that stands for itself.
    public init(_ title: String) {
        self.init(title, title)
    }
}

extension Array {
    /// The columns of the longest title.
    func longest<Value>() -> Int where Element == Choice<Value> {
        map { visible($0.title).columns }.max() ?? 0
    }
}
