// A step of the focus restyles few cells, and its styles use the first 16 colours, which take the fewest
// bytes: over a slow line every byte is felt.
extension Theme {
    static func palette256(_ role: Role) -> Style {
        func style(_ foreground: UInt8, _ background: UInt8, _ attributes: Attributes = []) -> Style {
            Style(foreground: .palette(foreground), background: .palette(background), attributes: attributes)
        }
        switch role {
        case .desktop: return style(245, 233)
        case .window: return style(252, 235)
        case .frame: return style(241, 235)
        case .activeFrame: return style(248, 235)
        case .title: return style(255, 235, .bold)
        case .label: return style(250, 235)
        case .emphasis: return style(255, 235, .bold)
        case .faint: return style(248, 235)
        case .field: return style(15, 237)
        case .focusedField: return style(0, 11)
        case .disabled: return style(242, 235, .dim)
        case .textSelection: return style(0, 11)
        case .button: return style(253, 239)
        case .focusedButton: return style(0, 11)
        case .defaultButton: return style(255, 239, .bold)
        case .tableHead: return style(250, 237, .bold)
        case .selection: return style(231, 24, .bold)
        case .idleSelection: return style(254, 238)
        case .success: return style(114, 235)
        case .warning: return style(221, 235, .bold)
        case .error: return style(210, 235, .bold)
        case .scrollBar: return style(246, 235)
        case .progress: return style(110, 237)
        case .menu: return style(252, 237)
        case .menuSelection: return style(0, 11)
        case .keyBar: return style(7, 0)
        case .keyBarKey: return style(11, 0)
        }
    }

    static func sixteen(_ role: Role) -> Style {
        func style(_ foreground: UInt8, _ background: UInt8, _ attributes: Attributes = []) -> Style {
            Style(foreground: .palette(foreground), background: .palette(background), attributes: attributes)
        }
        switch role {
        case .desktop, .window, .label, .success: return style(role == .success ? 2 : 7, 0)
        case .frame, .faint, .scrollBar: return style(7, 0)
        case .activeFrame: return style(6, 0)
        case .title, .emphasis: return style(7, 0, .bold)
        case .field: return style(7, 4)
        case .focusedField: return style(0, 3)
        case .selection: return style(0, 6)
        case .disabled: return style(7, 0, .dim)
        case .textSelection: return style(0, 7)
        case .button: return style(0, 7)
        case .defaultButton: return style(0, 7, .bold)
        case .focusedButton, .menuSelection: return style(0, 3)
        case .tableHead: return style(6, 0, .bold)
        case .idleSelection: return style(7, 4)
        case .warning: return style(3, 0, .bold)
        case .error: return style(9, 0, .bold)
        case .progress: return style(6, 0)
        case .menu, .keyBar: return style(0, 7)
        case .keyBarKey: return style(1, 7)
        }
    }

    static func monochrome(_ role: Role) -> Style {
        switch role {
        case .desktop, .window, .frame, .label, .faint, .button, .success, .scrollBar, .progress, .menu:
            .plain
        case .title, .activeFrame, .emphasis, .defaultButton, .warning: Style(attributes: .bold)
        case .error: Style(attributes: .bold)
        case .field, .tableHead, .idleSelection: Style(attributes: .underline)
        case .focusedField, .selection, .focusedButton, .menuSelection, .textSelection:
            Style(attributes: .reverse)
        case .disabled: Style(attributes: .dim)
        case .keyBar: .plain
        case .keyBarKey: Style(attributes: .reverse)
        }
    }
}
