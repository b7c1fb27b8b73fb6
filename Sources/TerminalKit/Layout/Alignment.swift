/// Where something stands in room that is wider than it.
public enum Alignment: Hashable, Sendable {
    case leading, center, trailing

    /// How much of the room left over goes before the thing.
    public func before(_ room: Int) -> Int {
        switch self {
        case .leading: 0
        case .center: max(0, room / 2)
        case .trailing: max(0, room)
        }
    }
}
