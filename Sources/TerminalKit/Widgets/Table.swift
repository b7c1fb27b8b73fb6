/// Rows and columns with a current row: sort by a click on a head, filter by typing, open by Enter or a double click.
///
/// The current row is kept by its identity when the rows change (``reload()``), are sorted or filtered.
@MainActor
public final class Table<Row: Identifiable>: View {
    public let columns: [TableColumn<Row>]
    public let source: any TableSource<Row>
    /// Shown when there are no rows at all.
    public var emptyText = ""
    /// Whether typing filters the rows.
    public var isFilterable = true
    /// Empty cells between columns.
    public var spacing = 2
    /// How many lines it would like to have, head and all.
    public var height = 8
    /// Enter or a double click.
    public var onOpen: (@MainActor (Row) -> Void)?
    /// The current row has become another one; nil when there is none.
    public var onSelect: (@MainActor (Row?) -> Void)?
    /// What can be done with a row: a menu behind ▾ at its end, Alt+Down or the right button.
    public var menu: (@MainActor (Row) -> [MenuItem])? { didSet { invalidate() } }
    public private(set) var filter = ""
    public private(set) var sort: TableSort?
    private(set) var scroll = ListScroll()
    private var selectedID: Row.ID?
    private let bar = ScrollBar()
    /// The rows last asked for.
    private var cache: (range: Range<Int>, rows: [Row])?

    public init(_ columns: [TableColumn<Row>], source: any TableSource<Row>) {
        self.columns = columns
        self.source = source
        super.init()
        add(bar)
        bar.onScroll = { [weak self] in self?.scroll(to: $0) }
    }

    // MARK: Rows

    /// The current row.
    public var selected: Row? {
        guard scroll.count > 0 else { return nil }
        return row(at: scroll.current)
    }

    /// Makes the row of that identity the current one, if it is there.
    public func select(_ id: Row.ID) {
        refreshCount()
        if let position = source.position(of: id) { moveSelection(to: position) }
    }

    /// The rows have changed: asks for them again.
    public func reload() {
        cache = nil
        refreshCount()
        let old = selectedID
        if let id = selectedID, let position = source.position(of: id) {
            scroll.select(position)
        } else {
            scroll.select(scroll.current)
        }
        selectedID = selected?.id
        if selectedID != old || selectedID == nil { onSelect?(selected) }
        invalidate()
    }

    /// Shows only the rows that these words fit.
    public func setFilter(_ text: String) {
        filter = text
        arrange()
    }

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

    private func row(at index: Int) -> Row? {
        // A source may have fewer rows than it counted a moment ago.
        if let cache, cache.range.contains(index) { return cache.rows.dropFirst(index - cache.range.lowerBound).first }
        return index < source.count ? source.rows(in: index..<index + 1).first : nil
    }

    /// The rows in sight, asked for once.
    private func rowsInSight() -> [Row] {
        let range = scroll.window
        if let cache, cache.range == range { return cache.rows }
        let rows = range.isEmpty ? [] : source.rows(in: range)
        cache = (range, rows)
        return rows
    }

    private func moveSelection(to index: Int) {
        scroll.select(index)
        let row = selected
        invalidate()
        guard row?.id != selectedID else { return }
        selectedID = row?.id
        onSelect?(row)
    }

    private func scroll(to row: Int) {
        scroll.scroll(to: row)
        invalidate()
    }

    // MARK: Look

    public override var canFocus: Bool { true }

    public override func measure(width: Int) -> Size {
        let columns = columns.reduce(2 - spacing) { $0 + $1.width + spacing } + 1
        return Size(width: min(width, columns), height: height)
    }

    private var isFiltering: Bool { !filter.isEmpty }
    private var visibleRows: Int { max(1, bounds.height - 1 - (isFiltering ? 1 : 0)) }

