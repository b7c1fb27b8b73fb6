extension Program {
    /// Everything that can be done now in one list: the keys that work here and the items of the ribbon.
    func showPalette() async {
        var items: [ListBox.Item] = []
        var actions: [@MainActor () -> Void] = []
        for hint in keyHints.window + keyHints.place {
            items.append(ListBox.Item(Caption(verbatim: hint.title), detail: hint.key.title))
            actions.append { self.receive(.key(hint.key)) }
        }
        if let ribbon = reachableRibbon {
            for tab in ribbon.tabs {
                for item in tab.items where item.isEnabled() {
                    items.append(
                        ListBox.Item(
                            Caption(verbatim: "\(tab.caption.text) ▸ \(item.caption.text)"),
                            detail: item.key?.title ?? ""))
                    actions.append { self.start(item.action) }
                }
            }
        }
        let list = ListBox(items)
        let window = Window("What can be done here", content: list)
        var chosen: Int?
        list.onChoose = { row in
            chosen = row
            window.dismiss(.ok)
        }
        if await present(window) == .ok, let chosen { actions[chosen]() }
    }
}
