extension Program {
    var isTooSmall: Bool {
        guard let size = terminal?.size else { return false }
        return size.width < minimumSize.width || size.height < minimumSize.height
    }

    func draw() {
        guard let terminal else { return }
        isDrawing = true
        if let page, !needsDrawing, !isTooSmall, page.surface.size == terminal.size,
            stale.allSatisfy({ $0.isShown && $0.window === topWindow })
        {
            drawStale(on: page)
        } else {
            drawAll(terminal.size)
        }
        needsDrawing = false
        stale = []
        if let page { terminal.show(page.surface) }
        isDrawing = false
    }

    /// The screen as it would be drawn anew now; nil while a drawing is due, or where there is no terminal.
    func drawnAfresh() -> Surface? {
        guard let terminal, !needsDrawing, stale.isEmpty else { return nil }
        isDrawing = true
        drawAll(terminal.size)
        isDrawing = false
        return page?.surface
    }

    private func drawAll(_ size: Size) {
        let page = Canvas.Page(size: size, theme: theme)
        let canvas = Canvas(page: page)
        if isTooSmall {
            drawTooSmall(on: canvas)
        } else {
            layOut(size: size)
            render(on: canvas)
            scheduleTick()
        }
        self.page = page
    }

    private func drawStale(on page: Canvas.Page) {
        let screen = Canvas(page: page)
        for view in stale {
            view.layout()
            view.render(on: view.canvas(within: screen))
        }
        page.surface.cursor = cursor
    }

    /// One timer while something on the screen moves, none otherwise.
    private func scheduleTick() {
        guard ticker == nil,
            let interval = shownWindows.flatMap(\.descendants)
                .filter(\.isShown).compactMap(\.animationInterval).min()
        else { return }
        let sleep = clock.sleep
        ticker = Task {
            do { try await sleep(interval) } catch { return }
            ticker = nil
            invalidate()
        }
    }
}
