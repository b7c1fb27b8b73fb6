/// How everything looks: a style for each role, and the characters to draw with.
public struct Theme: Sendable {
    /// How many colours there are to use.
    public enum Colors: Sendable { case monochrome, sixteen, palette256 }

    public var glyphs: Glyphs
    private var styles: [Style]

    /// The dark look that the program starts with.
    public static func dark(colors: Colors = .palette256, glyphs: Glyphs = .unicode) -> Theme {
        switch colors {
        case .monochrome: Theme(glyphs: glyphs, look: Theme.monochrome)
        case .sixteen: Theme(glyphs: glyphs, look: Theme.sixteen)
        case .palette256: Theme(glyphs: glyphs, look: Theme.palette256)
        }
    }

    /// The same for terminals with a light ground, and for bright rooms.
    public static func light(colors: Colors = .palette256, glyphs: Glyphs = .unicode) -> Theme {
        switch colors {
        case .monochrome: Theme(glyphs: glyphs, look: Theme.monochrome)
        case .sixteen: Theme(glyphs: glyphs, look: Theme.lightSixteen)
        case .palette256: Theme(glyphs: glyphs, look: Theme.lightPalette256)
        }
    }

    /// A look given role by role.
    public init(glyphs: Glyphs, look: (Role) -> Style) {
        self.glyphs = glyphs
        styles = Role.allCases.map(look)
    }

    public subscript(role: Role) -> Style {
        get { styles[role.rawValue] }
        set { styles[role.rawValue] = newValue }
    }

    /// The same look with the mark of a mnemonic.
    public func mnemonic(on style: Style) -> Style {
        var style = style
        style.attributes.insert(.underline)
        return style
    }
}
