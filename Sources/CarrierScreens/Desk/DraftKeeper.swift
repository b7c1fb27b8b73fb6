internal import CarrierCore
internal import TerminalKit

/// Keeps what is typed into a window and not saved, sealed in the store, so that a lost connection loses
/// nothing.
///
/// It looks once typing has paused, and when the program ends; it writes only what has changed since.
final class DraftKeeper {
    /// What is to be kept; nil while nothing differs from what is stored.
    typealias Content = (subject: KeptDraft.Subject, content: Secret)

    private static let pause = Duration.seconds(1)

    /// The kept draft, while there is one.
    private(set) var id: Int64?
    private let desk: Desk
    private let content: () -> Content?
    private var kept: Secret?
    private var watch: IdleWatch?
    /// The last write; the next waits for it.
    private var writing: Task<Void, Never>?
    /// The person wants nothing of it kept.
    private var isDiscarded = false
    private var hasFailed = false

    /// - Parameter draft: the one that is gone on with.
    init(_ desk: Desk, continuing draft: KeptDraft?, content: @escaping () -> Content?) {
        self.desk = desk
        self.content = content
        id = draft?.id
        guard desk.session.isAdministrator, !desk.store.isReadOnly else { return }
        desk.draftKeepers.append(self)
        watch = desk.program.whenIdle(for: Self.pause) { [weak self] in
            self?.isDiscarded = false
            await self?.keep()
        }
    }

    /// Keeps what the window says now.
    func keep() async {
        guard watch != nil else { return }
        let before = writing
        let task = Task {
            await before?.value
            await write()
        }
        writing = task
        await task.value
    }

    /// Waits for a write under way, so that whoever saves can end the draft with it.
    func settle() async -> Int64? {
        await writing?.value
        return id
    }

    /// What was kept has been stored otherwise, and the draft ended with that.
    func didEnd() {
        (id, kept) = (nil, nil)
    }

    /// The person throws the changes away.
    func discard() async {
        isDiscarded = true
        await keep()
    }

    /// The window has closed. Where nobody asked what to do with its changes, they stay kept.
    func close() async {
        await keep()
        guard let watch else { return }
        desk.program.stop(watch)
        self.watch = nil
        desk.draftKeepers.removeAll { $0 === self }
        await release()
    }

    /// What is still kept is its user's to go on with, at the next Login of this process, too.
    private func release() async {
        guard let id else { return }
        do {
            let store = desk.store
            try await inBackground { try store.releaseDraft(id) }
        } catch {
            tell(error)
        }
    }

    private func write() async {
        let now = isDiscarded ? nil : content()
        guard now?.content != kept || (now == nil && id != nil) else { return }
        desk.pendingWork += 1
        defer { desk.pendingWork -= 1 }
        do {
            let (store, user, id) = (desk.store, desk.session.actor, id)
            self.id = try await inBackground {
                if let now { return try store.keepDraft(now.content, of: now.subject, as: id, by: user) }
                if let id { try store.removeDraft(id) }
                return nil
            }
            kept = now?.content
            hasFailed = false
        } catch {
            tell(error)
        }
    }

    /// Once, until it has gone well again; the window stays in use.
    private func tell(_ error: any Error) {
        guard !hasFailed else { return }
        hasFailed = true
        desk.program.start { [desk] in await desk.report(error) }
    }
}

extension Desk {
    /// Keeps the drafts of all open windows, before the program ends.
    func keepDrafts() async {
        for keeper in draftKeepers { await keeper.keep() }
    }

    /// The same, and nothing that happens to the windows afterwards ends them.
    func closeDrafts() async {
        for keeper in draftKeepers { await keeper.close() }
    }
}
