/// The application: a ribbon, a desktop, windows on top of each other, a key bar, and the loop that serves
/// them.
///
/// Events are taken in the order they come, a batch at a time, with one drawing per batch. When nothing
/// happens and nothing on the screen moves, nothing runs. Work that takes time is an async function: a
/// button's action, or ``start(_:)``; it presents windows and awaits the command that closed them.
///
/// ```swift
/// let program = Program()
/// program.ribbon = Ribbon([RibbonTab("&Setup", [MenuItem("&Carriers") { await showCarriers() }])])
/// program.desktop = carriersWindow
/// await program.run(on: terminal)
/// ```
///
/// A key goes through three phases: keys bound before and mnemonics; the focused view and what it is in; keys
/// bound after (Tab, Enter, Esc). Windows that are to close with OK, Cancel or quit are asked first:
/// ``View/valid(_:)``.
@MainActor
public final class Program: Host {
    /// How everything looks; by default the dark look, as far as the terminal can show it.
    public var theme: Theme {
        didSet {
            hasOwnTheme = true
            invalidate()
        }
    }
    /// Which keys ask for which commands in all windows.
    public var keyMap = KeyMap.standard
    /// Below this size the program only says that the terminal is too small, until it is not.
    public var minimumSize = Size(width: 80, height: 24)
    /// The menu on the first line; it can be reached while no window lies over the desktop but those that keep it.
    public var ribbon: Ribbon? { didSet { chrome.set(ribbon: ribbon) } }
    /// The window under all others, which fills the screen and is not closed.
    public var desktop: Window? {
        didSet {
            oldValue?.detach()
            desktop?.attachedHost = self
            desktop?.isClosable = false
            // Keys typed ahead come before it is drawn.
            desktop?.settleFocus()
            invalidate()
        }
    }
    /// Shows help for the view that has the focus; the default shows the nearest ``View/help``.
    public var onHelp: (@MainActor (View?) async -> Void)?
    /// Told of each event before it is handled, of a regained focus, too; for what is to be looked at when
    /// somebody is there, without waking up for it.
    public var onEvent: (@MainActor (Event) -> Void)?

    /// What was last killed, cut or copied in a field.
    public var clipboard = ""

    /// The windows over the desktop, the top one last.
    public private(set) var windows: [Window] = []
    /// The terminal that it is shown on; nil before and after ``run(on:)``.
    public private(set) var terminal: (any Terminal)?

    let clock: ProgramClock
    let chrome = Chrome()
    var mouse = MouseTracking()
    private var closers: [ObjectIdentifier: @MainActor (Command) -> Void] = [:]
    /// What was chosen from the palette, the latest first.
    var recentTitles: [String] = []
    private let inbox = Inbox()
    /// The last picture, and the views that alone have changed since.
    var page: Canvas.Page?
    var stale: [View] = []
    /// Anything may have changed since.
    var needsDrawing = false
    var isDrawing = false
    private var hasStartedEffect = false
    /// Effects that have been started or resumed and have not got there yet: another thread may have them in between.
    private var effectsOnTheWay = 0
    /// Told when the last of them is there.
    private var arrival: CheckedContinuation<Void, Never>?
    private var isOver = false
    /// Between waking up and the drawing.
    private var isServing = false
    /// Whoever waits for the program's end.
    private var ending: CheckedContinuation<Void, Never>?
    private var hasOwnTheme: Bool
    /// Opened while the terminal is too small to show it.
    private(set) weak var unseenWindow: Window?
    var ticker: Task<Void, Never>?
    private var idleWatches: [IdleWatch] = []

    /// - Parameter theme: nil chooses the dark look that fits the terminal.
    public init(theme: Theme? = nil, clock: ProgramClock = .continuous) {
        self.theme = theme ?? .dark()
        hasOwnTheme = theme != nil
        self.clock = clock
        chrome.attachedHost = self
        chrome.keyBar.onKey = { [weak self] key in self?.receive(.key(key)) }
    }

