/// A rectangle of a window that draws itself and may take keys and the mouse.
///
/// Windows are made by putting views together; a subclass is needed only for a new kind of widget. What it
/// overrides: ``measure(width:)`` (the size it would like), ``layout()`` (where its subviews go),
/// ``draw(on:)``, and ``key(_:)``, ``paste(_:)``, ``mouse(_:)``, which say whether they took the event. An
/// event goes to the focused view, or the one under the mouse, and then up through its parents until one
/// takes it.
///
/// ```swift
/// let name = TextField(maxLength: 50)
/// let test = CheckBox("&Test")
/// let window = Window("Shipper", buttons: [.ok(), .cancel()]) {
///     GroupBox("Account &Information") {
///         Form {
///             Field("Account &Name", name, isRequired: true)
///             test
///         }
///     }
/// }
/// if await program.present(window) == .ok { save(name.text, test.isOn) }
/// ```
@MainActor
open class View {
    public private(set) weak var parent: View?
    public private(set) var subviews: [View] = []
    /// In the parent's coordinates.
    public internal(set) var frame = Rect.zero
    public var isVisible = true { didSet { if isVisible != oldValue { invalidate() } } }
    /// A view that is not enabled is shown dimmed and takes nothing; that goes for its subviews too.
    public var isEnabled = true { didSet { if isEnabled != oldValue { invalidate() } } }
    /// Its share of the room that is left over along its stack; 0 takes its own size.
    public var weight = 0
    /// What F1 tells when the focus is here or below.
    public var help: String?
    /// Keys of the screen's own that work while the focus is here or below, for the key bar.
    public var hints: [KeyHint] = []
    /// Called when the view has got (true) or lost (false) the focus.
    public var onFocusChange: (@MainActor (Bool) -> Void)?
    private var handlers: [Command: @MainActor () async -> Void] = [:]

    public init() {}

    // MARK: The tree

    /// Puts a view into this one, after those that are there; it leaves the one it was in.
    public func add(_ view: View) {
        view.parent?.remove(view)
        view.parent = self
        subviews.append(view)
        invalidate()
    }

    /// Takes a view out of this one; nothing happens where it is in another.
    public func remove(_ view: View) {
        guard view.parent === self else { return }
        subviews.removeAll { $0 === view }
        view.parent = nil
        invalidate()
    }

    /// Puts these views in place of those that are there.
    public func replaceSubviews(with views: [View]) {
        for view in subviews { view.parent = nil }
        subviews = []
        for view in views { add(view) }
        invalidate()
    }

    /// The window it is in.
    public var window: Window? { self as? Window ?? parent?.window }
    /// The program it is shown in; nil while it is not shown.
    public var host: (any Host)? { window?.attachedHost }
    /// Its subviews that are to be shown.
    public var visibleSubviews: [View] { subviews.filter(\.isVisible) }
    /// Enabled, as all that it is in.
    public var isActive: Bool { isEnabled && parent?.isActive ?? true }
    /// Visible, as all that it is in, and not on a page that is turned away.
    public var isShown: Bool { isVisible && parent.map { $0.isShowing(self) && $0.isShown } ?? true }
    /// Visible, be it on a page that is turned away.
    var isPresent: Bool { isVisible && parent?.isPresent ?? true }

    /// Whether a subview is on the page in front, for views that have several.
    open func isShowing(_ subview: View) -> Bool { true }

    /// Turns to the page of a subview, for views that have several.
    open func turn(to subview: View) {
        parent?.turn(to: self)
    }

    /// Itself and all below it, in reading order.
    public var descendants: [View] { [self] + subviews.flatMap(\.descendants) }

    /// Whether it is that view, or below it.
    public func isInside(_ view: View) -> Bool {
        self === view || parent?.isInside(view) ?? false
    }

    /// Where its (0, 0) lies on the screen.
    public var screenOrigin: Point {
        let outer = parent?.screenOrigin ?? .zero
        return Point(x: outer.x + frame.minX, y: outer.y + frame.minY)
    }

    /// Its rectangle in its own coordinates.
    public var bounds: Rect { Rect(origin: .zero, size: frame.size) }

    /// Tells the program to draw again.
    public func invalidate() {
        host?.invalidate()
    }

