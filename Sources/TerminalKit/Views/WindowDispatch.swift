extension Window {
    /// The views that can have the focus now, in reading order.
    public var focusOrder: [View] {
        descendants.filter { $0.canFocus && $0.isShown && $0.isActive }
    }

    /// The controls that can be used, in reading order, on all pages.
    var controls: [Control] {
        descendants.compactMap { $0 as? Control }.filter { $0.isPresent && $0.isActive }
    }

    /// Moves the focus on (1) or back (-1), around the ends.
    func moveFocus(by step: Int) {
        let order = focusOrder
        guard !order.isEmpty else { return }
        let place = order.firstIndex { $0 === focused }
        let next = place.map { ($0 + step + order.count) % order.count } ?? (step > 0 ? 0 : order.count - 1)
        moveFocus(to: order[next])
    }

    /// Brings the focus into sight: its view, or where that has not room enough the part that the cursor stands on.
    func revealFocus() {
        guard let focused else { return }
        focused.reveal(focused.bounds)
        guard let cursor = focused.cursor else { return }
        focused.reveal(Rect(origin: cursor, size: Size(width: 1, height: 1)))
    }

    /// The focused view and all that it is in, from the inside out.
    var chain: [View] {
        var chain: [View] = []
        var view: View? = focused ?? self
        while let next = view {
            chain.append(next)
            view = next.parent
        }
        return chain
    }

    func dispatch(_ command: Command) -> Bool {
        chain.contains { $0.perform(command) }
    }

    /// The first of the three phases: this window's own keys, then mnemonics.
    func preProcess(_ key: Key) -> Bool {
        if let command = keyMap.command(for: key, in: .before), dispatch(command) { return true }
        guard key.modifiers == .alt, case .character(let letter) = key.code else { return false }
        return reach(mnemonic: Character(letter.lowercased()))
    }

    /// The last of the three phases.
    func postProcess(_ key: Key) -> Bool {
        keyMap.command(for: key, in: .after).map(dispatch) ?? false
    }

    /// The only view of that letter is focused and pressed; of several, the next one is focused.
    func reach(mnemonic: Character) -> Bool {
        let views = descendants.filter { view in
            guard view.mnemonic == mnemonic, view.isShown, view.isActive else { return false }
            return view.mnemonicTarget.map { $0.isShown && $0.isActive } ?? false
        }
        guard let first = views.first else { return false }
        if views.count == 1 {
            first.mnemonicTarget?.focus()
            first.activate([])
            return true
        }
        let here = views.lastIndex { view in
            focused?.isInside(view) ?? false || view.mnemonicTarget === focused
        }
        let next = here.map { ($0 + 1) % views.count } ?? 0
        views[next].mnemonicTarget?.focus()
        return true
    }

    /// Sends a mouse event, in the window's coordinates, to what lies under it; returns who took it.
    func send(_ event: MouseEvent) -> View? {
        var view: View = self
        var local = event.position
        while let inner = view.subviews.last(where: { $0.isVisible && $0.frame.contains(local) }) {
            local = Point(x: local.x - inner.frame.minX, y: local.y - inner.frame.minY)
            view = inner
        }
        var target: View? = view
        if event.isWheel {
            // What cannot be used scrolls all the same, with what it is in.
            while let next = target, !next.isActive {
                local = Point(x: local.x + next.frame.minX, y: local.y + next.frame.minY)
                target = next.parent
            }
        } else if !view.isActive {
            return nil
        }
        if case .press = event.action { focusNearest(view) }
        while let next = target {
            if next.mouse(event.moved(to: local)) { return next }
            local = Point(x: local.x + next.frame.minX, y: local.y + next.frame.minY)
            target = next.parent
        }
        return nil
    }

    private func focusNearest(_ view: View) {
        var target: View? = view
        while let next = target, !next.canFocus { target = next.parent }
        if let target { moveFocus(to: target) }
    }
}
