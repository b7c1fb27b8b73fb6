/// A terminal in memory: a test feeds it events and reads what a person would see.
@MainActor
public final class MemoryTerminal: Terminal {
    public private(set) var size: Size
    public let capabilities: Capabilities
    public let events = EventFeed()
    /// What was shown last.
    public private(set) var surface: Surface
    /// How often something was shown.
    public private(set) var drawings = 0
    public private(set) var redraws = 0
    public private(set) var beeps = 0
    public private(set) var suspensions = 0
    public private(set) var clipboard: String?
    public private(set) var isMouseReporting = true
    private var watchers: [@MainActor () -> Void] = []

    public init(
        size: Size = Size(width: 80, height: 24), capabilities: Capabilities = Capabilities()
    ) {
        self.size = size
        self.capabilities = capabilities
        surface = Surface(size: size)
    }

    // MARK: Terminal

    public func show(_ surface: Surface) {
        self.surface = surface
        drawings += 1
        for watcher in watchers { watcher() }
    }

    public func redraw() { redraws += 1 }
    public func setMouseReporting(_ isOn: Bool) { isMouseReporting = isOn }
    public func copyToClipboard(_ text: String) { clipboard = text }
    public func suspend() { suspensions += 1 }
    public func beep() { beeps += 1 }

    // MARK: Feeding

    public func send(_ event: Event) {
        events.put(event)
    }

    public func press(_ code: Key.Code, _ modifiers: Modifiers = []) {
        send(.key(Key(code, modifiers)))
    }

    public func press(_ character: Character, _ modifiers: Modifiers = []) {
        press(.character(character), modifiers)
    }

    public func type(_ text: String) {
        for character in text { press(character) }
    }

    public func resize(to size: Size) {
        self.size = size
        send(.resize(size))
    }

    /// Presses and releases the left button at a cell.
    public func click(_ point: Point, _ modifiers: Modifiers = []) {
        send(.mouse(Mouse(.press(.left), at: point, modifiers)))
        send(.mouse(Mouse(.release(.left), at: point, modifiers)))
    }

    /// Clicks in the middle of the first place that shows a text; false when none does.
    @discardableResult
    public func click(_ text: String, _ modifiers: Modifiers = []) -> Bool {
        guard let place = find(text) else { return false }
        click(Point(x: place.x + text.columns / 2, y: place.y), modifiers)
        return true
    }

    /// The terminal is gone: its events end.
    public func hangUp() {
        events.end()
    }

    // MARK: Reading

    public var text: String { surface.text }
    public var lines: [String] { surface.lines }

    /// The cell in which a text first begins.
    public func find(_ text: String) -> Point? {
        for (y, line) in lines.enumerated() {
            var rest = line[...]
            while !rest.isEmpty {
                if rest.hasPrefix(text) { return Point(x: line.columns - rest.columns, y: y) }
                rest = rest.dropFirst()
            }
        }
        return nil
    }

    /// How the first cell of a text looks.
    public func style(of text: String) -> Style? {
        find(text).map { surface[$0].style }
    }

    // MARK: Waiting

    /// Lets the program take all events sent so far, and whatever follows from them at once on the main
    /// actor.
    ///
    /// Work elsewhere (a store, a network) is not waited for: use ``waits(for:)``.
    public func settle() async {
        // The limit is no time, for a machine may stand still.
        for _ in 0..<100_000 where !events.isConnected { await Task.yield() }
        await served()
        for _ in 0..<50 { await MainActor.turn() }
        await served()
    }

    private func served() async {
        while events.isBusy { await MainActor.turn() }
    }

    /// Waits until the screen shows what is expected; false after the limit, in real time.
    public func waits(upTo limit: Duration = .seconds(10), until isExpected: @escaping @MainActor () -> Bool)
        async -> Bool
    {
        await settle()
        if isExpected() { return true }
        let (changes, changed) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        watchers.append { changed.yield() }
        let alarm = Task {
            do { try await Task.sleep(for: limit) } catch { return }
            changed.finish()
        }
        defer { alarm.cancel() }
        for await _ in changes where isExpected() { return true }
        return isExpected()
    }

    /// Waits until the screen shows a text; false after 10 seconds.
    public func waits(for text: String) async -> Bool {
        await waits { self.text.contains(text) }
    }
}
