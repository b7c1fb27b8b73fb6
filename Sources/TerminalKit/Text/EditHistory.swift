/// One change: at a position, some characters gave way to others.
struct Edit: Sendable, Hashable {
    enum Kind: Sendable { case typing, backspacing, deleting, other }

    var kind: Kind
    var position: Int
    var removed: [Character]
    var inserted: [Character]
    var cursorBefore: Int
    var cursorAfter: Int

    /// Takes a neighbour into the change where a mark now joins it, so that characters stay grapheme
    /// clusters.
    mutating func joinMarks(with characters: [Character]) {
        let end = position + removed.count
        let before = position > 0 ? characters[position - 1] : nil
        let after = end < characters.count ? characters[end] : nil
        let joinsBefore = before.flatMap { left in (inserted.first ?? after).map { left.joins($0) } } ?? false
        let joinsAfter = after.flatMap { right in (inserted.last ?? before).map { $0.joins(right) } } ?? false
        guard joinsBefore || joinsAfter else { return }
        if let before {
            position -= 1
            removed.insert(before, at: 0)
            inserted.insert(before, at: 0)
        }
        let head = Array(String(inserted)).count
        if let after {
            removed.append(after)
            inserted.append(after)
        }
        inserted = Array(String(inserted))
        cursorAfter = position + min(head, inserted.count)
        kind = .other
    }

    /// The two as one, where this one goes on with what the earlier one did.
    func merged(onto earlier: Edit) -> Edit? {
        guard kind == earlier.kind else { return nil }
        var merged = earlier
        merged.cursorAfter = cursorAfter
        switch kind {
        case .typing
        where position == earlier.position + earlier.inserted.count && !beginsWord(after: earlier):
            merged.inserted += inserted
            merged.removed += removed
        case .backspacing where position + removed.count == earlier.position:
            merged.position = position
            merged.removed = removed + earlier.removed
        case .deleting where position == earlier.position:
            merged.removed += removed
        default: return nil
        }
        return merged
    }

    /// A word typed after a space begins a step of its own.
    private func beginsWord(after earlier: Edit) -> Bool {
        guard let last = earlier.inserted.last, let first = inserted.first else { return false }
        return last.isWhitespace && !first.isWhitespace
    }
}

extension Character {
    /// Whether the two are one character when written after each other.
    func joins(_ next: Character) -> Bool {
        if isASCII && next.isASCII { return self == "\r" && next == "\n" }
        return "\(self)\(next)".count == 1
    }
}

/// The changes that can be taken back and made again.
struct EditHistory: Sendable, Hashable {
    private static let limit = 200
    private var done: [Edit] = []
    private var undone: [Edit] = []
    /// The next change may join the last one.
    private var isRunning = false

    var canUndo: Bool { !done.isEmpty }
    var canRedo: Bool { !undone.isEmpty }

    mutating func record(_ edit: Edit) {
        undone = []
        if isRunning, let merged = done.last.flatMap(edit.merged(onto:)) {
            done[done.count - 1] = merged
        } else {
            done.append(edit)
            if done.count > Self.limit { done.removeFirst() }
        }
        isRunning = true
    }

    mutating func endRun() {
        isRunning = false
    }

    mutating func undo() -> Edit? {
        isRunning = false
        guard let edit = done.popLast() else { return nil }
        undone.append(edit)
        return edit
    }

    mutating func redo() -> Edit? {
        isRunning = false
        guard let edit = undone.popLast() else { return nil }
        done.append(edit)
        return edit
    }
}
