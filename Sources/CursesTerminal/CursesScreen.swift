import CNcurses
import Glibc
import TerminalKit

/// ncurses' screen: draws surfaces, and gives out the bytes that bring the terminal there. One exists at a time, for
/// ncurses is global.
struct CursesScreen {
    private let capabilities: Capabilities
    private let palette: Palette
    private var pairs: ColorPairs
    private let hasStandardColors: Bool
    private let screen: OpaquePointer
    private var shown: Surface?
    /// Its rows as ncurses was given them.
    private var drawnRows: [[Cell]] = []
    private var isCursorShown: Bool?

    /// Nil where ncurses refuses the terminal. Leaves the terminal raw: no echo, no signals by key, no
    /// translations.
    init?(capabilities: Capabilities) {
        use_env(false)
        use_tioctl(true)
        guard let screen = cn_newterm() else { return nil }
        self.screen = screen
        self.capabilities = capabilities
        palette = Palette(colors: capabilities.colors)
        raw()
        noecho()
        nonl()
        // Without this ncurses stops drawing to look for input that is ours.
        typeahead(-1)
        guard cn_gather_output() else {
            endwin()
            cn_delscreen(screen)
            return nil
        }
        if capabilities.colors == .none {
            hasStandardColors = true
            pairs = ColorPairs(limit: 0)
        } else {
            start_color()
            hasStandardColors = use_default_colors() == OK
            pairs = ColorPairs(limit: Int(cn_pair_limit()))
        }
    }

    /// Leaves the screen to the shell; the next drawing takes it again.
    func leave() -> [UInt8] {
        endwin()
        return output
    }

    func beep() -> [UInt8] {
        CNcurses.beep()
        return output
    }

    /// After leaving, for good.
    func discard() {
        cn_delscreen(screen)
    }

