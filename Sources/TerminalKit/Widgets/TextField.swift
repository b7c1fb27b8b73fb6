/// A line of text to edit.
///
/// Ctrl+Left/Right move by words, Shift and the mouse select, Ctrl+A selects all, Ctrl+C copies and Ctrl+X cuts to
/// the system's clipboard, too; Ctrl+W, Ctrl+U and Ctrl+K kill, Ctrl+Y yanks what was killed, cut or copied in whatever
/// field; Ctrl+_ undoes, Ctrl+R redoes, Insert switches to overwriting.
@MainActor
public final class TextField: Control {
    /// How many columns of text it would like to show.
    public var columns: Int
    /// Shown while the field is empty.
    public var placeholder = "" { didSet { if placeholder != oldValue { invalidate() } } }
    /// Shows a dot for each character, and hands none on: nothing can be copied, or killed to be yanked elsewhere.
    public var isMasked = false { didSet { if isMasked != oldValue { invalidate() } } }
    /// Where a text stands that is shorter than the field; numbers stand at its end.
    public var alignment = Alignment.leading
    /// What becomes of line breaks in pasted text.
    public var pastedLineBreaks = PastedText.LineBreaks.space
    /// Turns a typed or pasted character into the one that is taken; nil refuses it.
    public var filter: (@MainActor (Character) -> Character?)?
    /// Called after each change by the person.
    public var onChange: (@MainActor (String) -> Void)?
    /// Told of a pasted text first; true says that it has been dealt with.
    var onPaste: (@MainActor (String) -> Bool)?
    /// The text with its cursor and selection.
    private(set) var editing: TextEditing { didSet { showKeysOfSelection() } }
    /// The key bar shows the keys for what is selected.
    private var showsCopying = false
    /// The first character in sight.
    private var offset = 0

    /// `maxLength` counts characters; `columns` is the width shown, by default as long as the text may be, up
    /// to 40.
    public init(
        _ text: String = "", maxLength: Int? = nil, columns: Int? = nil,
        onChange: (@MainActor (String) -> Void)? = nil
    ) {
        editing = TextEditing(text, maxLength: maxLength)
        self.columns = columns ?? min(40, maxLength.map { $0 + 1 } ?? 40)
        self.onChange = onChange
    }

    /// The whole text; setting it begins anew, with nothing to undo.
    public var text: String {
        get { editing.text }
        set {
            guard newValue != text else { return }
            editing = TextEditing(newValue, maxLength: editing.maxLength)
            offset = 0
            valueChanged()
        }
    }

    /// Puts another text in, as the person would: it can be undone, and ``onChange`` is told.
    public func replace(with text: String) {
        edit {
            $0.selectAll()
            if text.isEmpty {
                $0.delete(.left)
                return ""
            }
            return $0.insert(text)
        }
    }

    public override var isEmpty: Bool { text.allSatisfy(\.isWhitespace) }

    // MARK: Look

    public override func measure(width: Int) -> Size {
        Size(width: min(width, columns + 2), height: 1)
    }

    private var room: Int { max(1, bounds.width - 2) }

    private func columns(of character: Character) -> Int {
        isMasked ? 1 : shown(character).columns
    }

    private func shown(_ character: Character) -> String {
        character.unicodeScalars.contains(where: \.isUnsafeOnScreen)
            ? visible(character, as: controlPictures) : String(character)
    }

    private func columns(of range: Range<Int>) -> Int {
        editing.characters[range].reduce(0) { $0 + columns(of: $1) }
    }

    /// Scrolls so that the cursor is in sight.
    public override func layout() {
        offset = min(offset, editing.cursor)
        let count = editing.characters.count
        while offset > 0, count - offset < room, columns(of: offset - 1..<count) < room { offset -= 1 }
        var used = columns(of: offset..<editing.cursor)
        while used >= room, offset < editing.cursor {
            used -= columns(of: editing.characters[offset])
            offset += 1
        }
    }

    /// The empty cells before the text; behind it there is room for the cursor.
    private var indent: Int {
        guard alignment != .leading else { return 0 }
        return alignment.before(room - 1 - columns(of: editing.characters.indices))
    }

