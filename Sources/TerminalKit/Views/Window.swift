/// A frame with a title and views in it; on top of the others it gets all keys and the mouse.
///
/// It closes with a command (`.ok`, `.cancel` …) after everything in it, and ``mayClose``, has agreed.
@MainActor
open class Window: View {
    public enum Placement: Hashable, Sendable {
        /// As large as its content, in the middle.
        case fit
        /// As large as its content, at the lower edge: what stands above it can be read and selected.
        case bottom
        /// All the room between the ribbon and the key bar.
        case fill
        /// Below a rectangle of the screen, or above it where there is more room; closed by a click
        /// elsewhere.
        case popUp(Rect)
    }

    public var title: String { didSet { if title != oldValue { invalidate() } } }
    /// What it is about, at the right of the upper frame.
    public var subject = "" { didSet { if subject != oldValue { invalidate() } } }
    public var placement: Placement
    /// Without a frame, text in it can be taken by the terminal's own selection.
    public var hasFrame = true
    /// Whether Esc and the close mark close it.
    public var isClosable = true
    /// Whether the ribbon can be reached over it, as over the desktop: it stands in the desktop's place, with nothing in
    /// it that could be lost.
    public var keepsMenu = false
    /// Whether windows opened later lie below it, as below a lock.
    public var staysOnTop = false
    /// Stands on the lower frame: how many fields are wrong, once OK has found some, until none is.
    public var notice: String? {
        guard hasFoundProblems else { return nil }
        let count = controls.count { $0.problem != nil }
        return count == 0 ? nil : count == 1 ? "1 field needs attention" : "\(count) fields need attention"
    }
    /// Asked last before it closes; false keeps it open.
    public var mayClose: (@MainActor (Command) async -> Bool)?
    /// Keys that work only in this window.
    public var keyMap = KeyMap()
    public let content: View
    public let footer: View?

    /// The view that has the focus.
    public private(set) weak var focused: View?
    weak var attachedHost: (any Host)?
    var wantsReveal = false
    /// The last check of all fields found some that are wrong.
    var hasFoundProblems = false
    /// It is being asked whether it may close.
    private(set) var isClosing = false
    /// The widest that it has been, where it is as large as its content.
    private var widest = 0
    private var tasks: [Task<Void, Never>] = []

    public init(_ title: String, placement: Placement = .fit, content: View, footer: View? = nil) {
        self.title = title
        self.placement = placement
        self.content = content
        self.footer = footer
        super.init()
        add(content)
        if let footer { add(footer) }
    }

    // MARK: Focus

    /// Whether it gets the keys.
    var isOnTop: Bool { attachedHost.map { $0.topWindow === self } ?? true }

    /// Gives a view the focus, and tells it and the one before.
    public func moveFocus(to view: View?) {
        if let view { guard view.isInside(self), view.canFocus, view.isActive, view.isShown else { return } }
        wantsReveal = true
        guard view !== focused else { return }
        let old = focused
        focused = view
        old?.focusChanged(false)
        view?.focusChanged(true)
        invalidate()
    }

    /// For the first time it is shown, and when the focused view has gone or was disabled.
    func settleFocus() {
        if let focused, focused.isInside(self), focused.canFocus, focused.isActive, focused.isShown { return }
        let order = focusOrder
        if let focused, focused.isInside(self) {
            let all = descendants
            let place = all.firstIndex { $0 === focused } ?? 0
            let after = all[place...].first { view in order.contains { $0 === view } }
            moveFocus(to: after ?? order.last)
        } else {
            moveFocus(to: order.first)
        }
    }

    // MARK: Closing

    /// Asks everything in the window, and closes it when all agree.
    public func close(_ command: Command) {
        guard !isClosing else { return }
        isClosing = true
        attachedHost?.start { [weak self] in
            guard let self else { return }
            let isAgreed = await valid(command)
            isClosing = false
            if isAgreed { dismiss(command) } else { invalidate() }
        }
    }

    /// Asks everything in the window whether it may close. While it is being asked already, the answer is no: one
    /// question at a time stands on the screen.
    func agrees(to command: Command) async -> Bool {
        guard !isClosing else { return false }
        isClosing = true
        defer { isClosing = false }
        return await valid(command)
    }

    /// Closes the window without asking.
    public func dismiss(_ command: Command) {
        attachedHost?.dismiss(self, with: command)
    }

    open override func valid(_ command: Command) async -> Bool {
        if !command.discardsFields {
            guard validateFields() else { return false }
        }
        guard await super.valid(command) else { return false }
        return await mayClose?(command) ?? true
    }

    /// Checks all controls that can be used; goes to the first that is wrong and says how many are.
    @discardableResult
    public func validateFields() -> Bool {
        let wrong = controls.filter { !$0.validate() }
        hasFoundProblems = !wrong.isEmpty
        invalidate()
        guard let first = wrong.first else { return true }
        first.parent?.turn(to: first)
        moveFocus(to: first)
        attachedHost?.beep()
        return false
    }

    /// Runs an async function that is cancelled when the window closes.
    public func whileOpen(_ effect: @escaping @MainActor () async -> Void) {
        guard let attachedHost else { return }
        tasks.append(attachedHost.start(effect))
    }

