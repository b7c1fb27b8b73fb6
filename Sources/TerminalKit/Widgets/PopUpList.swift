extension View {
    /// Opens a list of lines below this view; `onChoose` is told the one that is chosen.
    func openList(_ items: [ListBox.Item], current: Int, onChoose: @escaping @MainActor (Int) -> Void) {
        let list = ListBox(items, current: current)
        let anchor = Rect(origin: screenOrigin, size: frame.size)
        let popUp = Window("", placement: .popUp(anchor), content: list)
        list.onChoose = { [weak popUp] row in
            popUp?.dismiss(.ok)
            onChoose(row)
        }
        host?.open(popUp) { _ in }
    }

    /// Opens a menu below a rectangle of this view, or below the whole view.
    public func openMenu(_ items: [MenuItem], below rect: Rect? = nil) {
        let origin = screenOrigin
        _ = PopUpMenu(items, below: (rect ?? bounds).offset(dx: origin.x, dy: origin.y), host: host)
    }
}

/// A menu that has popped up: arrows, letters and the mouse choose an item, which closes it.
@MainActor
struct PopUpMenu {
    let window: Window

    /// `onKey` is told of keys that mean nothing to the menu.
    init?(
        _ items: [MenuItem], below anchor: Rect, host: (any Host)?,
        onKey: @escaping @MainActor (Key) -> Bool = { _ in false },
        onClose: @escaping @MainActor () -> Void = {}
    ) {
        guard let host else { return nil }
        let list = ListBox(
            items.map { item in
                let obstacle = item.obstacle()
                let key = item.command.flatMap(host.key)
                return ListBox.Item(
                    item.caption, detail: obstacle ?? key?.title ?? "", isEnabled: obstacle == nil)
            })
        let window = Window("", placement: .popUp(anchor), content: list)
        list.onChoose = { [weak window, weak host] row in
            window?.dismiss(.ok)
            host?.choose(items[row])
        }
        list.onKey = { [weak list] key in
            if onKey(key) { return true }
            guard case .character(let letter) = key.code, let list,
                let row = items.firstIndex(where: { $0.caption.mnemonic == letter.lowercased().first })
            else { return false }
            list.select(row)
            if list.items[row].isEnabled { list.onChoose?(row) }
            return true
        }
        self.window = window
        host.open(window) { _ in onClose() }
    }
}
