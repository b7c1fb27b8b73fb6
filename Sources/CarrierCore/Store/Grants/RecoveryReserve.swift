internal import Locking

/// Room beside the store for the pair of tokens that UPS is about to give, taken before it is asked: a disk that fills up
/// meanwhile still takes the pair.
///
/// Not synced, for after a loss of power there is no answer to put into it; the pair itself is.
final class RecoveryReserve: Sendable {
    /// In bytes. An answer has 1 MiB at most, and so had the one that brought the token which is spent for it.
    private static let room = 2 << 20

    private let file: RecoveryFile
    private let spent: Secret
    private let vault: Vault
    private let draft: PrivateDraft
    /// Whether the draft, which has no name yet, is the one place where the pair lies.
    private let holdsPair = Guarded(false)

    /// - Parameter spent: the refresh token that UPS is about to be sent.
    /// - Throws: `.store` where there is no room.
    init(for file: RecoveryFile, spent: Secret, vault: Vault) throws {
        (self.file, self.spent, self.vault) = (file, spent, vault)
        do {
            draft = try PrivateDraft(of: file.path, room: Self.room)
        } catch let error as CarrierError {
            throw CarrierError(
                .store, subject: error.subject,
                "UPS was not asked, for its answer could not be kept: \(error.message)",
                advice: "Make room on the store's disk, then try again; the key is as it was.",
                underlying: error)
        }
    }

    /// Puts the pair onto the disk and gives it its name, in place of what does not fit.
    func keep(_ answer: TokenAnswer) throws {
        let sealed = try file.sealed(answer, spent: spent, vault: vault)
        try sealed.withUnsafeBytes { try draft.write($0) }
        holdsPair.withLock { $0 = true }
        if try file.read(spent: spent, vault: vault) == nil { try file.remove() }
        _ = try draft.publish(as: file.path)
        holdsPair.withLock { $0 = false }
    }

    /// The store has the pair: removes what was kept of it.
    func discard() throws {
        holdsPair.withLock { $0 = false }
        try file.remove()
    }

    /// Gives the room back; a pair that got no name stays, and whoever comes by later names it.
    func release() {
        if !holdsPair.withLock(\.self) { draft.remove() }
    }
}
