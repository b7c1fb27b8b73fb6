extension Mouse {
    /// From the numbers that xterm reports: two bits of button, then Shift 4, Alt 8, Control 16, motion 32,
    /// wheel 64.
    ///
    /// Column and row count from 1. Nil for buttons that have no name here, and for motion with none held.
    init?(button: Int, isRelease: Bool, column: Int, row: Int) {
        guard (0..<128).contains(button), column > 0, row > 0 else { return nil }
        let action: Action
        let isWheel = button & 64 != 0
        let isMotion = button & 32 != 0
        if isWheel {
            guard !isRelease, !isMotion else { return nil }
            action = [Action.wheelUp, .wheelDown, .wheelLeft, .wheelRight][button & 3]
        } else {
            guard let held = Button(number: button & 3) else { return nil }
            action = isRelease ? .release(held) : isMotion ? .drag(held) : .press(held)
        }
        var modifiers: Modifiers = []
        if button & 4 != 0 { modifiers.insert(.shift) }
        if button & 8 != 0 { modifiers.insert(.alt) }
        if button & 16 != 0 { modifiers.insert(.control) }
        self.init(action, at: Point(x: column - 1, y: row - 1), modifiers)
    }
}

extension Mouse.Button {
    fileprivate init?(number: Int) {
        switch number {
        case 0: self = .left
        case 1: self = .middle
        case 2: self = .right
        default: return nil
        }
    }

    fileprivate var number: Int {
        switch self {
        case .left: 0
        case .middle: 1
        case .right: 2
        }
    }
}

/// The oldest reports, ESC [ M and three bytes: they do not say which button was let go, so the last press is
/// kept.
struct X10Mouse: Sendable {
    private var held = Mouse.Button.left

    /// Three bytes: the button and 32, the column and 32, the row and 32.
    mutating func report(_ bytes: [UInt8]) -> Mouse? {
        var button = Int(bytes[0]) - 32
        let isRelease = button & 0b1110_0011 == 3
        if isRelease { button = button & ~3 | held.number }
        let report = Mouse(
            button: button, isRelease: isRelease, column: Int(bytes[1]) - 32, row: Int(bytes[2]) - 32)
        if case .press(let pressed) = report?.action { held = pressed }
        return report
    }
}
