/// What a view asks of the program that it is shown in.
@MainActor
public protocol Host: AnyObject {
    /// Time since some moment; it only grows.
    var now: Duration { get }
    /// How everything looks.
    var theme: Theme { get }
    /// The window that gets the keys.
    var topWindow: Window? { get }
    /// The screen no longer shows what is true: draw again soon.
    func invalidate()
    /// Draw this view alone again soon; see ``View/redraw()``.
    func redraw(_ view: View)
    /// Begins an async function on the main actor; views never wait for one.
    @discardableResult
    func start(_ effect: @escaping @MainActor () async -> Void) -> Task<Void, Never>
    /// Does what an item of a menu says, once the windows have been closed that it leaves.
    func choose(_ item: MenuItem)
    /// Puts a window on top; `onClose` is told the command that closed it.
    func open(_ window: Window, onClose: @escaping @MainActor (Command) -> Void)
    /// Takes a window away, without asking it.
    func dismiss(_ window: Window, with command: Command)
    /// The first key that asks for a command; nil where none does.
    func key(for command: Command) -> Key?
    /// What was last killed, cut or copied in a field.
    var clipboard: String { get set }
    /// Offers what is in ``clipboard`` to the system's own, too, where the terminal hands it on (OSC 52).
    func shareClipboard()
    /// A short sound or flash: what was asked cannot be done.
    func beep()
}
