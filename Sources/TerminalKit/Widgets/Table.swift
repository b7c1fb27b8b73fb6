/// Rows and columns with a current row: sort by a click on a head, filter by typing, open by Enter or a
/// double click, widen a column by dragging the border between two heads or by Ctrl+W and arrows.
///
/// The current row is kept by its identity when the rows change (``reload()``), are sorted or filtered.
@MainActor
public final class Table<Element: Identifiable>: View {
    public let columns: [TableColumn<Element>]
    /// Where its rows come from.
    public private(set) var source: any TableSource<Element>
    /// Shown when there are no rows at all.
    public var emptyText = ""
    /// Whether typing filters the rows.
    public var isFilterable = true
    /// Empty cells between columns.
    public var spacing = 2
    /// What opening a row does, for the key bar.
    public var openTitle = "Open"
    /// What ``onAdd`` does, for the key bar.
    public var addTitle = "Add"
    /// How many lines it would like to have, head and all.
    public var height = 8
    /// Enter while there are no rows at all.
    public var onAdd: (@MainActor () -> Void)?
    /// Enter or a double click.
    public var onOpen: (@MainActor (Element) -> Void)?
    /// The current row has become another one; nil when there is none.
    public var onSelect: (@MainActor (Element?) -> Void)?
    /// What can be done with a row: a menu behind ▾ at its end, Alt+Down or the right button.
    public var menu: (@MainActor (Element) -> [MenuItem])? { didSet { invalidate() } }
    /// The words that the rows shown fit; empty for all rows.
    public private(set) var filter = ""
    /// By what the rows are sorted; nil as they came.
    public private(set) var sort: TableSort?
    /// So many characters of a filter count.
    private static var filterLimit: Int { 100 }
    private(set) var scroll = ListScroll()
    /// How many cells wider each column is than by itself, as the person made it.
    var widening: [Int]
    var borderMove: BorderMove?
    private var selectedID: Element.ID?
    private let bar = ScrollBar()
    /// The rows last asked for.
    private var cache: (range: Range<Int>, rows: [Element])?

    public init(_ columns: [TableColumn<Element>], source: any TableSource<Element>) {
        self.columns = columns
        self.source = source
        widening = columns.map { _ in 0 }
        super.init()
        add(bar)
        bar.onScroll = { [weak self] in self?.scroll(to: $0) }
    }

    // MARK: Rows

    /// The current row.
    public var selected: Element? {
        guard scroll.count > 0 else { return nil }
        return row(at: scroll.current)
    }

    /// Makes the row of that identity the current one, if it is there.
    public func select(_ id: Element.ID) {
        refreshCount()
        if let position = source.position(of: id) { moveSelection(to: position) }
    }

    /// The rows have changed: asks for them again.
    public func reload() {
        cache = nil
        let old = selectedID
        // Before the count: a source that has to look through all rows finds both at once.
        let position = old.flatMap { source.position(of: $0) }
        refreshCount()
        scroll.select(position ?? scroll.current)
        selectedID = selected?.id
        if selectedID != old || selectedID == nil { onSelect?(selected) }
        invalidate()
    }

    /// Shows only the rows that these words fit, at most 100 characters of them.
    public func setFilter(_ text: String) {
        filter = String(text.prefix(Self.filterLimit))
        if filter.count < text.count { host?.beep() }
        arrange()
    }

    /// Shows these rows, all in memory, in place of those it has; sort and filter stay.
    public func setRows(_ rows: [Element]) {
        if let held = source as? ArrayTableSource<Element> {
            held.all = rows
        } else {
            source = ArrayTableSource(rows, columns: columns)
        }
        arrange()
    }

    /// Sorts the rows; nil shows them as they came.
    public func setSort(_ sort: TableSort?) {
        self.sort = sort
        arrange()
    }

    private func arrange() {
        source.arrange(filter: filter, sort: sort)
        reload()
    }

    private func refreshCount() {
        scroll.update(count: source.count, visible: visibleRows)
    }

    private func row(at index: Int) -> Element? {
        // A source may have fewer rows than it counted a moment ago.
        if let cache, cache.range.contains(index) {
            return cache.rows.dropFirst(index - cache.range.lowerBound).first
        }
        return index < source.count ? source.rows(in: index..<index + 1).first : nil
    }

    /// The rows in sight, asked for once.
    private func rowsInSight() -> [Element] {
        let range = scroll.window
        if let cache, cache.range == range { return cache.rows }
        let rows = range.isEmpty ? [] : source.rows(in: range)
        cache = (range, rows)
        return rows
    }

    func moveSelection(to index: Int) {
        scroll.select(index)
        let row = selected
        invalidate()
        guard row?.id != selectedID else { return }
        selectedID = row?.id
        onSelect?(row)
    }

    func scroll(to row: Int) {
        scroll.scroll(to: row)
        invalidate()
    }

    // MARK: Look

    public override var canFocus: Bool { true }

