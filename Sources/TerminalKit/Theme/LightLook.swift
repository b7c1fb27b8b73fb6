// People choose their own first 16 colours, mostly with a dark ground in mind: of those only black, white and cyan
// are used here.
extension Theme {
    static func lightPalette256(_ role: Role) -> Style {
        func style(_ foreground: UInt8, _ background: UInt8, _ attributes: Attributes = []) -> Style {
            Style(foreground: .palette(foreground), background: .palette(background), attributes: attributes)
        }
        switch role {
        case .desktop: return style(240, 252)
        case .window: return style(235, 255)
        case .frame: return style(247, 255)
        case .activeFrame: return style(240, 255)
        case .title: return style(232, 255, .bold)
        case .label: return style(238, 255)
        case .emphasis: return style(232, 255, .bold)
        case .faint: return style(241, 255)
        case .field: return style(0, 15)
        case .focusedField: return style(231, 25)
        case .disabled: return style(247, 255)
        case .textSelection: return style(231, 25)
        case .button: return style(234, 250)
        case .focusedButton: return style(231, 25)
        case .defaultButton: return style(232, 250, .bold)
        case .tableHead: return style(236, 252, .bold)
        case .selection: return style(231, 25, .bold)
        case .idleSelection: return style(235, 251)
        case .success: return style(22, 255)
        case .warning: return style(94, 255, .bold)
        case .error: return style(124, 255, .bold)
        case .scrollBar: return style(240, 253)
        case .progress: return style(24, 253)
        case .menu: return style(234, 252)
        case .menuSelection: return style(231, 25)
        case .keyBar: return style(234, 252)
        case .keyBarKey: return style(24, 252)
        }
    }

    /// Of the first eight colours only black, red and blue can be read on a light ground, and bold would turn black
    /// into grey on many terminals.
    static func lightSixteen(_ role: Role) -> Style {
        func style(_ foreground: UInt8, _ background: UInt8, _ attributes: Attributes = []) -> Style {
            Style(foreground: .palette(foreground), background: .palette(background), attributes: attributes)
        }
        switch role {
        case .desktop, .window, .label, .frame, .faint, .scrollBar: return style(0, 7)
        case .activeFrame, .title, .emphasis, .progress: return style(4, 7)
        case .tableHead: return style(4, 7, .underline)
        case .disabled: return style(0, 7, .dim)
        case .field, .idleSelection, .menu, .keyBar: return style(0, 6)
        case .focusedField, .focusedButton, .selection, .menuSelection: return style(7, 4)
        case .textSelection: return style(7, 0)
        case .button: return style(0, 2)
        case .defaultButton: return style(4, 2)
        case .success: return style(0, 2)
        case .warning: return style(0, 3)
        case .error: return style(1, 7)
        case .keyBarKey: return style(4, 6)
        }
    }
}