    /// What ncurses has written since it was last asked.
    private var output: [UInt8] {
        let count = cn_gathered()
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            cn_take_gathered(buffer.baseAddress, count)
            filled = count
        }
    }

    /// The screen has another size; what is on it is unknown.
    mutating func resize(to size: Size) {
        resize_term(Int32(size.height), Int32(size.width))
        cn_erase()
        cn_clearok()
        (shown, drawnRows) = (nil, [])
    }

    /// What is on the terminal is unknown: the next drawing is a whole one.
    func forget() {
        cn_clearok()
    }

    /// Everything again.
    func redraw() -> [UInt8] {
        cn_clearok()
        cn_refresh()
        return output
    }

    // MARK: Drawing

    /// Draws what differs from what was shown last; ncurses finds the bytes that bring the terminal there.
    mutating func show(_ surface: Surface) -> [UInt8] {
        drawnRows += repeatElement([], count: surface.size.height - drawnRows.count)
        for y in 0..<surface.size.height where !isShown(row: y, of: surface) {
            let row = Self.withPlainBlanks(surface.rows[y])
            draw(Self.difference(of: row, from: drawnRows[y]), of: row, y: y, on: surface)
            drawnRows[y] = row
        }
        shown = surface
        place(surface.cursor)
        cn_refresh()
        return output
    }

    private func isShown(row: Int, of surface: Surface) -> Bool {
        guard let shown, shown.size == surface.size else { return false }
        return shown.rows[row] == surface.rows[row]
    }

    /// From the first cell to the last that differ, with the whole of the wide characters at the ends: writing half of
    /// one blanks the other half.
    private static func difference(of row: [Cell], from old: [Cell]) -> Range<Int> {
        guard old.count == row.count else { return row.indices }
        guard var start = row.indices.first(where: { row[$0] != old[$0] }),
            var end = row.indices.last(where: { row[$0] != old[$0] }).map({ $0 + 1 })
        else { return 0..<0 }
        while start > 0, row[start].isContinuation || old[start].isContinuation { start -= 1 }
        while end < row.count, row[end].isContinuation || old[end].isContinuation { end += 1 }
        return start..<end
    }

    private mutating func draw(_ range: Range<Int>, of row: [Cell], y: Int, on surface: Surface) {
        var x = range.lowerBound
        while x < range.upperBound {
            let look = look(of: row[x].style, on: surface)
            let text = Glyph.text(startingIn: row[x..<range.upperBound])
            if !text.isEmpty {
                cn_put_text(Int32(y), Int32(x), text, Int32(text.count), look.attributes, look.pair)
                x += text.count
                continue
            }
            let isWide = x + 1 < row.count && row[x + 1].isContinuation
            for glyph in Glyph.glyphs(of: row[x], columns: isWide ? 2 : 1) {
                cn_put(Int32(y), Int32(x), glyph.text, look.attributes, look.pair)
                x += glyph.columns
            }
        }
    }

    /// A blank shows only its background, so it takes the look of the text before it, or else of the text after it: that
    /// saves a change of colours on each side of it, and the blanks around a text look alike.
    private static func withPlainBlanks(_ row: [Cell]) -> [Cell] {
        var row = row
        var end = 0
        while let start = row[end...].firstIndex(where: \.isBlank) {
            end = row[start...].firstIndex { !$0.isBlank } ?? row.endIndex
            let before = start > 0 ? row[start - 1] : nil
            let after = end < row.endIndex ? row[end] : nil
            let text = before?.isFrame == false ? before : after?.isFrame == false ? after : nil
            guard let lender = text ?? before ?? after else { break }
            for x in start..<end where row[x].takesLook(of: lender) { row[x].style = lender.style }
        }
        return row
    }

    private mutating func place(_ cursor: Point?) {
        if isCursorShown != (cursor != nil) {
            isCursorShown = cursor != nil
            curs_set(cursor == nil ? 0 : 1)
            cn_leaveok(cursor == nil)
        }
        if let cursor { cn_move(Int32(cursor.y), Int32(cursor.x)) }
    }

    private mutating func look(of style: Style, on surface: Surface) -> (attributes: attr_t, pair: Int32) {
        let (colors, isBright) = colors(of: style)
        let attributes = cn_attributes(
            style.attributes.contains(.bold) || isBright, style.attributes.contains(.dim),
            style.attributes.contains(.underline), style.attributes.contains(.reverse))
        guard capabilities.colors != .none else { return (attributes, 0) }
        if let pair = pairs.number(for: colors) { return (attributes, pair) }
        pairs.keep(only: Set(surface.cells.map { self.colors(of: $0.style).colors }))
        return (attributes, pairs.number(for: colors) ?? 0)
    }

    /// Two colours that a small palette makes one would hide the text: the foreground is then black or white.
    private func colors(of style: Style) -> (colors: ColorPairs.Colors, isBright: Bool) {
        var (foreground, isBright) = palette.foreground(style.foreground)
        var background = palette.background(style.background)
        if !hasStandardColors {
            if foreground < 0 { foreground = COLOR_WHITE }
            if background < 0 { background = COLOR_BLACK }
        }
        if foreground == background, foreground >= 0, style.foreground != style.background {
            foreground = background == COLOR_BLACK ? COLOR_WHITE : COLOR_BLACK
            isBright = false
        }
        return (ColorPairs.Colors(foreground: foreground, background: background), isBright)
    }
}

extension Cell {
    fileprivate var isBlank: Bool { character == " " && !isContinuation }

    /// Of the box drawing characters (Unicode block 2500–257F).
    fileprivate var isFrame: Bool {
        character.unicodeScalars.first.map { (0x2500...0x257F).contains($0.value) } ?? false
    }

    /// Whether a blank shows the same in another cell's look.
    fileprivate func takesLook(of other: Cell) -> Bool {
        let drawn: Attributes = [.underline, .reverse]
        return style.background == other.style.background
            && style.attributes.union(other.style.attributes).isDisjoint(with: drawn)
    }
}
