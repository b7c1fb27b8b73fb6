/// Whose key it is: a carrier's or an adapter's.
public struct KeyOwner: Hashable, Sendable {
    /// What has keys; the raw values are the words of JSON.
    public enum Kind: String, Hashable, Sendable {
        case carrier
        case adapter
    }

    public let kind: Kind
    /// The row of the carrier or adapter in the store.
    public let id: Int64

    public init(_ kind: Kind, id: Int64) {
        self.kind = kind
        self.id = id
    }
}
