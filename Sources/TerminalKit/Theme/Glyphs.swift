/// The characters that windows and widgets are drawn with.
public struct Glyphs: Hashable, Sendable {
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
    public var dropDown: Character = "▾"
    public var clear: Character = "✕"
    public var close: Character = "■"
    public var check: Character = "✔"
    public var radio: Character = "•"
    public var problem: Character = "✗"
    public var moreAbove: Character = "▲"
    public var moreBelow: Character = "▼"
    public var moreLeft: Character = "‹"
    public var moreRight: Character = "›"
    public var scrollTrack: Character = " "
    public var scrollThumb: Character = "█"
    public var progressDone: Character = "█"
    public var progressLeft: Character = "░"
    public var bullet: Character = "•"
    public var ellipsis: Character = "…"
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