    public override func measure(width: Int) -> Size {
        let columns = columns.reduce(2 - spacing) { $0 + $1.width + spacing } + 1
        return Size(width: min(width, columns), height: height)
    }

    var isFiltering: Bool { !filter.isEmpty }
    private var isEmpty: Bool { scroll.count == 0 && !isFiltering }
    var visibleRows: Int { max(1, bounds.height - headHeight - (isFiltering ? 1 : 0)) }

    public override func layout() {
        if scroll.count != source.count { cache = nil }
        refreshCount()
        if selectedID == nil, scroll.count > 0 { selectedID = selected?.id }
        bar.isVisible = scroll.isScrollable
        bar.place(in: Rect(x: bounds.width - 1, y: headHeight, width: 1, height: visibleRows))
        bar.update(total: scroll.count, visible: scroll.visible, offset: scroll.offset)
    }

    public override func draw(on canvas: Canvas) {
        let theme = canvas.theme
        let ranges = columnRanges()
        let (rows, top) = (rowsInSight(), headHeight(ranges))
        drawHead(on: canvas, ranges, height: top)
        for (y, row) in rows.enumerated() {
            draw(row, isCurrent: scroll.offset + y == scroll.current, on: canvas, y: top + y, ranges)
        }
        if rows.isEmpty {
            drawEmpty(isFiltering ? "Nothing fits the filter." : emptyText, on: canvas, y: top)
        }
        if isFiltering {
            let y = bounds.height - 1
            let end = canvas.write(
                " Filter: \(shownFilter)", at: Point(x: 0, y: y), style: theme[.emphasis])
            canvas.write(found, at: Point(x: end, y: y), style: theme[.faint])
        }
    }

    private var found: String { "  \(scroll.count) found" }

    /// As much of the filter's end as fits.
    private var shownFilter: String {
        let room = max(1, bounds.width - 10 - found.columns)
        return String(String(filter.reversed()).clipped(toColumns: room).reversed())
    }

    public override var cursor: Point? {
        isFiltering
            ? Point(x: 9 + shownFilter.columns, y: bounds.height - 1)
            : Point(x: 1, y: headHeight + scroll.current - scroll.offset)
    }

    // MARK: Keys

    public override var keyHints: [KeyHint] {
        if borderMove != nil { return borderHints }
        var own: [KeyHint] = []
        if onOpen != nil, scroll.count > 0 { own.append(KeyHint(Key(.enter), openTitle)) }
        if onAdd != nil, isEmpty { own.append(KeyHint(Key(.enter), addTitle)) }
        if menu != nil, scroll.count > 0 { own.append(KeyHint(Key(.down, .alt), "Actions")) }
        if columns.contains(where: \.isSortable), scroll.count > 0 {
            own += [KeyHint(Key("o", .control), "Sort"), KeyHint(Key("t", .control), "Reverse")]
        }
        let last = columns.count > 1 ? [KeyHint(Key("w", .control), "Widths")] : []
        return own + hints + last
    }

    public override func focusChanged(_ isFocused: Bool) {
        if !isFocused { borderMove = nil }
        super.focusChanged(isFocused)
    }

    public override func key(_ key: Key) -> Bool {
        if borderKey(key) { return true }
        if key == Key(.down, .alt) { return openMenu() }
        var moved = scroll
        if moved.move(by: key) {
            moveSelection(to: moved.current)
            return true
        }
        switch (key.code, key.modifiers) {
        // Where rows can be opened Enter is the table's own, with none to open, too: it presses no button of the window.
        case (.enter, []) where onOpen != nil || onAdd != nil:
            if let selected { onOpen?(selected) } else if isEmpty { onAdd?() }
        case (.character("w"), .control) where columns.count > 1: beginMove(ofBorder: 0)
        case (.character("o"), .control): sortByNextColumn()
        case (.character("t"), .control): if let sort { turn(sort) } else { sortByNextColumn() }
        default: return filterKey(key)
        }
        return true
    }

    public override func paste(_ text: String) -> Bool {
        guard isFilterable else { return false }
        setFilter(filter + PastedText.clean(text, lineBreaks: .space, keepsControlCharacters: false))
        return true
    }

    // MARK: Mouse

    public override func mouse(_ event: MouseEvent) -> Bool {
        switch event.action {
        case .press(let button): press(button, event)
        case .wheelUp where scroll.isScrollable: scroll(to: scroll.offset - 3)
        case .wheelDown where scroll.isScrollable: scroll(to: scroll.offset + 3)
        case .drag(.left): dragBorder(to: event.position.x)
        case .release where borderMove?.grip != nil: endMove()
        case .drag, .release: break
        default: return false
        }
        return true
    }
}

extension Table {
    /// A table of rows that are all in memory.
    public convenience init(_ columns: [TableColumn<Element>], rows: [Element]) {
        self.init(columns, source: ArrayTableSource(rows, columns: columns))
    }
}
