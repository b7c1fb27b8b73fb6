/// The inquiry numbers the sandbox knows. Any other well-formed number has no information: 404 with 151044.
public enum SampleNumber: String, Sendable, CaseIterable {
    /// One package, delivered and signed for.
    case delivered = "1ZA1B2C30390000013"
    /// Three packages on the road, each with its own number and status.
    case inTransit = "1ZA1B2C30190000026"
    /// One package, held up by a wrong address and rescheduled.
    case exception = "1ZA1B2C31290000032"
    /// A label was made; UPS has nothing in hand yet, so that there is a single activity.
    case labelCreated = "1ZX9Y8Z70290000047"
    /// Out for delivery today, abroad, with text outside ASCII.
    case outForDelivery = "1ZX9Y8Z76890000058"
    /// Answers 200 with the warning TW0001 and no package, as UPS has been seen to do in place of a 404
    /// (observed).
    case nothingFound = "1ZX9Y8Z70390000063"
}
