extension Program {
    // MARK: Keys

    func dispatch(_ key: Key) {
        guard let window = topWindow else { return dispatchWithoutWindow(key) }
        if preProcess(key, in: window) { return }
        // What a key changes is to be seen, wherever the wheel has gone.
        if cursor == nil { window.revealFocus() }
        if window.chain.contains(where: { $0.key(key) }) { return }
        if window.postProcess(key) { return }
        if let command = keyMap.command(for: key, in: .after), perform(command) { return }
        window.turnPage(key)
    }

    private func preProcess(_ key: Key, in window: Window) -> Bool {
        if window.preProcess(key) { return true }
        if let command = keyMap.command(for: key, in: .before), perform(command) { return true }
        return reachRibbon(key)
    }

    private func dispatchWithoutWindow(_ key: Key) {
        for phase in [KeyMap.Phase.before, .after] {
            if let command = keyMap.command(for: key, in: phase), perform(command) { return }
        }
        _ = reachRibbon(key)
    }

    /// The ribbon, while only windows that keep it, its own menus and other pop-ups lie over the desktop.
    var reachableRibbon: Ribbon? { windows.allSatisfy { $0.isPopUp || $0.keepsMenu } ? ribbon : nil }

    private func reachRibbon(_ key: Key) -> Bool {
        guard key.modifiers == .alt, case .character(let letter) = key.code, let ribbon = reachableRibbon,
            let tab = ribbon.tab(mnemonic: Character(letter.lowercased()))
        else { return false }
        openRibbon(ribbon, at: tab)
        return true
    }

    private func openRibbon(_ ribbon: Ribbon, at tab: Int) {
        closePopUps(but: nil)
        ribbon.open(tab)
    }

    private func closePopUps(but kept: Window?) {
        for window in windows.reversed() where window.isPopUp && window !== kept { window.dismiss(.cancel) }
    }

    /// Does what a command asks: the focused view first, then what it is in, then the program.
    @discardableResult
    public func perform(_ command: Command) -> Bool {
        if let window = topWindow, !isTooSmall, window.dispatch(command) { return true }
        switch command {
        case .help: start { await self.showHelp() }
        case .menu:
            guard let ribbon = reachableRibbon else { return false }
            openRibbon(ribbon, at: 0)
        case .palette: start { await self.showPalette() }
        case .redraw: terminal?.redraw()
        case .suspend: terminal?.suspend()
        case .quit: start { await self.quit() }
        default:
            guard let item = offeredItems.map(\.item).first(where: { $0.command == command }) else {
                return false
            }
            choose(item)
        }
        return true
    }

    /// The items of the ribbon with their tabs, but while a window lies over the desktop that cannot be left.
    var offeredItems: [(tab: RibbonTab, item: MenuItem)] {
        guard let ribbon, windows.allSatisfy({ $0.isClosable && !$0.staysOnTop }) else { return [] }
        return ribbon.tabs.flatMap { tab in tab.items.map { (tab, $0) } }
    }

    /// Does what an item of the ribbon says, from wherever it was chosen.
    public func choose(_ item: MenuItem) {
        start {
            if let obstacle = item.obstacle() {
                return await self.inform(
                    item.caption.text, "\(item.caption.text) cannot be used: \(obstacle).")
            }
            if item.leavesWindows { guard await self.closeWindows() else { return } }
            await item.action()
        }
    }

    /// Closes the windows over the desktop, the top one first; false when one did not agree.
    private func closeWindows() async -> Bool {
        while let window = windows.last {
            guard await window.agrees(to: .cancel) else { return false }
            window.dismiss(.cancel)
            // Whoever has waited for it may go on with another window.
            await MainActor.turn()
            await MainActor.turn()
        }
        return true
    }

    func dispatch(paste text: String) {
        _ = topWindow?.chain.contains { $0.paste(text) }
    }

    private func showHelp() async {
        if let onHelp { return await onHelp(topWindow?.focused ?? topWindow) }
        if let help { await inform("Help", help) }
    }

    /// What F1 tells of the focused view, or of the nearest around it that has something to tell.
    private var help: String? { topWindow?.chain.lazy.compactMap(\.help).first }

    /// Whether F1 does anything now.
    var hasHelp: Bool { onHelp != nil || help != nil }

    // MARK: Mouse

    func dispatch(_ report: Mouse) {
        let clicks = mouse.countClicks(report, now: now)
        let event = MouseEvent(
            report.action, at: report.position, modifiers: report.modifiers, clicks: clicks)
        if case .press = report.action { mouse.release() }
        if let holder = mouse.holder {
            switch report.action {
            case .drag: return send(event, to: holder)
            case .release:
                mouse.release()
                return send(event, to: holder)
            default: break
            }
        }
        let taker = taker(of: event)
        if case .press = report.action { mouse.holder = taker }
    }

    private func send(_ event: MouseEvent, to view: View) {
        let origin = view.screenOrigin
        _ = view.mouse(event.moved(to: Point(x: event.position.x - origin.x, y: event.position.y - origin.y)))
    }

    /// Sends an event to what lies at its place; returns the view that took it.
    private func taker(of event: MouseEvent) -> View? {
        if let bar = chrome.bar(at: event.position) {
            if bar === chrome.keyBar { return chrome.send(event) }
            if reachableRibbon != nil {
                if case .press = event.action { closePopUps(but: ribbon?.menu) }
                return chrome.send(event)
            }
        }
        guard let window = topWindow else { return nil }
        guard window.frame.contains(event.position) else {
            if window.isPopUp, case .press = event.action { window.dismiss(.cancel) }
            return nil
        }
        return window.send(
            event.moved(
                to: Point(
                    x: event.position.x - window.frame.minX, y: event.position.y - window.frame.minY)))
    }
}
