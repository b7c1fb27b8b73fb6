/// How everything looks: a style for each role, and the characters to draw with.
public struct Theme: Sendable {
    /// The characters that windows and widgets are drawn with.
    public var glyphs: Glyphs
    private var styles: [Style]

    /// The dark look that the program starts with, as far as a terminal can show it.
    public static func dark(for capabilities: Capabilities = Capabilities()) -> Theme {
        Theme(for: capabilities, palette: palette256, sixteen: sixteen)
    }

    /// The same for terminals with a light ground, and for bright rooms.
    public static func light(for capabilities: Capabilities = Capabilities()) -> Theme {
        Theme(for: capabilities, palette: lightPalette256, sixteen: lightSixteen)
    }

    private init(
        for capabilities: Capabilities, palette: @escaping (Role) -> Style, sixteen: @escaping (Role) -> Style
    ) {
        let look =
            switch capabilities.colors {
            case .none: Self.monochrome
            case .eight, .sixteen: sixteen
            case .palette: palette
            }
        self.init(glyphs: capabilities.isUTF8 ? .unicode : .ascii, look: look)
    }

    /// A look given role by role.
    public init(glyphs: Glyphs, look: (Role) -> Style) {
        self.glyphs = glyphs
        styles = Role.allCases.map(look)
    }

    /// How things of a role look.
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
