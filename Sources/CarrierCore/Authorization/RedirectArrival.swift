/// How a redirect address comes to this program.
public enum RedirectArrival: Sendable {
    /// A person has pasted it.
    case pasted
    /// A browser has brought it to the loopback listener.
    case caught
}