    /// Tells the program to draw only this view again.
    ///
    /// For what happens at every key: the view draws on all of its place, and neither its size nor anything
    /// else has changed.
    public func redraw() {
        host?.redraw(self)
    }

    // MARK: Size and place

    /// The size it would like when it may have at most `width` columns.
    open func measure(width: Int) -> Size { .zero }

    /// Whether a column leaves it as wide as it would like to be, in place of stretching it.
    open var keepsWidth: Bool { false }

    /// Gives each subview its place with ``place(in:)``.
    open func layout() {}

    /// Puts the view into a rectangle of its parent, and its subviews into it.
    public final func place(in frame: Rect) {
        self.frame = frame
        layout()
    }

    /// Brings a part of the view into sight, where some view around it scrolls.
    open func reveal(_ rect: Rect) {
        parent?.reveal(rect.offset(dx: frame.minX, dy: frame.minY))
    }

    // MARK: Drawing

    /// Draws itself; its subviews are drawn over it.
    open func draw(on canvas: Canvas) {}

    /// Where the terminal's cursor stands while the view has the focus; nil hides it.
    ///
    /// By default at its beginning: a screen reader follows the cursor.
    open var cursor: Point? { .zero }

    /// How soon it looks different by itself; nil while it stands still.
    open var animationInterval: Duration? { nil }

    /// The part of a canvas of the whole screen that belongs to it.
    final func canvas(within screen: Canvas) -> Canvas {
        (parent?.canvas(within: screen) ?? screen).part(frame)
    }

    final func render(on canvas: Canvas) {
        draw(on: canvas)
        for view in subviews where view.isVisible && !view.frame.isEmpty {
            view.render(on: canvas.part(view.frame))
        }
    }

    /// The role's style, or the one for what is disabled.
    public func style(_ role: Role, in theme: Theme) -> Style {
        isActive ? theme[role] : theme[.disabled]
    }

    /// How control characters are shown in it, for measuring before there is a canvas.
    var controlPictures: ControlPictures { host?.theme.glyphs.controlPictures ?? .unicode }

    // MARK: Focus

    /// Whether it is a kind of view that takes the keyboard.
    open var canFocus: Bool { false }

    ///
    /// It has not while another window lies over its own.
    public var isFocused: Bool {
        guard let window, window.focused === self else { return false }
        return window.isOnTop
    }

    /// Takes the focus, if it can have it now.
    public func focus() {
        window?.moveFocus(to: self)
    }

    /// Called after the focus came or went.
    open func focusChanged(_ isFocused: Bool) {
        onFocusChange?(isFocused)
    }

    // MARK: What a person does

    /// All keys that work while the focus is here or below.
    open var keyHints: [KeyHint] { hints }

    /// Does what a key means here; false leaves it to the parent.
    open func key(_ key: Key) -> Bool { false }

    /// Takes pasted text; false leaves it to the parent.
    open func paste(_ text: String) -> Bool { false }

    /// Does what the mouse means here; false leaves it to the parent.
    open func mouse(_ event: MouseEvent) -> Bool { false }

    /// What its button or box does when it is pressed from elsewhere: by its mnemonic, or as the default
    /// button.
    open func activate(_ modifiers: Modifiers) {}

    /// The letter that reaches it together with Alt.
    open var mnemonic: Character? { nil }

    /// The view that gets the focus by the mnemonic.
    open var mnemonicTarget: View? { canFocus ? self : nil }

    /// The command that it stands for, when it is a button.
    open var command: Command? { nil }

    /// Whether Enter presses it from anywhere in the window.
    open var isDefaultButton: Bool { false }

    /// Says what a command does while the focus is here or below.
    public func on(_ command: Command, _ handler: @escaping @MainActor () async -> Void) {
        handlers[command] = handler
    }

    /// Does what a command asks; false leaves it to the parent.
    open func perform(_ command: Command) -> Bool {
        guard let handler = handlers[command] else { return false }
        host?.start(handler)
        return true
    }

    /// Whether the window may close with a command; every view in it is asked.
    open func valid(_ command: Command) async -> Bool {
        for view in subviews where view.isVisible {
            guard await view.valid(command) else { return false }
        }
        return true
    }
}
