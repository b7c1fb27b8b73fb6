/// The characters that windows and widgets are drawn with.
public struct Glyphs: Hashable, Sendable {
    /// Frames and lines.
    public var horizontal: Character = "─"
    public var vertical: Character = "│"
    public var topLeft: Character = "┌"
    public var topRight: Character = "┐"
    public var bottomLeft: Character = "└"
    public var bottomRight: Character = "┘"
    /// What stands on both sides of the control that has the focus.
    public var focusLeft: Character = "▸"
    public var focusRight: Character = "◂"
    /// What stands on both sides of the current row of a focused list.
    public var rowLeft: Character = "▌"
    public var rowRight: Character = "▐"
    /// Opens a list.
    public var dropDown: Character = "▾"
    /// Empties a field.
    public var clear: Character = "✕"
    /// Closes a window.
    public var close: Character = "■"
    /// Something went well, or is so.
    public var check: Character = "✔"
    /// The chosen one of several.
    public var radio: Character = "•"
    /// Something is wrong.
    public var problem: Character = "✗"
    /// There is more than can be seen, on this side.
    public var moreAbove: Character = "▲"
    public var moreBelow: Character = "▼"
    public var moreLeft: Character = "‹"
    public var moreRight: Character = "›"
    /// A scroll bar and the part of it that is in sight.
    public var scrollTrack: Character = " "
    public var scrollThumb: Character = "█"
    /// A bar of what has passed and what is left.
    public var progressDone: Character = "█"
    public var progressLeft: Character = "░"
    /// A character of masked text.
    public var bullet: Character = "•"
    /// Stands for text that is cut off.
    public var ellipsis: Character = "…"
    /// What is shown in turn while something is waited for.
    public var spinner: [Character] = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"]
    /// How control characters are shown.
    public var controlPictures: ControlPictures = .unicode

    private init() {}

    /// For terminals whose locale is UTF-8.
    public static let unicode = Glyphs()

    /// For all others.
    public static let ascii: Glyphs = {
        var glyphs = Glyphs()
        glyphs.horizontal = "-"
        glyphs.vertical = "|"
        glyphs.topLeft = "+"
        glyphs.topRight = "+"
        glyphs.bottomLeft = "+"
        glyphs.bottomRight = "+"
        glyphs.focusLeft = ">"
        glyphs.focusRight = "<"
        glyphs.rowLeft = ">"
        glyphs.rowRight = "<"
        glyphs.dropDown = "v"
        glyphs.clear = "x"
        glyphs.close = "x"
        glyphs.check = "*"
        glyphs.radio = "o"
        glyphs.problem = "!"
        glyphs.moreAbove = "^"
        glyphs.moreBelow = "v"
        glyphs.moreLeft = "<"
        glyphs.moreRight = ">"
        glyphs.scrollThumb = "#"
        glyphs.progressDone = "#"
        glyphs.progressLeft = "."
        glyphs.bullet = "*"
        glyphs.ellipsis = "~"
        glyphs.spinner = ["|", "/", "-", "\\"]
        glyphs.controlPictures = .ascii
        return glyphs
    }()
}