    public override func layout() {
        if scroll.count != source.count { cache = nil }
        refreshCount()
        if selectedID == nil, scroll.count > 0 { selectedID = selected?.id }
        bar.isVisible = scroll.isScrollable
        bar.place(in: Rect(x: bounds.width - 1, y: 1, width: 1, height: visibleRows))
        bar.update(total: scroll.count, visible: scroll.visible, offset: scroll.offset)
    }

    /// The room of a row: without the scroll bar.
    private var rowWidth: Int { bounds.width - (scroll.isScrollable ? 1 : 0) }

    /// Where the columns stand: a mark's column at both ends, ``spacing`` between.
    private func columnRanges() -> [Range<Int>] {
        let room = rowWidth - 2 - (menu == nil ? 0 : 2)
        let shares = Distribution.share(
            room - columns.filter { $0.weight > 0 }.reduce(0) { $0 + $1.width }, lengths: columns.map(\.width),
            weights: columns.map(\.weight), spacing: spacing)
        var x = 1
        return zip(columns, shares).map { column, share in
            let width = share + (column.weight > 0 ? column.width : 0)
            defer { x += width + spacing }
            return x..<x + max(0, min(width, room + 1 - x))
        }
    }

    public override func draw(on canvas: Canvas) {
        let theme = canvas.theme
        let ranges = columnRanges()
        drawHead(on: canvas, ranges)
        let rows = rowsInSight()
        for (y, row) in rows.enumerated() {
            draw(row, isCurrent: scroll.offset + y == scroll.current, on: canvas, y: y + 1, ranges)
        }
        if rows.isEmpty {
            let text = isFiltering ? "Nothing fits the filter." : emptyText
            canvas.write(text, at: Point(x: 1, y: 1), style: style(.faint, in: theme))
        }
        if isFiltering {
            let y = bounds.height - 1
            let end = canvas.write(" Filter: \(filter)", at: Point(x: 0, y: y), style: theme[.focusedLabel])
            canvas.write("  \(scroll.count) found", at: Point(x: end, y: y), style: theme[.faint])
        }
    }

    private func drawHead(on canvas: Canvas, _ ranges: [Range<Int>]) {
        let style = style(.tableHead, in: canvas.theme)
        canvas.fill(Rect(x: 0, y: 0, width: bounds.width, height: 1), style: style)
        for (index, range) in ranges.enumerated() {
            var title = columns[index].title
            if let sort, sort.column == index {
                let mark = sort.isAscending ? canvas.glyphs.moreAbove : canvas.glyphs.moreBelow
                title = title.clipped(toColumns: range.count - 1) + String(mark)
            }
            canvas.write(
                title, at: Point(x: range.lowerBound, y: 0), width: range.count, alignment: columns[index].alignment,
                style: style)
        }
    }

    private func draw(_ row: Row, isCurrent: Bool, on canvas: Canvas, y: Int, _ ranges: [Range<Int>]) {
        let (theme, glyphs) = (canvas.theme, canvas.glyphs)
        let role: Role = !isCurrent ? .window : isFocused ? .selection : .idleSelection
        let base = style(role, in: theme)
        canvas.fill(Rect(x: 0, y: y, width: rowWidth, height: 1), style: base)
        for (column, range) in zip(columns, ranges) {
            var style = base
            if let role = column.role?(row), isActive {
                style = Style(
                    foreground: isCurrent ? base.foreground : theme[role].foreground, background: base.background,
                    attributes: base.attributes.union(theme[role].attributes))
            }
            canvas.write(
                column.text(row), at: Point(x: range.lowerBound, y: y), width: range.count,
                alignment: column.alignment, style: style)
        }
        if menu != nil { canvas.put(glyphs.dropDown, at: Point(x: rowWidth - 2, y: y), style: base) }
        guard isCurrent, isFocused else { return }
        canvas.put(glyphs.rowLeft, at: Point(x: 0, y: y), style: base)
        canvas.put(glyphs.rowRight, at: Point(x: rowWidth - 1, y: y), style: base)
    }

