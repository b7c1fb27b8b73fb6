/// Text being edited: its characters, cursor, selection, and the way back.
///
/// A value without a screen. Positions count characters (grapheme clusters) from 0. It is one line: line breaks become
/// spaces.
public struct TextEditing: Sendable, Hashable {
    /// The text, character by character.
    public private(set) var characters: [Character]
    /// Where the next character goes: 0 to `characters.count`.
    public private(set) var cursor: Int
    /// The other end of the selection; nil when nothing is being selected.
    public private(set) var anchor: Int?
    /// Typing replaces the character under the cursor instead of pushing it on.
    public var isOverwriting = false
    /// In characters; nil for no limit.
    public let maxLength: Int?

    private var history = EditHistory()

    /// Text to begin with, cut to the limits; the cursor stands at its end.
    public init(_ text: String = "", maxLength: Int? = nil) {
        self.maxLength = maxLength
        characters = []
        cursor = 0
        insert(text)
        history = EditHistory()
    }

    /// The text as one.
    public var text: String { String(characters) }
    /// Whether there is no character at all.
    public var isEmpty: Bool { characters.isEmpty }

    // MARK: Selection

    /// The selected characters' positions; nil when none are.
    public var selection: Range<Int>? {
        guard let anchor, anchor != cursor else { return nil }
        return min(anchor, cursor)..<max(anchor, cursor)
    }

    /// What is selected; nil when nothing is.
    public var selectedText: String? {
        selection.map { String(characters[$0]) }
    }

    /// Selects the whole text; the cursor stands at its end.
    public mutating func selectAll() {
        place(at: 0)
        place(at: characters.count, selecting: true)
    }

    /// Selects the word (or the run of other characters) around a position, as a double click does.
    public mutating func selectWord(at position: Int) {
        guard let position = characters.indices.contains(position) ? position : characters.indices.last else {
            return
        }
        let kind = characters[position].isWordPart
        let start = characters[..<position].lastIndex { $0.isWordPart != kind }.map { $0 + 1 } ?? 0
        let end = characters[position...].firstIndex { $0.isWordPart != kind } ?? characters.count
        place(at: start)
        place(at: end, selecting: true)
    }

    // MARK: Moving

    /// Puts the cursor somewhere, clamped to the text; `selecting` keeps the other end of the selection where
    /// it is.
    public mutating func place(at position: Int, selecting: Bool = false) {
        anchor = selecting ? anchor ?? cursor : nil
        cursor = min(max(0, position), characters.count)
        history.endRun()
    }

    /// Takes a step; one to the left or right out of a selection goes to its end on that side.
    public mutating func move(_ movement: TextMovement, selecting: Bool = false) {
        if !selecting, let selection {
            switch movement {
            case .left: return place(at: selection.lowerBound)
            case .right: return place(at: selection.upperBound)
            default: break
            }
        }
        place(at: target(of: movement), selecting: selecting)
    }

    /// Where the cursor would stand after a movement.
    private func target(of movement: TextMovement) -> Int {
        switch movement {
        case .left: max(0, cursor - 1)
        case .right: min(characters.count, cursor + 1)
        case .wordLeft: characters.startOfWord(before: cursor)
        case .wordRight: characters.startOfWord(after: cursor)
        case .lineStart: 0
        case .lineEnd: characters.count
        }
    }

    // MARK: Changing

    /// Types text over the selection. Returns what the limits cut off, empty when all of it went in.
    @discardableResult
    public mutating func insert(_ text: String) -> String {
        let typed = text.map { $0.isNewline ? " " : $0 }
        var range = selection ?? cursor..<cursor
        if isOverwriting, range.isEmpty {
            let end = min(characters.count, cursor + typed.count)
            range = cursor..<end
        }
        let (accepted, cut) = fitting(typed, over: range)
        apply(range, accepted, kind: typed.count == 1 ? .typing : .other)
        return String(cut)
    }

    /// Inserts pasted text over the selection as one step to undo. Returns what the limits cut off.
    ///
    /// The pasted lines are joined as `lineBreaks` says. Control characters are dropped unless they are to be kept, for
    /// showing them.
    @discardableResult
    public mutating func paste(
        _ text: String, joining lineBreaks: PastedText.LineBreaks = .space,
        keepsControlCharacters: Bool = false
    ) -> String {
        let clean = PastedText.clean(
            text, lineBreaks: lineBreaks, keepsControlCharacters: keepsControlCharacters)
        let (accepted, cut) = fitting(Array(clean), over: selection ?? cursor..<cursor)
        apply(selection ?? cursor..<cursor, accepted, kind: .other)
        return String(cut)
    }

    /// Deletes the selection, or else what the movement would pass over: `.left` is Backspace, `.right`
    /// Delete.
    public mutating func delete(_ movement: TextMovement) {
        let end = target(of: movement)
        let range = selection ?? min(cursor, end)..<max(cursor, end)
        apply(
            range, [],
            kind: selection != nil || range.count > 1 ? .other : end < cursor ? .backspacing : .deleting)
    }

    /// Deletes what the movement passes over. Returns it, for putting it in elsewhere.
    @discardableResult
    public mutating func kill(_ movement: TextMovement) -> String {
        let end = target(of: movement)
        let range = min(cursor, end)..<max(cursor, end)
        let killed = String(characters[range])
        apply(range, [], kind: .other)
        return killed
    }

    // MARK: Undo

    /// Whether there is a change to take back.
    public var canUndo: Bool { history.canUndo }
    /// Whether there is a change to make again.
    public var canRedo: Bool { history.canRedo }

    /// Takes the last change back; a run of typing within a word is one change.
    public mutating func undo() {
        guard let edit = history.undo() else { return }
        characters.replaceSubrange(edit.position..<edit.position + edit.inserted.count, with: edit.removed)
        place(at: edit.cursorBefore)
    }

    /// Makes the change again that was taken back last.
    public mutating func redo() {
        guard let edit = history.redo() else { return }
        characters.replaceSubrange(edit.position..<edit.position + edit.removed.count, with: edit.inserted)
        place(at: edit.cursorAfter)
    }

    // MARK: The one way in

    /// The part of the new characters that the limits let in, and the rest.
    private func fitting(
        _ new: [Character], over range: Range<Int>
    ) -> (accepted: ArraySlice<Character>, cut: ArraySlice<Character>) {
        guard let maxLength else { return (new[...], []) }
        let before = range.lowerBound > 0 ? characters[range.lowerBound - 1] : nil
        // A mark that joins the character before it takes no room of its own.
        let isJoined = before.flatMap { left in new.first.map(left.joins) } ?? false
        let room = max(0, maxLength - (characters.count - range.count)) + (isJoined ? 1 : 0)
        return (new.prefix(room), new.dropFirst(room))
    }

    private mutating func apply(_ range: Range<Int>, _ new: ArraySlice<Character>, kind: Edit.Kind) {
        guard !range.isEmpty || !new.isEmpty else { return }
        var edit = Edit(
            kind: kind, position: range.lowerBound, removed: Array(characters[range]), inserted: Array(new),
            cursorBefore: cursor, cursorAfter: range.lowerBound + new.count)
        edit.joinMarks(with: characters)
        let old = edit.position..<edit.position + edit.removed.count
        characters.replaceSubrange(old, with: edit.inserted)
        cursor = edit.cursorAfter
        anchor = nil
        history.record(edit)
    }
}
