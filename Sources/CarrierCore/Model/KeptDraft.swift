/// What stood in a window and had not been saved: whose it is and from when. Its content is sealed.
public struct KeptDraft: Sendable, Hashable, Identifiable {
    /// What it is a draft of.
    public enum Subject: Sendable, Hashable {
        case newCarrier
        /// By its id in the store.
        case carrier(Int64)
        /// By its id in the store.
        case adapter(Int64)
    }

    public let id: Int64
    public let subject: Subject
    /// When it was last kept; milliseconds since 1970 UTC.
    public let at: Int64
}
