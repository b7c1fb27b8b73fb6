/// Text being edited: its characters, cursor, selection, and the way back.
///
/// A value without a screen. Positions count characters (grapheme clusters) from 0. Line breaks are `\n`;
/// text with `maxLines` 1 never holds one.
public struct TextEditing: Sendable, Hashable {
    public private(set) var characters: [Character]
    /// Where the next character goes: 0 to `characters.count`.
    public private(set) var cursor: Int
    /// The other end of the selection; nil when nothing is being selected.
    public private(set) var anchor: Int?
    /// Typing replaces the character under the cursor instead of pushing it on.
    public var isOverwriting = false
    public let maxLines: Int
    /// In characters, line breaks counted; nil for no limit.
    public let maxLength: Int?

    private var history = EditHistory()
    /// The column that moving up and down keeps to.
    private var goalColumn: Int?

    /// Text to begin with, cut to the limits; the cursor stands at its end.
    public init(_ text: String = "", maxLines: Int = 1, maxLength: Int? = nil) {
        self.maxLines = max(1, maxLines)
        self.maxLength = maxLength
        characters = []
        cursor = 0
        insert(PastedText.clean(text, lineBreaks: .keep, keepsControlCharacters: true))
        history = EditHistory()
    }

    public var text: String { String(characters) }
    public var isEmpty: Bool { characters.isEmpty }

    // MARK: Selection

    /// The selected characters' positions; nil when none are.
    public var selection: Range<Int>? {
        guard let anchor, anchor != cursor else { return nil }
        return min(anchor, cursor)..<max(anchor, cursor)
    }

    public var selectedText: String? {
        selection.map { String(characters[$0]) }
    }

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
        goalColumn = nil
        setCursor(position, selecting: selecting)
    }

    public mutating func move(_ movement: TextMovement, selecting: Bool = false) {
        if !selecting, let selection {
            switch movement {
            case .left: return place(at: selection.lowerBound)
            case .right: return place(at: selection.upperBound)
            default: break
            }
        }
        let goal = movement == .up || movement == .down ? goalColumn ?? column : nil
        setCursor(target(of: movement), selecting: selecting)
        goalColumn = goal
    }

    private mutating func setCursor(_ position: Int, selecting: Bool) {
        anchor = selecting ? anchor ?? cursor : nil
        cursor = min(max(0, position), characters.count)
        history.endRun()
    }

    /// Where the cursor would stand after a movement.
    private func target(of movement: TextMovement) -> Int {
        switch movement {
        case .left: max(0, cursor - 1)
        case .right: min(characters.count, cursor + 1)
        case .wordLeft: characters.startOfWord(before: cursor)
        case .wordRight: characters.startOfWord(after: cursor)
        case .lineStart: lineRange(at: cursor).lowerBound
        case .lineEnd: lineRange(at: cursor).upperBound
        case .textStart: 0
        case .textEnd: characters.count
        case .up:
            lineRange(at: cursor).lowerBound == 0
                ? cursor
                : position(inLine: lineRange(at: lineRange(at: cursor).lowerBound - 1))
        case .down:
            lineRange(at: cursor).upperBound == characters.count
                ? cursor
                : position(inLine: lineRange(at: lineRange(at: cursor).upperBound + 1))
        }
    }

    // MARK: Lines

    /// The lines, without their breaks; at least one.
    public var lines: [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        for index in characters.indices where characters[index] == "\n" {
            lines.append(start..<index)
            start = index + 1
        }
        return lines + [start..<characters.count]
    }

    /// The line that a position stands in, without its break.
    public func lineRange(at position: Int) -> Range<Int> {
        let start = characters[..<position].lastIndex(of: "\n").map { $0 + 1 } ?? 0
        let end = characters[position...].firstIndex(of: "\n") ?? characters.count
        return start..<end
    }

    /// The cursor's column on its line, in columns of the screen.
    private var column: Int {
        characters[lineRange(at: cursor).lowerBound..<cursor].reduce(0) { $0 + $1.columns }
    }

    /// The position in a line that is nearest to the goal column without passing it.
    private func position(inLine line: Range<Int>) -> Int {
        var left = goalColumn ?? column
        return characters[line].firstIndex { character in
            left -= character.columns
            return left < 0
        } ?? line.upperBound
    }

    // MARK: Changing

    /// Types text over the selection. Returns what the limits cut off, empty when all of it went in.
    @discardableResult
    public mutating func insert(_ text: String) -> String {
        let typed = Array(text)
        var range = selection ?? cursor..<cursor
        if isOverwriting, range.isEmpty {
            let end = min(lineRange(at: cursor).upperBound, cursor + typed.count)
            range = cursor..<end
        }
        let (accepted, cut) = fitting(typed, over: range)
        apply(range, accepted, kind: typed.count == 1 ? .typing : .other)
        return String(cut)
    }

    /// Inserts pasted text over the selection as one step to undo. Returns what the limits cut off.
    ///
    /// A text of one line joins the pasted lines as `lineBreaks` says; one of several lines keeps them while
    /// there is room, then joins them. Control characters are dropped unless they are to be kept, for showing
    /// them.
    @discardableResult
    public mutating func paste(
        _ text: String, joining lineBreaks: PastedText.LineBreaks = .space,
        keepsControlCharacters: Bool = false
    ) -> String {
        let clean = PastedText.clean(
            text, lineBreaks: maxLines > 1 ? .keep : lineBreaks,
            keepsControlCharacters: keepsControlCharacters)
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

    public var canUndo: Bool { history.canUndo }
    public var canRedo: Bool { history.canRedo }

    /// Takes the last change back; a run of typing within a word is one change.
    public mutating func undo() {
        guard let edit = history.undo() else { return }
        characters.replaceSubrange(edit.position..<edit.position + edit.inserted.count, with: edit.removed)
        place(at: edit.cursorBefore)
    }

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
        let room = maxLength.map { max(0, $0 - (characters.count - range.count)) } ?? new.count
        var breaks = maxLines - 1
        for index in characters.indices where !range.contains(index) && characters[index] == "\n" {
            breaks -= 1
        }
        var accepted = new.prefix(room)
        for index in accepted.indices where accepted[index] == "\n" {
            if breaks > 0 { breaks -= 1 } else { accepted[index] = " " }
        }
        return (accepted, new.dropFirst(room))
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
        goalColumn = nil
        history.record(edit)
    }
}
