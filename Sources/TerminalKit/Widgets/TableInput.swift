/// What keys and the mouse do in a table.
extension Table {
    func filterKey(_ key: Key) -> Bool {
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

    /// After the last column come the rows as they came.
    func sortByNextColumn() {
        let next = columns.indices.first { columns[$0].isSortable && $0 > sort?.column ?? -1 }
        setSort(next.map { TableSort(column: $0) })
    }

    func turn(_ sort: TableSort) {
        setSort(TableSort(column: sort.column, isAscending: !sort.isAscending))
    }

    func openMenu() -> Bool {
        guard let menu, let selected else { return false }
        let y = headHeight + scroll.current - scroll.offset
        openMenu(menu(selected), below: Rect(x: max(0, rowWidth - 2), y: y, width: 0, height: 1))
        return true
    }

    func press(_ button: Mouse.Button, _ event: MouseEvent) {
        let index = scroll.offset + event.position.y - headHeight
        borderMove = nil
        if event.position.y < headHeight {
            pressHead(at: event.position.x)
        } else if scroll.window.contains(index) {
            moveSelection(to: index)
            if button == .right || (menu != nil && event.position.x >= rowWidth - 2) {
                _ = openMenu()
            } else if event.clicks == 2, let selected {
                onOpen?(selected)
            }
        }
    }

    private func pressHead(at x: Int) {
        let ranges = columnRanges()
        if let column = border(at: x) {
            return beginMove(ofBorder: column, grip: x - ranges[column].upperBound)
        }
        guard let index = ranges.firstIndex(where: { $0.lowerBound - 1..<$0.upperBound + 1 ~= x }),
            columns[index].isSortable
        else { return }
        if let sort, sort.column == index {
            turn(sort)
        } else {
            setSort(TableSort(column: index))
        }
    }
}
