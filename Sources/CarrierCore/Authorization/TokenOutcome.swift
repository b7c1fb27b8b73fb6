/// What became of asking for a token. docs/ARCHITECTURE.md draws the road to each.
public enum TokenOutcome: Sendable {
    /// The stored token lasts: UPS was not asked.
    case fresh
    /// UPS gave a new pair, to us or to another process, and it is stored.
    case refreshed(Grant)
    /// UPS, the store or another process stood in the way; the key is as it was.
    case transient(CarrierError)
    /// An answer was lost; the key may be spent. One retry is left, unless it was the retry's.
    case uncertain(CarrierError)
    /// UPS refused the key, or it has ended: nothing helps but a person.
    case signInNeeded(CarrierError)

    /// Why there is no new token; nil when there is nothing wrong.
    public var problem: CarrierError? {
        switch self {
        case .fresh, .refreshed: nil
        case .transient(let error), .uncertain(let error), .signInNeeded(let error): error
        }
    }
}
