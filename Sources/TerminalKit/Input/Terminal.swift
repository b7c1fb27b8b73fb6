/// The terminal as a program sees it: events come out, surfaces go in.
///
/// `CursesTerminal` is the real one; tests use one in memory.
@MainActor
public protocol Terminal: AnyObject {
    /// Columns and rows now.
    var size: Size { get }
    /// What it can show.
    var capabilities: Capabilities { get }
    /// What the person does, in order; ends when the terminal is gone.
    var events: EventFeed { get }
    /// Puts a surface on the screen; only what differs from the last one is sent.
    func show(_ surface: Surface)
    /// Sends the whole screen again, for when another program has written over it.
    func redraw()
    /// Off lets the terminal's own selection take text.
    func setMouseReporting(_ isOn: Bool)
    /// Offers text to the system's clipboard (OSC 52); a terminal may ignore it.
    func copyToClipboard(_ text: String)
    /// Gives the terminal back to the shell until the person resumes the program.
    func suspend()
    func beep()
}