    public override var cursor: Point? {
        isFiltering ? Point(x: 9 + filter.columns, y: bounds.height - 1) : nil
    }

    // MARK: Keys

    public override var keyHints: [KeyHint] {
        var own: [KeyHint] = []
        if onOpen != nil { own.append(KeyHint(Key(.enter), "Open")) }
        if menu != nil { own.append(KeyHint(Key(.down, .alt), "Actions")) }
        if columns.contains(where: \.isSortable) {
            own += [KeyHint(Key("o", .control), "Sort"), KeyHint(Key("t", .control), "Turn")]
        }
        return own + hints
    }

    public override func key(_ key: Key) -> Bool {
        if key == Key(.down, .alt) { return openMenu() }
        var moved = scroll
        if moved.move(by: key) {
            moveSelection(to: moved.current)
            return true
        }
        switch (key.code, key.modifiers) {
        case (.enter, []):
            guard let onOpen, let selected else { return false }
            onOpen(selected)
        case (.character("o"), .control): sortByNextColumn()
        case (.character("t"), .control): if let sort { turn(sort) } else { sortByNextColumn() }
        default: return filterKey(key)
        }
        return true
    }

    private func filterKey(_ key: Key) -> Bool {
        guard isFilterable else { return false }
        switch (key.code, key.modifiers) {
        case (.character(let character), []) where character != " " || isFiltering:
            setFilter(filter + String(character))
        case (.backspace, []) where isFiltering: setFilter(String(filter.dropLast()))
        case (.escape, []) where isFiltering, (.character("u"), .control) where isFiltering: setFilter("")
        default: return false
        }
        return true
    }

    public override func paste(_ text: String) -> Bool {
        guard isFilterable else { return false }
        setFilter(filter + PastedText.clean(text, lineBreaks: .space, keepsControlCharacters: false))
        return true
    }

    private func sortByNextColumn() {
        let sortable = columns.indices.filter { columns[$0].isSortable }
        guard let first = sortable.first else { return }
        let next = sortable.first { $0 > sort?.column ?? -1 } ?? first
        setSort(TableSort(column: next))
    }

    private func turn(_ sort: TableSort) {
        setSort(TableSort(column: sort.column, isAscending: !sort.isAscending))
    }

    private func openMenu() -> Bool {
        guard let menu, let selected else { return false }
        let y = 1 + scroll.current - scroll.offset
        openMenu(menu(selected), below: Rect(x: max(0, rowWidth - 2), y: y, width: 0, height: 1))
        return true
    }

    // MARK: Mouse

    public override func mouse(_ event: MouseEvent) -> Bool {
        switch event.action {
        case .press(let button): press(button, event)
        case .wheelUp where scroll.isScrollable: scroll(to: scroll.offset - 3)
        case .wheelDown where scroll.isScrollable: scroll(to: scroll.offset + 3)
        case .drag, .release: break
        default: return false
        }
        return true
    }

    private func press(_ button: Mouse.Button, _ event: MouseEvent) {
        let index = scroll.offset + event.position.y - 1
        if event.position.y == 0 {
            clickHead(at: event.position.x)
        } else if scroll.window.contains(index) {
            moveSelection(to: index)
            if button == .right || (menu != nil && event.position.x >= rowWidth - 2) {
                _ = openMenu()
            } else if event.clicks == 2, let selected {
                onOpen?(selected)
            }
        }
    }

    private func clickHead(at x: Int) {
        guard let index = columnRanges().firstIndex(where: { $0.lowerBound - 1..<$0.upperBound + 1 ~= x }),
            columns[index].isSortable
        else { return }
        if let sort, sort.column == index {
            turn(sort)
        } else {
            setSort(TableSort(column: index))
        }
    }
}

extension Table {
    /// A table of rows that are all in memory.
    public convenience init(_ columns: [TableColumn<Row>], rows: [Row]) {
        self.init(columns, source: ArrayTableSource(rows, columns: columns))
    }
}
