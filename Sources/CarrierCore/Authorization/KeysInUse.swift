extension [OwnedGrant] {
    /// The keys that are renewed unasked: of active carriers and of adapters, and of what has not gone back to the
    /// legacy ways. Nobody calls UPS with the others, and an end of theirs must not fail a timer for ever.
    public var inUse: [OwnedGrant] { filter(\.ownerIsActive) }
}
