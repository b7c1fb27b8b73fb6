extension Program {
    /// The windows that can be seen, from the lowest up: those below one that fills the screen cannot.
    var shownWindows: [Window] {
        let all = [desktop].compactMap(\.self) + windows
        return Array(all[(all.lastIndex { $0 === desktop || $0.placement == .fill } ?? 0)...])
    }

    func layOut(size: Size) {
        let screen = Rect(origin: .zero, size: size)
        chrome.place(in: screen)
        let top = ribbon == nil ? 0 : 1
        let area = Rect(x: 0, y: top, width: size.width, height: size.height - top - 1)
        for window in shownWindows {
            window.settleFocus()
            window.place(in: window === desktop ? area : window.frame(in: area, screen: screen))
            // A text can have the focus once it is known to be longer than its place.
            window.settleFocus()
            if window.wantsReveal, window.focused != nil {
                window.revealFocus()
                window.wantsReveal = false
            }
        }
    }

    /// For a screen of another size: the focus stays in sight, in windows below the top one, too.
    func layOutAnew() {
        for window in [desktop].compactMap(\.self) + windows { window.wantsReveal = true }
        invalidate()
    }

    func render(on canvas: Canvas) {
        canvas.fill(style: theme[.desktop])
        for window in shownWindows { window.render(on: canvas.part(window.frame)) }
        (chrome.keyBar.keys, chrome.keyBar.placeKeys) = keyHints
        chrome.keyBar.lastKey = paletteHint
        chrome.render(on: canvas)
        canvas.page.surface.cursor = cursor
    }

    func drawTooSmall(on canvas: Canvas) {
        canvas.fill(style: theme[.desktop])
        var text = "The terminal is too small: \(minimumSize.width)×\(minimumSize.height) needed"
        if windows.contains(where: { $0 === unseenWindow }) {
            text += "\nAn answer is needed: make it larger"
        }
        let lines = text.wrapped(toColumns: canvas.size.width)
        for (row, line) in lines.enumerated() {
            canvas.write(
                line, at: Point(x: 0, y: max(0, (canvas.size.height - lines.count) / 2) + row),
                width: canvas.size.width, alignment: .center, style: theme[.warning])
        }
    }

    /// The cursor of the focused view, where it can be seen.
    var cursor: Point? {
        guard let view = topWindow?.focused, view.isShown, var point = view.cursor else { return nil }
        var inner: View? = view
        while let next = inner {
            guard next.bounds.contains(point) else { return nil }
            point = Point(x: point.x + next.frame.minX, y: point.y + next.frame.minY)
            inner = next.parent
        }
        return point
    }

    /// The way to all that has no room in the key bar: beside the menu, else at its end.
    private var paletteHint: KeyHint? {
        guard let window = topWindow, !window.staysOnTop, !(window.content is PaletteView) else { return nil }
        return key(for: .palette).map { KeyHint($0, "Commands") }
    }

    /// The keys that work now: those of the window, which keep their places while the focus moves in it, and
    /// those of the place.
    var keyHints: (window: [KeyHint], place: [KeyHint]) {
        func hint(_ command: Command, _ title: String) -> [KeyHint] {
            keyMap.keys(for: command).prefix(1).map { KeyHint($0, title) }
        }
        var own = hasHelp ? hint(.help, "Help") : []
        if let window = topWindow {
            if !window.isPopUp, window.focusOrder.count > 1 { own += hint(.nextField, "Next") }
            let buttons = window.descendants.compactMap { $0 as? Button }.filter { $0.isShown && $0.isActive }
            func caption(_ command: Command) -> String? {
                buttons.first { $0.command == command }?.caption.text
            }
            if let ok = caption(.ok) { own += hint(.ok, ok) }
            if window !== desktop, window.isClosable { own += hint(.cancel, caption(.cancel) ?? "Close") }
        }
        if reachableRibbon != nil, topWindow?.isPopUp == false {
            own += hint(.menu, "Menu") + [paletteHint].compactMap(\.self)
        }
        if windows.isEmpty { own += hint(.quit, "Quit") }
        let place = topWindow?.chain.flatMap(\.keyHints) ?? []
        let buttons = topWindow?.descendants.compactMap { $0 as? Button } ?? []
        let bound = buttons.filter { $0.isShown && $0.isActive }.compactMap { button -> KeyHint? in
            guard let command = button.command, ![.ok, .cancel].contains(command) else { return nil }
            return key(for: command).map { KeyHint($0, button.caption.text) }
        }
        return (own, place + bound)
    }
}
