/// Something that the palette offers.
@MainActor
struct PaletteItem {
    let title: String
    /// The key that does the same, or why it cannot be done now.
    let detail: String
    var isEnabled = true
    let perform: @MainActor () -> Void
}

extension Program {
    /// Everything that can be done now in one list, found by typing: what the present window offers, and the items of
    /// the ribbon.
    func showPalette() async {
        guard !windows.contains(where: { $0.content is PaletteView }) else { return }
        let items = recentFirst(paletteItems)
        let view = PaletteView(items)
        let window = Window("Commands", content: view)
        var chosen: PaletteItem?
        view.onChoose = { item in
            chosen = item
            window.dismiss(.ok)
        }
        guard await present(window) == .ok, let chosen else { return }
        recentTitles = [chosen.title] + recentTitles.filter { $0 != chosen.title }
        chosen.perform()
    }

    private func recentFirst(_ items: [PaletteItem]) -> [PaletteItem] {
        let recent = recentTitles.compactMap { title in items.first { $0.title == title } }
        return recent + items.filter { !recentTitles.contains($0.title) }
    }

    private var paletteItems: [PaletteItem] {
        var items = buttonItems
        func add(_ item: PaletteItem) {
            // A key does one thing, for which one line is enough.
            let hasKey = item.isEnabled && !item.detail.isEmpty
            let isKnown = items.contains { $0.title == item.title || hasKey && $0.detail == item.detail }
            if !isKnown { items.append(item) }
        }
        let hints = keyHints
        for hint in hints.place + hints.window where hint.key != key(for: .palette) {
            add(PaletteItem(title: hint.title, detail: hint.key.title) { self.receive(.key(hint.key)) })
        }
        for (tab, item) in offeredItems {
            let obstacle = item.obstacle()
            let key = item.command.flatMap(key)?.title
            add(
                PaletteItem(
                    title: "\(tab.caption.text): \(item.caption.text)", detail: obstacle ?? key ?? "",
                    isEnabled: obstacle == nil
                ) { self.choose(item) })
        }
        let always: [(Command, String)] = [
            (.redraw, "Draw the screen anew"), (.suspend, "Back to the shell"), (.quit, "Quit"),
        ]
        for (command, title) in always {
            add(PaletteItem(title: title, detail: key(for: command)?.title ?? "") { self.perform(command) })
        }
        return items
    }

    /// The buttons of the present window, with the keys that press them.
    private var buttonItems: [PaletteItem] {
        guard let window = topWindow else { return [] }
        let buttons = window.descendants.compactMap { $0 as? Button }.filter(\.isShown)
        let mnemonics = window.descendants.filter { $0.isShown && $0.isActive }.compactMap(\.mnemonic)
        var seen: Set<String> = []
        return buttons.filter { seen.insert($0.caption.text).inserted }.map { button in
            let letter = button.mnemonic.flatMap { letter in
                mnemonics.count { $0 == letter } == 1 ? Key(letter, .alt) : nil
            }
            let key = (button.command.flatMap(key) ?? letter)?.title ?? ""
            return PaletteItem(
                title: button.caption.text, detail: button.isActive ? key : button.obstacle ?? "",
                isEnabled: button.isActive
            ) {
                button.focus()
                button.activate([])
            }
        }
    }
}