    // MARK: The loop

    /// Serves a terminal until ``quit()`` or its events end. A program runs once.
    public func run(on terminal: any Terminal) async {
        self.terminal = terminal
        if !hasOwnTheme { theme = .dark(for: terminal.capabilities) }
        inbox.onWake = { [weak self] in self?.wakeUp() }
        terminal.events.connect(isBusy: { [weak self] in self?.isServing ?? false }) { [inbox] event in
            if let event { inbox.put(event) } else { inbox.close() }
        }
        invalidate()
        wakeUp()
        await withTaskCancellationHandler {
            await withCheckedContinuation { ending = $0 }
        } onCancel: {
            Task { @MainActor in inbox.close() }
        }
        end()
        self.terminal = nil
    }

    /// Closes everything; what the windows are in the middle of is told that it ends.
    func end() {
        ticker?.cancel()
        for watch in idleWatches { watch.cancel() }
        for window in windows.reversed() { dismiss(window, with: .quit) }
        desktop?.detach()
    }

    /// Hands in an event, as if it came from the terminal.
    public func receive(_ event: Event) {
        inbox.put(event)
    }

    private func wakeUp() {
        guard !isServing, terminal != nil else { return }
        isServing = true
        Task { serve() }
    }

    /// Takes all events that have come, and draws once.
    ///
    /// The loop is this function called again, and no task that waits: one that is resumed comes back by way of another
    /// thread, and most keys start nothing that would have to be waited for.
    private func serve() {
        while !hasStartedEffect, let event = inbox.next() {
            if !isOver { handle(event) }
        }
        if hasStartedEffect {
            Task {
                await letEffectsBegin()
                serve()
            }
            return
        }
        if needsDrawing || !stale.isEmpty, !isOver { draw() }
        isServing = false
        if inbox.isClosed {
            ending?.resume()
            ending = nil
        }
    }

    /// What an event started, and whoever waits for that, comes before the next event: keys typed ahead reach the window
    /// that the key before them opened.
    func letEffectsBegin() async {
        while hasStartedEffect {
            hasStartedEffect = false
            if effectsOnTheWay > 0 { await withCheckedContinuation { arrival = $0 } }
            // What they themselves wait for that is as good as there.
            await MainActor.turn()
            await MainActor.turn()
        }
    }

    private func effectArrived() {
        effectsOnTheWay -= 1
        guard effectsOnTheWay == 0 else { return }
        arrival?.resume()
        arrival = nil
    }

    private func handle(_ event: Event) {
        onEvent?(event)
        switch event {
        case .key, .paste, .mouse: touch()
        case .focus: return
        case .resize: return layOutAnew()
        }
        if isTooSmall { return handleWhileSmall(event) }
        let before = stale.count
        switch event {
        case .key(let key): dispatch(key)
        case .paste(let text): dispatch(paste: text)
        case .mouse(let report): dispatch(report)
        case .focus, .resize: break
        }
        // Where no view said that it alone has changed, whatever was done may show.
        if stale.count == before { invalidate() }
    }

    private func handleWhileSmall(_ event: Event) {
        guard case .key(let key) = event, let command = keyMap.command(for: key, in: .before) else { return }
        if [.redraw, .suspend, .quit].contains(command) { _ = perform(command) }
    }

    /// Asks all windows from the top, and ends the program when they agree; false when one did not.
    @discardableResult
    public func quit() async -> Bool {
        for window in windows.reversed() + [desktop].compactMap(\.self) {
            guard await window.agrees(to: .quit) else { return false }
        }
        isOver = true
        inbox.close()
        return true
    }

    // MARK: Without a screen

    /// Whether it has quit, or its terminal has gone.
    var isEnding: Bool { inbox.isClosed }

    /// Waits until something has happened that a screen would show.
    func change() async {
        await inbox.wait()
        (needsDrawing, stale) = (false, [])
        await letEffectsBegin()
    }