    public override var cursor: Point? {
        Point(x: 1 + indent + columns(of: offset..<max(offset, editing.cursor)), y: 0)
    }

    public override func draw(on canvas: Canvas) {
        let (theme, glyphs) = (canvas.theme, canvas.glyphs)
        let isFocused = isFocused
        let style = style(.field, in: theme)
        let endStyle = isFocused ? theme[.focusedField] : style
        canvas.fill(style: style)
        let isEmpty = editing.isEmpty && !placeholder.isEmpty
        let area = canvas.part(Rect(x: 1, y: 0, width: room, height: 1))
        var x = indent
        var end = offset
        if isEmpty {
            area.write(placeholder, at: .zero, style: fainter(style, in: theme))
        }
        for index in editing.characters.indices.dropFirst(offset) where x < room {
            let character = editing.characters[index]
            let isSelected = isFocused && editing.selection?.contains(index) ?? false
            let style = isSelected ? theme[.textSelection] : style
            end = index + 1
            x = area.write(
                isMasked ? String(glyphs.bullet) : String(character), at: Point(x: x, y: 0), style: style)
        }
        let ends: (Character, Character) = isFocused ? (glyphs.focusLeft, glyphs.focusRight) : ("[", "]")
        canvas.put(offset > 0 ? glyphs.moreLeft : ends.0, at: .zero, style: endStyle)
        canvas.put(
            x > room || end < editing.characters.count ? glyphs.moreRight : ends.1,
            at: Point(x: bounds.width - 1, y: 0), style: endStyle)
    }

    private func fainter(_ style: Style, in theme: Theme) -> Style {
        Style(
            foreground: theme[.faint].foreground, background: style.background,
            attributes: style.attributes.union(theme[.faint].attributes))
    }

    // MARK: Editing

    public override func focusChanged(_ isFocused: Bool) {
        if isFocused {
            editing.selectAll()
        } else {
            // What a field that is left shows is the beginning of its text.
            editing.place(at: 0)
        }
        super.focusChanged(isFocused)
    }

    /// A part is selected, not all of it as by a Tab into the field.
    private var hasSelectedPart: Bool {
        !isMasked && editing.selection.map { $0.count < editing.characters.count } ?? false
    }

    private func showKeysOfSelection() {
        guard showsCopying != hasSelectedPart else { return }
        showsCopying.toggle()
        invalidate()
    }

    public override var keyHints: [KeyHint] {
        let copying = [KeyHint(Key("c", .control), "Copy"), KeyHint(Key("x", .control), "Cut")]
        return (hasSelectedPart ? copying : [])
            + (editing.isOverwriting ? [KeyHint(Key(.insert), "Insert")] : []) + hints
    }

    public override func key(_ key: Key) -> Bool {
        if let movement = movement(of: key) {
            editing.move(movement, selecting: key.modifiers.contains(.shift))
            moved()
            return true
        }
        if key == Key("c", .control) {
            copy()
            return true
        }
        guard let change = change(of: key) else { return false }
        guard !isReadOnly else {
            host?.beep()
            return true
        }
        edit(change)
        return true
    }

    /// The way by words; in masked text to its end, for where its words begin is part of the secret.
    private var wordLeft: TextMovement { isMasked ? .lineStart : .wordLeft }
    private var wordRight: TextMovement { isMasked ? .lineEnd : .wordRight }

    private func movement(of key: Key) -> TextMovement? {
        let isByWord = key.modifiers.contains(.control) || key.modifiers.contains(.alt)
        return switch key.code {
        case .left: isByWord ? wordLeft : .left
        case .right: isByWord ? wordRight : .right
        case .home: .lineStart
        case .end: .lineEnd
        case .character("e") where key.modifiers == .control: .lineEnd
        default: nil
        }
    }

