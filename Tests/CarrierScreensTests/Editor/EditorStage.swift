import CarrierCore
import CarrierScreens
import TerminalKit
import Testing

extension ScreenStage {
    /// Opens the Carrier Editor with a carrier, by default a new one.
    @discardableResult
    func edit(_ carrier: Carrier = Carrier()) async -> Answer<Carrier?> {
        let answer = await show { await editCarrier($0, carrier) }
        await expect("Carrier Editor - UPS®")
        return answer
    }

    /// Gives the focus to a control of that name, or a button of that caption: the next in the order of Tab.
    func focus(_ name: String, location: SourceLocation = #_sourceLocation) async {
        guard let window = program.topWindow else { return }
        let order = window.focusOrder
        let here = order.firstIndex { $0 === window.focused } ?? 0
        let next = (order[here...] + order[..<here]).first { Self.name(of: $0) == name }
        guard let next else {
            Issue.record("There is no \(name):\n\(text)", sourceLocation: location)
            return
        }
        next.focus()
        await terminal.settle()
    }

    /// Presses a button of the window on top.
    func choose(_ button: String, location: SourceLocation = #_sourceLocation) async {
        await focus(button, location: location)
        await press(.enter)
    }

    func isFocused(_ name: String) -> Bool {
        program.topWindow?.focused.map(Self.name) == name
    }

    private static func name(of view: View) -> String {
        switch view {
        case let control as CheckBox: control.caption.text
        case let control as Control: control.name
        case let button as Button: button.caption.text
        default: ""
        }
    }

    /// Puts a text in place of what stands in a field.
    func enter(_ text: String, in name: String, location: SourceLocation = #_sourceLocation) async {
        await focus(name, location: location)
        await press("a", .control)
        await press(.delete)
        await type(text)
    }

    func paste(_ text: String) async {
        terminal.send(.paste(text))
        await terminal.settle()
    }

    /// What is stored under a name now.
    func stored(_ name: String = "UPS") throws -> Carrier { try store.carrier(named: name) }
}
