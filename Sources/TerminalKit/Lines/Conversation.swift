/// The windows of a program as a conversation in lines: what they say is said, their controls are asked one
/// after another, and everything else is chosen from numbered lines.
///
/// The windows, their rules, texts and effects are the same as on a screen; only the drawing is missing.
@MainActor
final class Conversation {
    let program: Program
    let terminal: any LineTerminal
    private(set) var entries: [LineEntry] = []
    private var hasEnded = false
    /// What was last said of a place, so that only news is said again.
    private var told: [ObjectIdentifier: [[String]: [Place.Text]]] = [:]

    init(_ program: Program, _ terminal: any LineTerminal) {
        self.program = program
        self.terminal = terminal
    }

    func run() async {
        let pump = Task { [entries = terminal.entries] in
            for await entry in entries {
                self.entries.append(entry)
                program.wake()
            }
            hasEnded = true
            program.wake()
        }
        while !isOver {
            if let window = program.desktop ?? program.windows.first {
                await visit(window)
            } else {
                await program.change()
            }
        }
        pump.cancel()
    }

    // MARK: What holds

    var isOver: Bool { program.isEnding || (hasEnded && entries.isEmpty) }

    func isOpen(_ window: Window) -> Bool {
        !program.isEnding && (window === program.desktop || program.windows.contains { $0 === window })
    }

    /// The window that lies on this one: the way to the top leads through all of them.
    func above(_ window: Window) -> Window? {
        if window === program.desktop { return program.windows.first }
        let place = program.windows.firstIndex { $0 === window }
        return place.flatMap { program.windows.dropFirst($0 + 1).first }
    }

    func place(_ window: Window, _ path: [String]) -> Place? {
        guard isOpen(window), var place = Place(window, path) else { return nil }
        if window === program.desktop, path.isEmpty, let ribbon = program.ribbon {
            place.add(
                ribbon.tabs.flatMap { tab in
                    tab.items.map { .item("\(tab.caption.text): \($0.caption.text)", $0) }
                }, saying: [ribbon.notice, ribbon.status].filter { !$0.isEmpty })
        }
        return place
    }

    // MARK: Saying

    func say(_ text: String) {
        terminal.say(text)
    }

    /// Says what is new at a place.
    func sayNews(of place: Place, in window: Window) {
        let id = ObjectIdentifier(window)
        let before = told[id]?[place.path] ?? []
        for text in place.texts where !before.contains(text) { say(text.words) }
        told[id, default: [:]][place.path] = place.texts
    }

    func hasNews(_ window: Window, _ path: [String], waitingFor purpose: String?) -> Bool {
        guard let place = place(window, path) else { return true }
        return place.waiting != purpose || place.texts != told[ObjectIdentifier(window)]?[path]
    }

    func forget(_ window: Window) {
        told[ObjectIdentifier(window)] = nil
    }

    // MARK: Asking

    /// An answer; nil when the window has gone, the input has ended, or `isInterrupted` holds.
    func ask(
        _ prompt: String, _ manner: AnswerManner = .seen, in window: Window,
        unless isInterrupted: () -> Bool = { false }
    ) async -> LineEntry? {
        while isOpen(window), !isOver {
            if let above = above(window) {
                await visit(above)
                continue
            }
            terminal.ask(prompt, manner)
            if let entry = await next(in: window, unless: isInterrupted) { return entry }
            terminal.breakOff()
            if isInterrupted() { return nil }
        }
        return nil
    }

    /// The next entry; nil as soon as the window is no longer the top one, or `isInterrupted` holds.
    ///
    /// - Parameter kept: how many entries were made ahead, for the questions to come.
    func next(
        in window: Window, after kept: Int = 0, unless isInterrupted: () -> Bool = { false }
    ) async -> LineEntry? {
        while isOpen(window), above(window) == nil {
            if entries.count > kept {
                program.wasTouched()
                return entries.remove(at: kept)
            }
            if isOver || isInterrupted() { return nil }
            await program.change()
        }
        return nil
    }

    /// Waits until what a window was told to do has been done, going through the windows that opens.
    func settle(_ window: Window, while isBusy: () -> Bool = { false }) async {
        await program.letEffectsBegin()
        while isOpen(window) {
            if let above = above(window) {
                if isOver { return }
                await visit(above)
            } else if !window.isBusy, !isBusy() {
                return
            } else if !isOver, let purpose = place(window, [])?.waiting {
                await wait(for: purpose, in: window, [])
            } else {
                await program.change()
            }
        }
    }
}

extension Program {
    /// Goes through the same windows in lines, without drawing anything, until ``quit()`` or the input's end.
    /// A program runs once.
    public func converse(over terminal: any LineTerminal) async {
        await withTaskCancellationHandler {
            await Conversation(self, terminal).run()
        } onCancel: {
            Task { @MainActor in self.endEvents() }
        }
        end()
    }
}

extension Window {
    /// Whether it or a button in it is at work.
    var isBusy: Bool {
        isClosing || descendants.contains { ($0 as? Button)?.isRunning ?? false }
    }
}