    func wake() {
        inbox.wake()
    }

    func endEvents() {
        inbox.close()
    }

    /// Somebody is there.
    func wasTouched() {
        onEvent?(.focus(true))
        touch()
    }

    // MARK: Host

    /// Time since some moment, by the program's clock.
    public var now: Duration { clock.now() }

    /// Draws the whole screen anew soon.
    public func invalidate() {
        guard !needsDrawing, !isDrawing else { return }
        needsDrawing = true
        inbox.wake()
    }

    /// Draws one view anew soon; see ``View/redraw()``.
    public func redraw(_ view: View) {
        guard !isDrawing else { return }
        stale.append(view)
        inbox.wake()
    }

    /// Begins an async function on the main actor; what it presents stands before the next event is handled.
    @discardableResult
    public func start(_ effect: @escaping @MainActor () async -> Void) -> Task<Void, Never> {
        hasStartedEffect = true
        effectsOnTheWay += 1
        return Task {
            effectArrived()
            await effect()
        }
    }

    /// The first key that asks for a command; nil where none does.
    public func key(for command: Command) -> Key? { keyMap.keys(for: command).first }

    /// Offers what is in ``clipboard`` to the system's own, too.
    public func shareClipboard() {
        terminal?.copyToClipboard(clipboard)
    }

    /// A short sound or flash.
    public func beep() {
        terminal?.beep()
    }

    /// Waits by the program's clock; throws `CancellationError` when the task is cancelled.
    public func sleep(for duration: Duration) async throws {
        try await clock.sleep(duration)
    }

    // MARK: Windows

    /// The window that gets the keys.
    public var topWindow: Window? { windows.last ?? desktop }

    /// Puts a window on top; `onClose` is told the command that closed it.
    public func open(_ window: Window, onClose: @escaping @MainActor (Command) -> Void) {
        window.attachedHost = self
        let top = window.staysOnTop ? nil : windows.firstIndex(where: \.staysOnTop)
        windows.insert(window, at: top ?? windows.endIndex)
        closers[ObjectIdentifier(window)] = onClose
        mouse.release()
        window.settleFocus()
        if isTooSmall { unseenWindow = window }
        invalidate()
    }

    /// Takes a window away without asking it; whoever opened it is told the command.
    public func dismiss(_ window: Window, with command: Command) {
        guard let place = windows.firstIndex(where: { $0 === window }) else { return }
        windows.remove(at: place)
        window.detach()
        mouse.release()
        invalidate()
        // The presenter goes on before the next event.
        hasStartedEffect = true
        closers.removeValue(forKey: ObjectIdentifier(window))?(command)
    }

    /// Shows a window over the others and waits for the command that closes it; a cancelled task closes it
    /// too.
    ///
    /// - Parameter opened: called once the window is there, for what is to go on while it is open.
    @discardableResult
    public func present(_ window: Window, opened: () -> Void = {}) async -> Command {
        defer { effectArrived() }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                open(window) {
                    self.effectsOnTheWay += 1
                    continuation.resume(returning: $0)
                }
                opened()
            }
        } onCancel: {
            Task { @MainActor in self.dismiss(window, with: .cancel) }
        }
    }

    // MARK: Idleness

    /// Calls a function once when nobody has touched the program for so long, and again after each such
    /// pause, until the watch is stopped.
    public func whenIdle(
        for pause: Duration, _ perform: @escaping @MainActor () async -> Void
    ) -> IdleWatch {
        let watch = IdleWatch(pause: pause, clock: clock) { [weak self] in self?.start(perform) }
        idleWatches.append(watch)
        return watch
    }

    /// Ends a watch begun by ``whenIdle(for:_:)``.
    public func stop(_ watch: IdleWatch) {
        watch.cancel()
        idleWatches.removeAll { $0 === watch }
    }

    private func touch() {
        guard !idleWatches.isEmpty else { return }
        let now = now
        for watch in idleWatches { watch.touch(at: now) }
    }
}