    /// What a key does to the text; returns what did not fit.
    private func change(of key: Key) -> ((inout TextEditing) -> String)? {
        func quietly(_ change: @escaping (inout TextEditing) -> Void) -> (inout TextEditing) -> String {
            {
                change(&$0)
                return ""
            }
        }
        let isByWord = !key.modifiers.isDisjoint(with: [.control, .alt])
        switch (key.code, key.modifiers) {
        case (.backspace, _): return quietly { $0.delete(isByWord ? self.wordLeft : .left) }
        case (.delete, _): return quietly { $0.delete(isByWord ? self.wordRight : .right) }
        case (.insert, []):
            invalidate()
            return quietly { $0.isOverwriting.toggle() }
        case (.character("a"), .control): return quietly { $0.selectAll() }
        case (.character("w"), .control): return quietly { self.keep($0.kill(self.wordLeft)) }
        case (.character("u"), .control): return quietly { self.keep($0.kill(.lineStart)) }
        case (.character("k"), .control): return quietly { self.keep($0.kill(.lineEnd)) }
        case (.character("x"), .control):
            let isCopied = !isReadOnly && copy()
            return quietly { if isCopied { $0.delete(.right) } }
        case (.character("y"), .control):
            let breaks = pastedLineBreaks
            let text = filtered(host?.clipboard ?? "")
            return { $0.paste(text, joining: breaks) }
        case (.character("_"), .control), (.character("/"), .control): return quietly { $0.undo() }
        case (.character("r"), .control): return quietly { $0.redo() }
        case (.character(let typed), []):
            guard let character = accepted(typed) else { return quietly { _ in } }
            return { $0.insert(String(character)) }
        default: return nil
        }
    }

    /// For ``Host/clipboard``; a secret is not kept.
    private func keep(_ killed: String) {
        if !killed.isEmpty, !isMasked { host?.clipboard = killed }
    }

    /// Copies what is selected; false, with a beep, where nothing is or nothing may be.
    @discardableResult
    private func copy() -> Bool {
        guard let selected = editing.selectedText, !isMasked else {
            host?.beep()
            return false
        }
        host?.clipboard = selected
        host?.shareClipboard()
        return true
    }

    private func filtered(_ text: String) -> String {
        let clean = PastedText.clean(text, lineBreaks: pastedLineBreaks, keepsControlCharacters: false)
        return filter.map { String(clean.compactMap($0)) } ?? clean
    }

    private func accepted(_ character: Character) -> Character? {
        guard let filter else { return character }
        guard let character = filter(character) else {
            host?.beep()
            return nil
        }
        return character
    }

    public override func paste(_ text: String) -> Bool {
        guard !isReadOnly else { return false }
        if onPaste?(text) == true { return true }
        let breaks = pastedLineBreaks
        let filtered = filtered(text)
        edit { $0.paste(filtered, joining: breaks) }
        return true
    }

    private func edit(_ change: (inout TextEditing) -> String) {
        let before = editing.characters
        let cut = change(&editing)
        moved()
        if editing.characters != before {
            contentChanged()
            onChange?(text)
        }
        if !cut.isEmpty, let maxLength = editing.maxLength {
            show(problem: "At most \(maxLength) characters.")
            host?.beep()
        }
    }

    private func moved() {
        reveal(bounds)
        redraw()
    }

    // MARK: Mouse

    public override func mouse(_ event: MouseEvent) -> Bool {
        let position = position(atColumn: event.position.x - 1 - indent)
        switch event.action {
        case .press(.left) where event.clicks == 2 && !isMasked: editing.selectWord(at: position)
        case .press(.left) where event.clicks >= 2: editing.selectAll()
        case .press(.left): editing.place(at: position, selecting: event.modifiers.contains(.shift))
        case .drag(.left): editing.place(at: position, selecting: true)
        case .release(.left): break
        default: return false
        }
        invalidate()
        return true
    }

    /// The character at a column of the shown text; beyond either end, one further than is shown.
    private func position(atColumn column: Int) -> Int {
        guard column >= 0 else { return max(0, offset - 1) }
        var left = column
        return editing.characters.indices.dropFirst(offset).first { index in
            left -= columns(of: editing.characters[index])
            return left < 0
        } ?? editing.characters.count
    }
}