    func detach() {
        for task in tasks { task.cancel() }
        tasks = []
        attachedHost = nil
    }

    // MARK: Commands

    open override func perform(_ command: Command) -> Bool {
        if super.perform(command) { return true }
        switch command {
        case .nextField: moveFocus(by: 1)
        case .previousField: moveFocus(by: -1)
        case .defaultButton: return press { $0.isDefaultButton }
        case .cancel where isClosable: if !press({ $0.command == .cancel }) { close(.cancel) }
        default: return press { $0.command == command }
        }
        return true
    }

    private func press(_ isMeant: (View) -> Bool) -> Bool {
        guard let view = descendants.first(where: { isMeant($0) && $0.isShown && $0.isActive }) else {
            return false
        }
        view.activate([])
        return true
    }

    // MARK: Place and look

    private var padding: Size { hasFrame ? Size(width: isPopUp ? 1 : 2, height: 1) : .zero }

    var isPopUp: Bool {
        if case .popUp = placement { true } else { false }
    }

    /// The line between content and buttons, in windows that are not full.
    private var gap: Int { placement == .fit || placement == .bottom ? 1 : 0 }

    open override func measure(width: Int) -> Size {
        let inner = width - 2 * padding.width
        let body = content.measure(width: inner)
        let foot = footer.map { $0.measure(width: inner) } ?? .zero
        let head = hasFrame ? title.columns + 8 : 0
        return Size(
            width: max(body.width, foot.width, min(head, inner)) + 2 * padding.width,
            height: body.height + (footer == nil ? 0 : foot.height + gap) + 2 * padding.height)
    }

    open override func layout() {
        let inner = bounds.inset(dx: padding.width, dy: padding.height)
        let foot = min(inner.height, footer?.measure(width: inner.width).height ?? 0)
        let space = footer == nil ? 0 : min(gap, max(0, inner.height - foot - 1))
        content.place(
            in: Rect(
                x: inner.minX, y: inner.minY, width: inner.width, height: inner.height - foot - space))
        footer?.place(in: Rect(x: inner.minX, y: inner.maxY - foot, width: inner.width, height: foot))
    }

    /// Where the window goes on a screen.
    func frame(in area: Rect, screen: Rect) -> Rect {
        switch placement {
        case .fill: return area
        case .fit, .bottom:
            let size = measure(width: area.width)
            // What does not fit scrolls beside a bar. Messages come and go, and the window stays in its place.
            widest = max(widest, size.width + (size.height > area.height ? 2 : 0))
            let (width, height) = (min(widest, area.width), min(size.height, area.height))
            let above = area.height - height
            return Rect(
                x: area.minX + (area.width - width) / 2,
                y: area.minY + (placement == .bottom ? above : above / 2), width: width, height: height)
        case .popUp(let anchor):
            let size = measure(width: screen.width)
            let below = screen.maxY - anchor.maxY
            let above = anchor.minY - screen.minY
            let isBelow = size.height <= below || below >= above
            let height = min(size.height, isBelow ? below : above)
            let width = min(max(size.width, anchor.width), screen.width)
            return Rect(
                x: max(0, min(anchor.minX, screen.maxX - width)),
                y: isBelow ? anchor.maxY : anchor.minY - height,
                width: width, height: height)
        }
    }

    private var closeMark: Rect {
        Rect(x: bounds.maxX - 5, y: 0, width: 3, height: 1)
    }

    private var hasCloseMark: Bool { hasFrame && isClosable && !isPopUp && bounds.width > 12 }

    open override func draw(on canvas: Canvas) {
        let theme = canvas.theme
        canvas.fill(style: theme[.window])
        guard hasFrame else { return }
        let frame = theme[.activeFrame]
        canvas.box(bounds, style: frame)
        let room = bounds.width - (hasCloseMark ? 9 : 4)
        if !title.isEmpty, room > 0 {
            let shown =
                title.columns <= room ? title : title.fitted(toColumns: room, ellipsis: theme.glyphs.ellipsis)
            canvas.write(" \(shown) ", at: Point(x: 1, y: 0), style: theme[.title])
        }
        drawSubject(on: canvas, columns: room - title.columns - 3)
        if hasCloseMark {
            canvas.write("[\(theme.glyphs.close)]", at: closeMark.origin, style: frame)
        }
        if let notice {
            canvas.write(
                " \(theme.glyphs.problem) \(notice) ", at: Point(x: 2, y: bounds.maxY - 1),
                style: theme[.error])
        }
    }

    private func drawSubject(on canvas: Canvas, columns: Int) {
        let shown = visible(subject, as: canvas.glyphs.controlPictures)
        guard !shown.isEmpty, columns > 0 else { return }
        let text = " \(shown.columns <= columns ? shown : shown.clipped(toColumns: columns - 1) + "…") "
        let end = bounds.width - (hasCloseMark ? 6 : 2)
        canvas.write(text, at: Point(x: end - text.columns, y: 0), style: canvas.theme[.title])
    }

    open override func mouse(_ event: MouseEvent) -> Bool {
        if event.action == .press(.left), hasCloseMark, closeMark.contains(event.position) {
            return perform(.cancel)
        }
        return false
    }

    open override func reveal(_ rect: Rect) {}
}
