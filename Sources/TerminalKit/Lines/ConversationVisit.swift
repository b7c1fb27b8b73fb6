/// Going through a window: its texts, its fields, its menu.
extension Conversation {
    /// Goes through a window, or a group in it, until it is left or has gone.
    func visit(_ window: Window, _ path: [String] = []) async {
        // What lies on the desktop from the start comes before it.
        while window === program.desktop, path.isEmpty, !isOver, let above = above(window) {
            await visit(above)
        }
        guard let first = place(window, path) else { return }
        say("")
        say(first.title)
        sayNews(of: first, in: window)
        if first.asksAtOnce, await !askFields(window, path), !path.isEmpty { return }
        var listed: [String] = []
        while let place = place(window, path), !isOver {
            sayNews(of: place, in: window)
            if let purpose = place.waiting {
                await wait(for: purpose, in: window, path)
            } else if place.entries.allSatisfy(\.isOnlyFields), !path.isEmpty {
                return
            } else if await !choose(from: place, in: window, listed: &listed) {
                break
            }
        }
        if !isOpen(window) { forget(window) }
    }

    /// Says what is waited for and what becomes of it; a full stop gives up.
    func wait(for purpose: String, in window: Window, _ path: [String]) async {
        say(window.isClosable ? "\(purpose). Wait, or enter a full stop to give up." : "\(purpose). Wait.")
        // Entered ahead for what comes after.
        var ahead = entries.count
        while !isOver, let place = place(window, path), place.waiting == purpose {
            if let above = above(window) {
                await visit(above)
                ahead = min(ahead, entries.count)
                continue
            }
            sayNews(of: place, in: window)
            terminal.ask("", .seen)
            let entry = await next(in: window, after: ahead) { hasNews(window, path, waitingFor: purpose) }
            switch entry {
            case nil: terminal.breakOff()
            case .back, .line("."): if window.isClosable { _ = window.perform(.cancel) }
            case .line("?"): say(window.help ?? "\(purpose).")
            case .line(let text): _ = window.paste(text)
            }
        }
        if !isOver { say("Ended: \(purpose).") }
    }

    // MARK: The menu

    /// Shows what there is to do and does what is chosen; false when the place is left.
    ///
    /// - Parameter listed: the menu that the person has before them; it is not said twice.
    private func choose(from place: Place, in window: Window, listed: inout [String]) async -> Bool {
        let entries = place.entries
        let isSimple = entries.count == 1 && entries[0].isDefault
        let lines = entries.enumerated().map {
            "\($0 + 1) \($1.title)\($1.obstacle.map { ", cannot be used: \($0)" } ?? "")"
        }
        if !isSimple, lines != listed { lines.forEach(say) }
        listed = lines
        let usual = entries.first(where: \.isDefault)
        let prompt = usual.map { isSimple ? "Enter: \($0.title) " : "Choice (Enter: \($0.title)): " }
        let answer = await ask(prompt ?? "Choice: ", in: window) {
            hasNews(window, place.path, waitingFor: place.waiting)
        }
        guard let answer else { return isOpen(window) && !isOver }
        switch answer {
        case .back, .line("."):
            listed = []
            return await leave(window, place.path)
        case .line(""):
            listed = []
            if let usual { await perform(usual, window, place.path) }
        case .line(let text) where text.hasPrefix("?"):
            let number = Int(text.dropFirst().filter { $0 != " " })
            let entry = number.flatMap { entries.indices.contains($0 - 1) ? entries[$0 - 1] : nil }
            say(entry?.help ?? window.help ?? Self.help)
        case .line(let text):
            if let index = entries.map(\.title).index(answering: text) {
                if !entries[index].isTable { listed = [] }
                await perform(entries[index], window, place.path)
            } else if window.paste(text) {
                await settle(window)
            } else {
                say("There is no \(text) here. \(Self.help)")
            }
        }
        return true
    }

    private static let help = """
        Enter a number, or how its line begins. Full stop (.) goes back, ? explains, ? and a number explains that.
        """

    /// False when there is nothing to stay for.
    private func leave(_ window: Window, _ path: [String]) async -> Bool {
        guard path.isEmpty else { return false }
        if window === program.desktop {
            await program.quit()
        } else if window.isClosable {
            _ = window.perform(.cancel)
            await settle(window)
        } else {
            say("This cannot be left so.")
        }
        return isOpen(window)
    }

    private func perform(_ entry: Place.Entry, _ window: Window, _ path: [String]) async {
        if let obstacle = entry.obstacle { return say("\(entry.title) cannot be used: \(obstacle).") }
        switch entry {
        case .fields: _ = await askFields(window, path)
        case .group(let title): await visit(window, path + [title])
        case .table(let table): await browse(table, window)
        case .action(_, let button): await press(button, window)
        case .item(_, let item):
            var isDone = false
            program.start { [program] in
                await item.action()
                isDone = true
                program.wake()
            }
            await settle(window) { !isDone }
        }
    }

    /// Presses a button; where that finds fields that are wrong, they are asked again.
    private func press(_ button: Button, _ window: Window) async {
        let before = window.problems
        window.hasFoundProblems = false
        button.activate([])
        await settle(window)
        guard isOpen(window), window.notice != nil || window.problems != before else { return }
        await mend(window)
    }

    // MARK: A table

    private static let page = 20

    /// Shows the rows a page at a time; choosing one makes it the current one.
    private func browse(_ table: LineTable, _ window: Window) async {
        var start = 0
        while isOpen(window) {
            let count = table.count()
            let range = min(start, count)..<min(start + Self.page, count)
            for (row, text) in zip(range, table.rows(range)) { say("\(row + 1) \(text)") }
            say(
                count == 0
                    ? "Nothing fits." : "Lines \(range.lowerBound + 1) to \(range.upperBound) of \(count).")
            let ways = [
                range.upperBound < count ? "+ for more" : nil, table.filter == nil ? nil : "/word to filter",
            ]
            let offer = (["Number"] + ways.compactMap(\.self)).joined(separator: ", ")
            guard case .line(let answer)? = await ask("\(offer): ", in: window) else { return }
            switch answer {
            case ".", "": return
            case "+": start = range.upperBound < count ? range.upperBound : 0
            case "?": say(table.help ?? "Choose the line that what follows is done with.")
            case _ where answer.hasPrefix("/"):
                table.filter?(String(answer.dropFirst()))
                start = 0
            default:
                guard let number = Int(answer), (1...max(1, count)).contains(number) else {
                    say("There is no line \(answer).")
                    continue
                }
                table.select(number - 1)
                return say("Current line: \(table.current() ?? "")")
            }
        }
    }
}

extension Place.Entry {
    fileprivate var isTable: Bool { if case .table = self { true } else { false } }
    fileprivate var isOnlyFields: Bool { if case .fields = self { true } else { false } }
}
